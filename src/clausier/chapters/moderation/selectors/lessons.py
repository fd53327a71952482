"""What the organisation's own decisions teach the learned heads: which comments showed what, and which did not."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation.models import Act, Review
from clausier.chapters.moderation.selectors.grounds import signals_of
from clausier.chapters.moderation.states import Status, Verb
from clausier.decisions.models import Decision
from clausier.decisions.states import AGAINST, Kind, Standing
from clausier.document.vocabulary import INCOMING
from clausier.policy.models import Version
from clausier.policy.selectors import engine_of

STANDING = (Standing.STANDS, Standing.UPHELD)


class Lesson(NamedTuple):
    """A comment, the kinds that people saw in it, and the kinds of which their decision tells anything."""

    text: str
    labels: frozenset[str]
    only: frozenset[str]


def lessons(kinds: Collection[str]) -> Iterator[Lesson]:
    """Yield what decisions on comments tell of some kinds: those against, those overturned, and what was kept.

    A removal speaks of the kinds that the rules of its clause select: of those that the program saw in the comment
    where it saw any, else of them all. One overturned on appeal, and a comment that a person kept, show none.
    """
    told: set[str] = set()
    decided = Decision.objects.filter(kind=Kind.COMMENT, effect_wanted__in=AGAINST).select_related("version")
    for decision in decided.filter(standing__in=(*STANDING, Standing.OVERTURNED)).exclude(clause=""):
        item = Item.objects.filter(uid=decision.subject).first()
        about = _kinds_of(decision.version, decision.clause) & frozenset(kinds)
        if item and about and item.uid not in told:
            told.add(item.uid)
            seen = about & {each.kind for each in signals_of(item)}
            shown = frozenset() if decision.standing == Standing.OVERTURNED else seen or about
            yield Lesson(item.text, shown, about)
    for review in Review.objects.filter(status=Status.KEPT).select_related("item"):
        if review.item.uid not in told and _by_a_person(review):
            yield Lesson(review.item.text, frozenset(), frozenset(kinds))


def _kinds_of(version: Version, number: str) -> frozenset[str]:
    """Return the kinds that the rules of a clause for comments select, in the version that was cited."""
    engine = engine_of(version)
    clause = next((each for each in engine.policy.clauses() if each.id == number), None)
    rules = (rule for rule in clause.rules if rule.way == INCOMING) if clause else ()
    return frozenset(kind for rule in rules for kind in engine.selected(rule))


def _by_a_person(review: Review) -> bool:
    return Act.objects.filter(review=review, verb=Verb.KEEP, undone=None).exclude(by=None).exists()
