"""A comment arrives: its review is opened, and what the policy lets the program hide is hidden until a person looks."""

from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation.actions.deciding import decided
from clausier.chapters.moderation.deadlines import deadline
from clausier.chapters.moderation.models import Review
from clausier.chapters.moderation.permissions import Case, Sound
from clausier.chapters.moderation.selectors.grounds import (
    Seen,
    effects_of,
    findings_of,
    may_be_cited,
    mode_of,
    signals_of,
    version_for,
)
from clausier.chapters.moderation.states import Status, Urgency, Verb
from clausier.chapters.moderation.wording import facts_of
from clausier.decisions.states import Effect
from clausier.document.model import Clause
from clausier.document.model.policy import Look
from clausier.document.vocabulary import SIGNALS
from clausier.lib import clock
from clausier.policy.models import Version
from clausier.policy.selectors import clause_of, facts, policy_of

PRE = "pre"  # comments of the channel appear once somebody has let them


class Hiding(NamedTuple):
    """Why the program hides: the clause, the look that its rule asks for, and the signal that shows it."""

    clause: Clause
    look: Look
    signal: Seen


@transaction.atomic
def open_review(item: Item) -> Review:
    """Open the review of a comment that has arrived; a comment has one review.

    True afterwards: what a rule of the version in force hides is hidden by a decision of the program, with the clause,
    the masked passage and the moment by which a person must have looked; what it holds waits for a person; the rest
    waits for the sweep, or for a person where comments are read before they appear. Nothing is hidden on a clause that
    a person could not cite, on an unsure signal, nor where the network cannot hide: that is held.
    """
    version = version_for(item)
    hiding = _hiding(item, version) if version and item.verdict_action == Effect.HIDE else None
    if version and hiding:
        return _hidden(item, version, hiding)
    is_held = item.verdict_action in (Effect.HOLD, Effect.HIDE)
    waits = is_held or mode_of(version, item.channel) == PRE
    return Review.objects.create(
        item=item,
        status=Status.HELD if is_held else Status.WAITING,
        urgency=Urgency.TO_DECIDE if waits else Urgency.HARMLESS,
    )


@transaction.atomic
def close_reviews(items: QuerySet[Item]) -> None:
    """Erase the reviews of comments that go with a batch received by mistake; one on which somebody acted stays."""
    Review.objects.filter(item__in=items, acts=None).delete()


def _hiding(item: Item, version: Version) -> Hiding | None:
    """Return why the program hides a comment, when a person could cite the clause as well."""
    if Effect.HIDE not in effects_of(item.channel):
        return None
    policy, signals = policy_of(version), signals_of(item)
    for finding in findings_of(item):
        clause = clause_of(version, finding["clause"])
        sure = [signals[index] for index in finding["signals"] if _is_sure(signals[index])]
        look = _look(clause, finding) if clause else None
        if clause and look and sure and may_be_cited(policy, clause):
            return Hiding(clause, look, max(sure, key=lambda each: each.confidence))
    return None


def _look(clause: Clause, finding: dict[str, Any]) -> Look | None:
    rule = next((each for each in clause.rules if each.id == finding["rule"]), None)
    return rule.look if rule and rule.do == Effect.HIDE else None


def _is_sure(signal: Seen) -> bool:
    return signal.kind in SIGNALS and SIGNALS[signal.kind].validated


def _hidden(item: Item, version: Version, why: Hiding) -> Review:
    now = clock.now()
    review = Review(
        item=item,
        urgency=Urgency.HIDDEN_BY_PROGRAM,
        due=deadline(now, why.look.within, facts()),
        look_by=why.look.by,
    )
    review.save()
    case = Case(Effect.HIDE, facts_of(item, version, why.clause), clause=why.clause.id)
    passage = (why.signal.start, why.signal.end)
    decided(review, Verb.HIDE, case, Sound(version, why.clause, passage, None), by=None)
    return review
