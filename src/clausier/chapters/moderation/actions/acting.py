"""What every act on a review does: hold the row, compare the revision, move the state, remember what was before."""

from datetime import datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clausier.audit import actions as audit
from clausier.chapters.moderation.models import Act, Proposal, Review
from clausier.chapters.moderation.states import MOVES, OPEN, Verb
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved

REPEATED, OVERTAKEN = "repeated", "overtaken"


def claimed(actor: Person, review: Review, revision: int, verb: Verb) -> Review:
    """Return the review, held until the end of the transaction, for the one who saw its last revision.

    Raises RefusedError: 403 for whoever may not decide; ``repeated`` when this very act was already done by the same
    person (a form sent twice); ``overtaken``, telling by whom and when, when somebody else was first.
    """
    require(actor, "moderation.decide")
    row = Review.objects.select_for_update(of=("self",)).select_related("item__channel").get(pk=review.pk)
    if row.revision != revision:
        raise _late(row, actor, revision, verb)
    return row


def acted(
    review: Review, verb: Verb, *, actor: Person | None, after: str = "", is_open: bool | None = None, **more: Any
) -> Act:
    """Write what an act leaves: the state, the revision, the row by which it can be undone; close what waited.

    ``after`` is the state that the verb leads to where the table does not say; ``is_open`` tells whether somebody must
    still decide, where the state does not say it.
    """
    before, closed_before = review.status, review.closed
    review.status = after or moved(MOVES, verb, review.status)
    stays_open = review.status in OPEN if is_open is None else is_open
    review.closed = None if stays_open else clock.now()
    review.revision += 1
    review.save()
    if verb != Verb.SAY_WRONG:
        Proposal.objects.filter(review=review, answered=None).update(answered=clock.now())
    return Act.objects.create(
        review=review,
        verb=verb,
        by=actor,
        revision=review.revision,
        before=before,
        after=review.status,
        closed_before=closed_before,
        **more,
    )


def tell(action: str, actor: Person | None, review: Review, **details: Any) -> None:
    """Write the act in the ledger."""
    audit.record(f"moderation.{action}", actor=actor or audit.PROGRAM, subject=review, details=details)


def _late(row: Review, actor: Person, revision: int, verb: Verb) -> RefusedError:
    mine = Act.objects.filter(review=row, revision=revision + 1, by=actor, verb=verb, undone=None)
    if mine.exists():
        return RefusedError(REPEATED, _("This was already done."), 409)
    last = Act.objects.filter(review=row).select_related("by").first()
    if last is None:
        return RefusedError(OVERTAKEN, _("This comment has changed in the meantime."), 409)
    words = {"name": last.by.name if last.by else "Clausier", "time": _hour(last.at), "verb": last.get_verb_display()}
    sentence = gettext("%(name)s was first, at %(time)s: %(verb)s. What you typed is still here.") % words
    return RefusedError(OVERTAKEN, sentence, 409)


def _hour(at: datetime) -> str:
    return localtime(at).strftime("%H:%M")
