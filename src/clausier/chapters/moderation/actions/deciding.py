"""To hide or remove a comment: for a clause of the policy or for a law, with the facts and the passage."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation.actions.acting import acted, claimed, tell
from clausier.chapters.moderation.models import Review
from clausier.chapters.moderation.permissions import Case, Sound, check_second, sound
from clausier.chapters.moderation.selectors.decided import standing_of
from clausier.chapters.moderation.selectors.grounds import (
    findings_of,
    language_for,
    masked_quote,
    seen_by_after,
)
from clausier.chapters.moderation.states import Verb
from clausier.decisions import actions as decisions
from clausier.decisions.actions import Recorded
from clausier.decisions.models import Decision
from clausier.decisions.states import Effect, Kind, Standing
from clausier.identity.models import Person
from clausier.lib.refusals import RefusedError
from clausier.policy.selectors import policy_of

PAST = {Verb.HIDE: "hidden", Verb.REMOVE: "removed"}


@transaction.atomic
def hide(  # noqa: PLR0913  # a reasoned act has so many parts
    *,
    actor: Person,
    review: Review,
    revision: int,
    facts: str,
    clause: str = "",
    law: str = "",
    quote: str = "",
    second: Person | None = None,
) -> Recorded:
    """Hide a comment; what is true afterwards and what is refused is as for ``remove``."""
    case = Case(Effect.HIDE, facts.strip(), clause, law.strip(), quote)
    return _against(Verb.HIDE, actor, claimed(actor, review, revision, Verb.HIDE), case, second)


@transaction.atomic
def remove(  # noqa: PLR0913  # idem
    *,
    actor: Person,
    review: Review,
    revision: int,
    facts: str,
    clause: str = "",
    law: str = "",
    quote: str = "",
    second: Person | None = None,
) -> Recorded:
    """Remove a comment: a decision stands, with what opens its author's slip, and what to do there waits to be ticked.

    The version that was in force when the comment was written is cited; an earlier decision on the comment stands no
    more. ``second`` is who has agreed, where a second person must (``seconding.agree`` is how they do).
    Refused: an act that the network does not have, a clause that is no ground, a revision that is not the last, a
    second person who is missing (``second-needed``) or the same. Raises ValidationError for facts, a law or a passage
    that are missing or wrong.
    """
    case = Case(Effect.REMOVE, facts.strip(), clause, law.strip(), quote)
    return _against(Verb.REMOVE, actor, claimed(actor, review, revision, Verb.REMOVE), case, second)


def _against(verb: Verb, actor: Person, row: Review, case: Case, second: Person | None) -> Recorded:
    held = sound(row.item, case)
    if second:
        check_second(actor, second)
    elif held.why_second:
        raise RefusedError("second-needed", held.why_second.sentence, 409)
    return decided(row, verb, case, held, by=actor, second=second)


def decided(  # noqa: PLR0913  # idem
    review: Review, verb: Verb, case: Case, held: Sound, *, by: Person | None, second: Person | None = None
) -> Recorded:
    """Record a case that holds, in the transaction of the act; the last person who agreed is the one who acts."""
    recorded = decisions.decide(**_reasons(review.item, case, held), actor=by, second=second)
    actor = second or by
    acted(review, verb, actor=actor, is_open=by is None, decision=recorded.decision, sealed=_sealed(recorded))
    tell(f"review.{PAST[verb]}", actor, review, decision=recorded.decision.uid)
    return recorded


def _reasons(item: Item, case: Case, held: Sound) -> dict[str, Any]:
    """Return what a decision says of a case."""
    language = language_for(policy_of(held.version), item)
    clause = held.clause.id if held.clause else ""
    return {
        "kind": Kind.COMMENT,
        "subject": item,
        "version": held.version,
        "clause": clause,
        "facts": case.facts,
        "effect_wanted": case.effect,
        "quote": masked_quote(item, *held.passage) if held.passage else "",
        "language": language,
        "ground": case.ground,
        "law": case.law,
        "found_by_program": clause in {each["clause"] for each in findings_of(item)},
        "replaces": replaceable(item.uid),
        "seen_by_after": seen_by_after(item.channel, case.effect, language),
    }


def replaceable(item: str) -> Decision | None:
    """Return the decision that a new one replaces; raise RefusedError while its appeal is open."""
    earlier = standing_of(item)
    if earlier and earlier.standing == Standing.APPEALED:
        raise RefusedError("appealed", _("An appeal is open: the person who answers it decides."), 409)
    return earlier


def _sealed(recorded: Recorded) -> bytes | None:
    """Return the key and the letters, encrypted: whoever must hand them over does it after the next comments."""
    if not recorded.key:
        return None
    sealed: bytes = settings.HOME.fernet().encrypt(f"{recorded.key} {recorded.letters}".encode())
    return sealed
