"""A removal that takes two people: one proposes, another one agrees or declines."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.chapters.moderation.actions.acting import acted, claimed, tell
from clausier.chapters.moderation.actions.deciding import decided, hide, remove
from clausier.chapters.moderation.models import Proposal, Review
from clausier.chapters.moderation.permissions import Case, check_second, may_second, sound
from clausier.chapters.moderation.states import Status, Urgency, Verb
from clausier.decisions.actions import Recorded
from clausier.decisions.states import Effect
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.refusals import RefusedError

VERBS = {Effect.HIDE: Verb.HIDE, Effect.REMOVE: Verb.REMOVE}


@transaction.atomic
def propose(  # noqa: PLR0913  # a reasoned act has so many parts
    *,
    actor: Person,
    review: Review,
    revision: int,
    effect: str,
    facts: str,
    clause: str = "",
    law: str = "",
    quote: str = "",
) -> Proposal:
    """Propose to hide or remove a comment: it waits for a second person, and nothing is decided yet.

    Refused and raised as for ``remove``, but for the second person.
    """
    row = claimed(actor, review, revision, Verb.PROPOSE)
    case = Case(Effect(effect), facts.strip(), clause, law.strip(), quote)
    sound(row.item, case)
    row.urgency = max(row.urgency, Urgency.TO_DECIDE)
    row.asked = None
    # What the program has hidden stays hidden, and open, while two people look at it.
    acted(row, Verb.PROPOSE, actor=actor, after=Status.HIDDEN if row.status == Status.HIDDEN else "", is_open=True)
    words = {"clause": case.clause, "law": case.law, "facts": case.facts, "quote": case.quote}
    proposal = Proposal.objects.create(review=row, by=actor, effect=case.effect, ground=case.ground, **words)
    tell("removal.proposed", actor, row, clause=clause, effect=case.effect)
    return proposal


@transaction.atomic
def decide_or_propose(*, actor: Person, review: Review, revision: int, case: Case) -> Recorded | Proposal:
    """Hide or remove a comment, or propose it where a second person must agree.

    Refused and raised as for ``remove``, but for the second person.
    """
    words = case._asdict()
    if sound(review.item, case).why_second:
        return propose(actor=actor, review=review, revision=revision, **words)
    act = hide if words.pop("effect") == Effect.HIDE else remove
    return act(actor=actor, review=review, revision=revision, **words)


@transaction.atomic
def agree(*, actor: Person, review: Review, revision: int) -> Recorded:
    """Agree to what a colleague proposes: the decision is theirs, seconded by the actor.

    Refused to whoever proposed it, and when nothing is proposed any more.
    """
    row, proposal = _open_proposal(actor, review, revision)
    verb = VERBS[Effect(proposal.effect)]
    case = Case(Effect(proposal.effect), proposal.facts, proposal.clause, proposal.law, proposal.quote)
    held = sound(row.item, case)
    check_second(proposal.by, actor)
    _answer(proposal, actor, agreed=True)
    return decided(row, verb, case, held, by=proposal.by, second=actor)


@transaction.atomic
def decline(*, actor: Person, review: Review, revision: int) -> Review:
    """Decline what a colleague proposes: the comment waits for somebody to decide. Refused to whoever proposed it."""
    row, proposal = _open_proposal(actor, review, revision)
    _answer(proposal, actor, agreed=False)
    after = Status.HIDDEN if row.status == Status.HIDDEN else ""
    acted(row, Verb.DECLINE, actor=actor, after=after, is_open=True)
    tell("removal.declined", actor, row)
    return row


def _open_proposal(actor: Person, review: Review, revision: int) -> tuple[Review, Proposal]:
    row = claimed(actor, review, revision, Verb.DECLINE)
    proposal = Proposal.objects.select_for_update(of=("self",)).filter(review=row, answered=None).first()
    if proposal is None:
        raise RefusedError("no-proposal", _("Nothing is proposed on this comment any more."), 409)
    refusal = may_second(actor, proposal)
    if refusal:
        raise RefusedError(*refusal)
    return row, proposal


def _answer(proposal: Proposal, actor: Person, *, agreed: bool) -> None:
    proposal.answered, proposal.answered_by, proposal.agreed = clock.now(), actor, agreed
    proposal.save(update_fields=["answered", "answered_by", "agreed"])
