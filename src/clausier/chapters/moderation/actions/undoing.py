"""To go back: undo one's own last act before anybody was told, or put a comment back by a new decision."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.chapters.moderation.actions.acting import acted, claimed, tell
from clausier.chapters.moderation.models import Act, Review
from clausier.chapters.moderation.selectors.decided import is_done, standing_of
from clausier.chapters.moderation.states import MOVES, Verb
from clausier.decisions import actions as decisions
from clausier.decisions.models import Decision
from clausier.decisions.states import TOLD, Effect, Kind, Notice, Standing
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved


@transaction.atomic
def undo(*, actor: Person, review: Review, revision: int) -> Review:
    """Undo one's own last act on a comment: it stands as before, and the act and its decision are kept as undone.

    What was swept at once is undone at once, but for what somebody has touched since.
    Refused for the act of another person, once the author was told or something was done there, and for what put a
    comment back.
    """
    row = claimed(actor, review, revision, Verb.UNDO)
    last = row.acts.order_by("-revision").first()
    if last is None or last.by_id != actor.pk or last.verb == Verb.UNDO:
        raise RefusedError("nothing-to-undo", _("Your last act on this comment is not the last one any more."), 409)
    if last.decision:
        _taken_back(actor, last.decision)
    for each in _together(last):
        _undone(actor, each)
    row.refresh_from_db()
    tell("review.undone", actor, row, verb=last.verb)
    return row


@transaction.atomic
def restore(*, actor: Person, review: Review, revision: int, facts: str) -> Decision:
    """Put a hidden or removed comment back by a new decision, which says why; the earlier one stands no more.

    Refused while an appeal is open: whoever answers it decides. Raises ValidationError without a reason.
    """
    row = claimed(actor, review, revision, Verb.RESTORE)
    moved(MOVES, Verb.RESTORE, row.status)
    standing = standing_of(row.item.uid)
    if standing is None:
        raise RefusedError("nothing-stands", _("No decision stands on this comment."), 409)
    if not facts.strip():
        raise ValidationError({"facts": _("Say in a few words why the comment comes back.")})
    decision = put_back(actor, row, standing, facts.strip())
    acted(row, Verb.RESTORE, actor=actor, decision=decision)
    tell("review.restored", actor, row, decision=decision.uid)
    return decision


@transaction.atomic
def overturned(*, decision: Decision, by: Decision) -> None:
    """Put a comment back once an appeal has overturned what was decided on it."""
    row = Review.objects.select_for_update().filter(item__uid=decision.subject).first()
    if row and row.status in MOVES["restore"].sources:
        acted(row, Verb.RESTORE, actor=by.by, decision=by)
        tell("review.restored", by.by, row, decision=by.uid)


def put_back(actor: Person, row: Review, earlier: Decision, facts: str) -> Decision:
    """Record the decision that puts a comment back, for the same clause of the same version.

    Its author is to be told if they were told of the other one. Refused while an appeal is open.
    """
    if earlier.standing == Standing.APPEALED:
        raise RefusedError("appealed", _("An appeal is open: the person who answers it decides."), 409)
    recorded = decisions.decide(
        actor=actor,
        kind=Kind.COMMENT,
        subject=row.item,
        version=earlier.version,
        clause=earlier.clause,
        facts=facts,
        effect_wanted=Effect.RESTORE,
        language=earlier.language,
        ground=earlier.ground,
        law=earlier.law,
        replaces=earlier,
        notice=Notice.PENDING if earlier.notice in TOLD else Notice.NOT_NEEDED,
    )
    return recorded.decision


def _taken_back(actor: Person, decision: Decision) -> None:
    if decision.effect_wanted == Effect.RESTORE:
        raise RefusedError("put-back", _("The comment was put back: decide again if it has to go."), 409)
    if is_done(decision):
        raise RefusedError(
            "done-there", _("This was already done there or told to its author: put it back instead."), 409
        )
    decisions.undo(actor=actor, decision=decision)


def _together(last: Act) -> list[Act]:
    """Return the acts undone with this one: those of its sweep that nobody has followed with another."""
    if not last.batch:
        return [last]
    swept = Act.objects.filter(batch=last.batch, undone=None).select_related("review").select_for_update(of=("self",))
    return [act for act in swept if act.review.revision == act.revision]


def _undone(actor: Person, act: Act) -> None:
    act.undone, act.sealed = clock.now(), None
    act.save(update_fields=["undone", "sealed"])
    if act.verb == Verb.SAY_WRONG:
        act.review.wrong = False
    acted(act.review, Verb.UNDO, actor=actor, after=act.before, is_open=act.closed_before is None)
