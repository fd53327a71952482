"""To object to a decision, once and in time."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import PUBLIC, record
from clausier.decisions import notifications, subjects, terms
from clausier.decisions.models import Appeal, Decision
from clausier.decisions.permissions import appeal_deciders
from clausier.decisions.states import MOVES
from clausier.identity.models import Person
from clausier.identity.selectors import away_on, today
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved
from clausier.policy.selectors import clause_of, facts, policy_of

MOST_TEXT, MOST_CONTACT = 5_000, 200


@transaction.atomic
def lodge_appeal(
    *, decision: Decision, text: str, contact: str = "", language: str, actor: Person | None = None
) -> Appeal:
    """Lodge the one appeal from a decision; those who may hear it are told, and whoever left an e-mail address.

    The same words sent twice are one appeal. ``actor`` is the person who writes it down for somebody, if any.
    Refused: after the last day, where no appeal is open, from a decision that stands no more, and a second appeal.
    """
    said, reach = text.strip(), contact.strip()
    if not said:
        raise ValidationError({"text": _("Say in a few words why this decision should be looked at again.")})
    if len(said) > MOST_TEXT or len(reach) > MOST_CONTACT:
        raise ValidationError({"text": _("This is too long: %(most)s characters at most.") % {"most": MOST_TEXT}})
    locked = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    earlier = Appeal.objects.filter(decision=locked).first()
    if earlier:
        if (earlier.text, earlier.contact) == (said, reach):
            return earlier
        raise RefusedError("appealed", _("This decision has already been appealed."), 409)
    _check_window(locked)
    locked.standing = moved(MOVES, "appeal", locked.standing)
    locked.save(update_fields=["standing"])
    appeal = _kept(locked, said, reach, language)
    record("decisions.appeal.lodged", actor=actor or PUBLIC, subject=appeal, details={"decision": locked.uid})
    notifications.appeal_lodged(appeal, _hearers(locked))
    return appeal


def _check_window(decision: Decision) -> None:
    if decision.appeal_by is None:
        raise RefusedError("no-appeal", _("This decision cannot be appealed."), 409)
    if clock.now() > decision.appeal_by:
        raise RefusedError("too-late", _("The time to appeal this decision is over."), 409)


def _kept(decision: Decision, text: str, contact: str, language: str) -> Appeal:
    shown = subjects.show(decision.kind, decision.subject)
    clause = clause_of(decision.version, decision.clause)
    said = terms.appeal_of(policy_of(decision.version), clause, shown.channel if shown else "")
    due = terms.after(clock.now(), said.answered, facts()) if said and said.answered else None
    return Appeal.objects.create(decision=decision, text=text, contact=contact, language=language, due=due)


def _hearers(decision: Decision) -> list[Person]:
    """Return who may answer and is there today; everybody who may answer when nobody is."""
    those = [each.pk for each in (decision.by, decision.second) if each]
    able = list(appeal_deciders(decision.version, decision.clause).exclude(pk__in=those))
    away = away_on(today(), [person.pk for person in able])
    return [person for person in able if person.pk not in away] or able
