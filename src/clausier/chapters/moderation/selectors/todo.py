"""What was decided and has still to be done there, or told to its author: one list, with the words to paste."""

from typing import NamedTuple

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import get_language, gettext, override

from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation.models import Act
from clausier.chapters.moderation.selectors.decided import IN_FORCE
from clausier.chapters.moderation.selectors.grounds import act_for, network_of
from clausier.decisions.models import Decision
from clausier.decisions.states import AGAINST, Done, Effect, Kind, Notice
from clausier.policy.selectors import clause_of, policy_of

PAGE = 20


class ToDo(NamedTuple):
    """A decision that has not wholly left the house."""

    decision: Decision
    item: Item
    is_to_do: bool
    there: str  # what the act is called there, in the language of the page
    is_to_tell: bool
    public_words: str  # to post under the comment; names neither the text nor the author
    private_words: str  # to send to the author alone: it opens the slip
    letters: str


def waiting() -> list[ToDo]:
    """Return a page of what waits, the oldest first; what was decided on a comment that is gone is left out."""
    decisions = list(_decisions()[:PAGE])
    subjects = [each.subject for each in decisions]
    items = {each.uid: each for each in Item.objects.filter(uid__in=subjects).select_related("channel", "review")}
    acts = Act.objects.filter(decision__in=decisions).exclude(sealed=None)
    sealed = {act.decision_id: act for act in acts}
    return [
        _todo(decision, items[decision.subject], sealed.get(decision.pk))
        for decision in decisions
        if decision.subject in items
    ]


def count() -> int:
    """Return how much waits."""
    return _decisions().count()


def _todo(decision: Decision, item: Item, act: Act | None) -> ToDo:
    is_to_do, is_to_tell = decision.effect_done == Done.PENDING, decision.notice == Notice.PENDING
    key, letters = opened(act) if act and is_to_tell else ("", "")
    network = network_of(item.channel)
    acts = network.acts if network else {}
    there = act_for(item.channel, decision.effect_wanted)
    return ToDo(
        decision=decision,
        item=item,
        is_to_do=is_to_do,
        there=there.called.best(get_language() or "fr") if there else "",
        is_to_tell=is_to_tell,
        public_words=_public_words(decision) if is_to_tell and "reply" in acts else "",
        private_words=_private_words(decision, key) if key and "private-reply" in acts else "",
        letters=letters,
    )


def opened(act: Act) -> tuple[str, str]:
    """Return the key and the letters of the author's slip, or two empty texts once the author was told."""
    if not act.sealed:
        return "", ""
    key, _space, letters = settings.HOME.fernet().decrypt(bytes(act.sealed)).decode().partition(" ")
    return key, letters


def _decisions() -> QuerySet[Decision]:
    waits = Q(effect_done=Done.PENDING) | Q(notice=Notice.PENDING)
    standing = Decision.objects.filter(waits, kind=Kind.COMMENT, standing__in=IN_FORCE)
    wanted = standing.filter(effect_wanted__in=(*AGAINST, Effect.RESTORE))
    return wanted.select_related("version", "by", "second").order_by("at", "pk")


def _public_words(decision: Decision) -> str:
    """Return the words of a public reply: the ground and where to ask why, never the comment itself."""
    with override(decision.language):
        url = settings.PUBLIC_URL + reverse("decision", args=[decision.reference])
        words = {"ground": _ground(decision), "url": url}
        if decision.effect_wanted == Effect.RESTORE:
            return gettext("This comment is back: our decision was looked at again. The reason: %(url)s") % words
        if decision.effect_wanted == Effect.HIDE:
            return gettext("We hid a comment here (%(ground)s). Why, and how to appeal: %(url)s") % words
        return gettext("We removed a comment here (%(ground)s). Why, and how to appeal: %(url)s") % words


def _private_words(decision: Decision, key: str) -> str:
    with override(decision.language):
        words = {"ground": _ground(decision), "url": settings.PUBLIC_URL + reverse("slip", args=[key])}
        if decision.effect_wanted == Effect.HIDE:
            return gettext("We hid your comment (%(ground)s). Your text, why, and how to appeal: %(url)s") % words
        return gettext("We removed your comment (%(ground)s). Your text, why, and how to appeal: %(url)s") % words


def _ground(decision: Decision) -> str:
    clause = clause_of(decision.version, decision.clause) if decision.clause else None
    if clause is None:
        return decision.law
    number = policy_of(decision.version).numbers()[clause.id]
    words = {"number": number, "title": clause.title.best(decision.language)}
    return gettext("policy, art. %(number)s: %(title)s") % words
