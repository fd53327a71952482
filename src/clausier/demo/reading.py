"""What people do of the policy: they read it, give their word, ask; one amendment comes into force."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from clausier.chapters.ambassadors import actions as ambassadors
from clausier.chapters.ambassadors.models import Remark
from clausier.chapters.ambassadors.selectors import asked_of
from clausier.chapters.posts import actions as posts
from clausier.demo.amending import adopt_amendment, approve_amendment, propose_amendment, propose_next
from clausier.demo.calendar import Act, Calendar
from clausier.demo.town import Town, data
from clausier.policy.actions import announce
from clausier.policy.selectors import in_force

FIRST, SECOND = 88, 20  # days before today when people begin to read each version
OPENED = (FIRST + 1, SECOND + 1, 0)  # when the worker would open a campaign, and take in what changed
SLOWEST = 24  # days that the slowest take
# Who has not given their word yet on the version in force: what a demonstration has to show.
LATE = {"Stéphane Morin", "Julie Pelletier", "Carole Lemieux", "Zoé Martel", "Agence Trait d'union"}


class Reading:
    """The acts of readers, day by day."""

    def __init__(self, town: Town, calendar: Calendar) -> None:
        self.town, self.calendar = town, calendar
        chance = random.Random(11)  # noqa: S311  # the same town each time
        self.days = {name: (FIRST - chance.randrange(SLOWEST), SECOND - chance.randrange(15)) for name in town.people}

    def day(self, day: int) -> Iterator[Act]:
        """Yield what is done on a day that many days before today."""
        yield from self._commitments(day)
        yield from self._remarks(day)
        yield from self._drafts(day)
        yield from self._amendments(day)
        if day in OPENED:
            yield Act(self.calendar.at(day, "08:30"), ambassadors.keep_campaign)

    def _commitments(self, day: int) -> Iterator[Act]:
        for minute, (name, days) in enumerate(self.days.items()):
            if day in days and not (day == days[1] and name in LATE):
                at = self.calendar.at(day, "10:00") + timedelta(minutes=7 * minute)
                yield Act(at, lambda name=name: self._commit(name))  # type: ignore[misc]

    def _commit(self, name: str) -> None:
        """Give a person's word on all that is asked, word by word."""
        person, version = self.town[name], in_force()
        if version is None:
            raise LookupError("no version is in force")
        for word in dict.fromkeys(asked.word for asked in asked_of(person)):
            ambassadors.commit(
                person=person, version=version, word=word, language=person.language, digest=version.digest
            )

    def _remarks(self, day: int) -> Iterator[Act]:
        for each in data("people")["remarks"]:
            if each["day"] == day:
                yield Act(self.calendar.at(day, "13:15"), lambda each=each: self._remark(each))  # type: ignore[misc]
            if each["day"] - 1 == day and "answer" in each:
                yield Act(self.calendar.at(day, "09:20"), lambda each=each: self._answer(each))  # type: ignore[misc]

    def _remark(self, each: dict[str, Any]) -> None:
        """Ask, or say a concern, to whom the person chose."""
        say = ambassadors.raise_concern if each["kind"] == "concern" else ambassadors.ask
        given = {"to": each["to"]} if "to" in each else {}
        say(person=self.town[each["by"]], version=in_force(), clause=each["clause"], text=each["text"], **given)

    def _answer(self, each: dict[str, Any]) -> None:
        remark = Remark.objects.get(text=each["text"])
        ambassadors.answer_remark(actor=self.town["Odile Tremblay"], remark=remark, answer=each["answer"])

    def _drafts(self, day: int) -> Iterator[Act]:
        for each in data("people")["drafts"]:
            if each["day"] == day:
                yield Act(self.calendar.at(day, "11:30"), lambda each=each: self._draft(each))  # type: ignore[misc]

    def _draft(self, each: dict[str, Any]) -> None:
        posts.submit(
            actor=self.town[each["by"]],
            text=each["text"],
            channel=each["channel"],
            reason=each.get("reason", ""),
            is_question=each.get("question", False),
        )

    def _amendments(self, day: int) -> Iterator[Act]:
        steps: dict[int, Callable[[], object]] = {
            26: lambda: propose_amendment(self.town),
            24: lambda: approve_amendment(self.town),
            23: lambda: adopt_amendment(self.town, self.calendar.at(21, "00:00")),
            21: announce,
            4: lambda: propose_next(self.town),
        }
        if day in steps:
            yield Act(self.calendar.at(day, "08:00"), steps[day])
