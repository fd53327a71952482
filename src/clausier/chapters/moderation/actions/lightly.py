"""What is done to a comment without taking anything away: keep, hold, ask, sweep, say that the program is wrong."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from clausier.audit import actions as audit
from clausier.chapters.moderation.actions.acting import acted, claimed, tell
from clausier.chapters.moderation.actions.undoing import put_back
from clausier.chapters.moderation.models import Review
from clausier.chapters.moderation.selectors.decided import is_done, standing_of
from clausier.chapters.moderation.selectors.grounds import findings_of
from clausier.chapters.moderation.states import MOVES, Status, Urgency, Verb
from clausier.decisions import actions as decisions
from clausier.decisions.models import Decision
from clausier.decisions.states import Standing
from clausier.identity.models import Person
from clausier.identity.permissions import can, require
from clausier.lib.refusals import RefusedError
from clausier.lib.tokens import new_uid

SCREENFUL = 50


@transaction.atomic
def keep(*, actor: Person, review: Review, revision: int) -> Review:
    """Let a comment appear; nothing is decided against it, and nothing is written of its author.

    What the program had hidden is undone when nobody was told and nothing was done there; otherwise a decision puts it
    back. Refused while an appeal is open, and where somebody else was first.
    """
    row = claimed(actor, review, revision, Verb.KEEP)
    decision = _lifted(actor, row) if row.status == Status.HIDDEN else None
    acted(row, Verb.KEEP, actor=actor, decision=decision)
    tell("review.kept", actor, row)
    return row


@transaction.atomic
def hold(*, actor: Person, review: Review, revision: int) -> Review:
    """Keep a comment for a human look: a state, not a decision; nothing changes on the network."""
    row = claimed(actor, review, revision, Verb.HOLD)
    row.urgency = max(row.urgency, Urgency.TO_DECIDE)
    acted(row, Verb.HOLD, actor=actor)
    tell("review.held", actor, row)
    return row


@transaction.atomic
def ask(*, actor: Person, review: Review, revision: int, colleague: Person) -> Review:
    """Pass a comment to a colleague who may decide; it is asked of them. Refused for oneself."""
    row = claimed(actor, review, revision, Verb.ASK)
    if colleague.pk == actor.pk or not can(colleague, "moderation.decide"):
        raise RefusedError("bad-colleague", _("Ask somebody else who may decide on comments."), 409)
    row.asked = colleague
    row.urgency = max(row.urgency, Urgency.TO_DECIDE)
    acted(row, Verb.ASK, actor=actor)
    tell("review.asked", actor, row, of=colleague.ledger_id)
    return row


@transaction.atomic
def sweep(*, actor: Person, seen: Iterable[tuple[str, int]]) -> list[Review]:
    """Mark a screenful of harmless comments as seen, which is no decision; return those that were.

    ``seen`` holds the name and the revision of each review as the person saw it. What has changed meanwhile, or is not
    harmless, is left as it is. One entry of the ledger for the screen, one act for each, undone together.
    Refused above 50 at once.
    """
    require(actor, "moderation.decide")
    wanted = dict(seen)
    if len(wanted) > SCREENFUL:
        raise RefusedError("too-many", _("A screen holds 50 comments at most."), 409)
    waiting = Review.objects.select_for_update().filter(
        uid__in=wanted, status__in=MOVES["sweep"].sources, urgency=Urgency.HARMLESS, closed=None
    )
    rows = [row for row in waiting.order_by("pk") if row.revision == wanted[row.uid]]
    batch = new_uid()
    for row in rows:
        acted(row, Verb.SWEEP, actor=actor, batch=batch)
    if rows:
        details = {"reviews": [row.uid for row in rows]}
        audit.record("moderation.screen.swept", actor=actor, subject=batch, details=details)
    return rows


@transaction.atomic
def say_wrong(*, actor: Person, review: Review, revision: int) -> Review:
    """Say that the program is wrong about a comment; it counts in the figures of the clause that spoke, if one did."""
    row = claimed(actor, review, revision, Verb.SAY_WRONG)
    if row.wrong:
        raise RefusedError("repeated", _("This was already done."), 409)
    row.wrong = True
    clause = next((each["clause"] for each in findings_of(row.item)), "")
    acted(row, Verb.SAY_WRONG, actor=actor, after=row.status, is_open=row.closed is None, clause=clause)
    tell("program.contradicted", actor, row, clause=clause)
    return row


def _lifted(actor: Person, row: Review) -> Decision | None:
    """Take back the decision that hid a comment; return the one that puts it back, where one is needed."""
    standing = standing_of(row.item.uid)
    if standing is None:
        return None
    if standing.standing == Standing.STANDS and not is_done(standing):
        decisions.undo(actor=actor, decision=standing)
        return None
    with override(standing.language):
        facts = gettext("A person has looked: nothing in the policy stands against this comment.")
    return put_back(actor, row, standing, facts)
