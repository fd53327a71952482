"""A text is kept, because its author submits it for the organisation or asks about it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.chapters.posts.models import Draft
from clausier.chapters.posts.selectors.judging import Question, judge
from clausier.document.networks import NETWORKS
from clausier.engine.verdict import Verdict
from clausier.identity.models import Person
from clausier.lib.refusals import RefusedError
from clausier.lib.tokens import digest
from clausier.policy.selectors import in_force

LONGEST, LONGEST_REASON = 20_000, 2_000


@transaction.atomic
def submit(*, actor: Person, text: str, channel: str = "", reason: str = "", is_question: bool = False) -> Draft:
    """Afterwards the text is kept with its verdict, for its author and for those who approve.

    The ledger gets its digest and verdict, never its words. Refused: no policy in force, a check that failed; invalid:
    an empty or overlong text, an unknown network, a submission that a clause forbids (it can be asked about), one that
    a clause wants a reason for and that gives none.
    """
    version = in_force()
    if version is None:
        raise RefusedError("no-policy", _("No policy is in force yet."), 409)
    words = _bounded(text, channel, reason)
    verdict = judge(version, actor, Question(text=words, network=channel, is_official=True))
    if verdict is None:
        raise RefusedError("check-failed", _("The check could not be made. Nothing was kept; try again."), 503)
    if not is_question:
        _require_acceptable(verdict, reason)
    draft = Draft.objects.create(
        author=actor,
        version=version,
        channel=channel,
        text=words,
        reason=reason.strip(),
        is_question=is_question,
        verdict=verdict.as_data(),
    )
    details = {"text": digest(words), "action": verdict.action, "version": version.number, "question": is_question}
    record("posts.draft.submitted", actor=actor, subject=draft, details=details)
    return draft


def _bounded(text: str, channel: str, reason: str) -> str:
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise ValidationError({"text": _("Write or paste a message first.")})
    if len(words) > LONGEST:
        raise ValidationError({"text": _("At most %(limit)s characters.") % {"limit": LONGEST}})
    if channel and channel not in NETWORKS:
        raise ValidationError({"network": _("This network is not known here.")})
    if len(reason) > LONGEST_REASON:
        raise ValidationError({"reason": _("At most %(limit)s characters.") % {"limit": LONGEST_REASON}})
    return words


def _require_acceptable(verdict: Verdict, reason: str) -> None:
    if verdict.action == "block":
        sentence = _("A clause asks not to publish this as it is. Mend it, or choose “Ask”.")
        raise ValidationError({"text": sentence}, code="blocked")
    if verdict.action == "justify" and not reason.strip():
        raise ValidationError({"reason": _("A clause asks for your reason. Write it in a sentence.")}, code="no-reason")
