"""What the public writes and what becomes of it: received, read by two moderators, appealed, answered."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from clausier.chapters.inbox import actions as inbox
from clausier.chapters.inbox.incoming import Incoming
from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation import actions as moderation
from clausier.chapters.moderation.models import Review
from clausier.chapters.moderation.selectors.grounds import effects_of
from clausier.chapters.moderation.states import Status, Urgency
from clausier.decisions import actions as decisions
from clausier.decisions.models import Appeal, Decision
from clausier.decisions.states import Done, Effect, Notice
from clausier.demo.calendar import Act, Calendar
from clausier.demo.town import Town, data
from clausier.lib.refusals import RefusedError

FIRST, SECOND, DECIDER = "Emma Bouchard", "Samuel Ouellet", "Anna Kowalski"
RECEIVER = "Karim Benali"
LEFT = 2  # the mornings that nobody has read yet: work for whoever opens the demonstration
Comment = dict[str, Any]


class Moderating:
    """The acts around comments, day by day."""

    def __init__(self, town: Town, calendar: Calendar) -> None:
        self.town, self.calendar = town, calendar
        self.comments: list[Comment] = data("comments")

    def day(self, day: int) -> Iterator[Act]:
        """Yield what is done on a day that many days before today: what arrived yesterday is read this morning."""
        for number, comment in enumerate(self.comments):
            if comment["day"] == day:
                at = self.calendar.at(day, comment["at"]) + timedelta(minutes=12)
                yield self._act(at, self._receive, number, comment)
        if self.calendar.works(day) and day >= LEFT:
            yield Act(self.calendar.at(day, "09:05"), self._read)
        for comment in self.comments:
            yield from self._appeal(day, comment)

    def _act(self, at: Any, do: Callable[..., object], *given: Any) -> Act:
        return Act(at, lambda: do(*given))

    def _receive(self, number: int, comment: Comment) -> None:
        channel = self.town.channels[comment["place"]]
        written = self.calendar.at(comment["day"], comment["at"])
        message = Incoming(
            text=comment["text"],
            author=comment["by"],
            external_id=f"{channel.network}-{number}",
            url=f"{channel.url}/{number}",
            written=written,
        )
        inbox.receive(actor=self.town[RECEIVER], channel=channel, messages=[message], obtained_by="paste")

    def _read(self) -> None:
        """Read all that waits: decide on what the morning's comments say, then sweep the harmless ones."""
        wanted = {comment["text"]: comment["decided"] for comment in self.comments if "decided" in comment}
        waiting = Review.objects.filter(closed=None).select_related("item__channel").order_by("opened", "pk")
        for review in waiting.filter(urgency__gt=Urgency.HARMLESS) | waiting.filter(item__text__in=wanted):
            if review.item.text in wanted:
                self._remove(review, wanted[review.item.text])
            elif review.status == Status.HIDDEN:
                self._confirm(review)
            else:
                moderation.keep(actor=self.town[FIRST], review=review, revision=review.revision)
        harmless = waiting.filter(urgency=Urgency.HARMLESS, status=Status.WAITING)[:20]
        if harmless:
            moderation.sweep(actor=self.town[FIRST], seen=[(each.uid, each.revision) for each in harmless])

    def _remove(self, review: Review, decided: dict[str, str]) -> None:
        case: dict[str, Any] = {
            "clause": decided["clause"],
            "facts": decided["facts"],
            "quote": decided.get("quote", review.item.text),
        }
        first, second = self.town[FIRST], self.town[SECOND]
        effect = Effect.REMOVE if Effect.REMOVE in effects_of(review.item.channel) else Effect.HIDE
        act = moderation.remove if effect == Effect.REMOVE else moderation.hide
        try:
            decision = act(actor=first, review=review, revision=review.revision, **case).decision
        except RefusedError as error:
            if error.refusal.code != "second-needed":
                raise
            moderation.propose(actor=first, review=review, revision=review.revision, effect=effect, **case)
            review.refresh_from_db()
            decision = moderation.agree(actor=second, review=review, revision=review.revision).decision
        self._tell(decision, review.item)

    def _confirm(self, review: Review) -> None:
        """Agree with what the program hid: the facts are a person's."""
        finding = next(each for each in review.item.verdict["findings"] if each["action"] == "hide")
        signal = review.item.verdict["signals"][finding["signals"][0]]
        case = {
            "clause": finding["clause"],
            "facts": "Le commentaire donne un renseignement qui ne doit pas rester en ligne.",
            "quote": review.item.text[signal["start"] : signal["end"]],
        }
        recorded = moderation.hide(actor=self.town[FIRST], review=review, revision=review.revision, **case)
        self._tell(recorded.decision, review.item)

    def _tell(self, decision: Decision, item: Item) -> None:
        moderator = self.town[FIRST]
        decisions.report_done(actor=moderator, decision=decision, done=Done.BY_HAND)
        notice = Notice.PUBLIC if item.channel.network == "facebook" else Notice.HANDED_OVER
        moderation.notice_given(actor=moderator, decision=decision, notice=notice)

    def _appeal(self, day: int, comment: Comment) -> Iterator[Act]:
        appeal = comment.get("appeal")
        if not appeal:
            return
        lodged = comment["day"] - appeal["after"]
        if day == lodged:
            yield self._act(self.calendar.at(day, "20:14"), self._lodge, comment)
        if "answer" in appeal and day == lodged - appeal["days"]:
            yield self._act(self.calendar.at(day, "14:30"), self._answer, comment)

    def _lodge(self, comment: Comment) -> None:
        decision = Decision.objects.filter(subject=_item(comment).uid).latest("at")
        decisions.lodge_appeal(decision=decision, text=comment["appeal"]["text"], contact="", language="fr")

    def _answer(self, comment: Comment) -> None:
        appeal = Appeal.objects.get(decision__subject=_item(comment).uid, answered=None)
        given = comment["appeal"]
        decisions.answer_appeal(
            actor=self.town[DECIDER], appeal=appeal, outcome=given["outcome"], answer=given["answer"]
        )


def _item(comment: Comment) -> Item:
    return Item.objects.get(text=comment["text"])
