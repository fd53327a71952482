"""What a person may do with a draft as it stands: the buttons that its page shows, each refused again by its action."""

from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.policy.models import Version
from clausier.policy.selectors import agreeing, consulting
from clausier.policy.states import OPEN, Consulted, Status

WRITERS = {
    Status.DRAFT: ("edit", "propose", "consult", "withdraw"),
    Status.CONSULTATION: ("end_consultation", "propose", "withdraw"),
    Status.PROPOSED: ("take_back", "withdraw"),
}


def offered(person: Person, draft: Version) -> frozenset[str]:
    """Return the verbs that are open to a person now."""
    if draft.status not in OPEN:
        return frozenset()
    records = {"record_consultation"} if can(person, "policy.consultation.record") else set()
    return _of_writers(person, draft) | _of_agreement(person, draft) | records


def may_read(person: Person, draft: Version) -> bool:
    """Tell whether a person may read a text before its adoption.

    Those who write and approve read all of them; an observer reads what is in consultation and what came out of it.
    """
    if can(person, "policy.drafts.edit") or can(person, "policy.version.approve") or can(person, "audit.ledger.view"):
        return True
    was_consulted = draft.closes is not None or draft.status == Status.PROPOSED
    return can(person, "policy.drafts.view") and was_consulted


def is_consulted(person: Person, draft: Version) -> bool:
    """Tell whether a person is one of those who are consulted on a text, whatever the day."""
    if draft.status != Status.CONSULTATION:
        return False
    return draft.consulted == Consulted.EVERYBODY or can(person, "policy.drafts.view")


def _of_writers(person: Person, draft: Version) -> frozenset[str]:
    if not can(person, "policy.drafts.edit"):
        return frozenset()
    not_yet = {"propose"} if consulting.is_taking_comments(draft) else set()
    return frozenset(WRITERS[Status(draft.status)]) - not_yet


def _of_agreement(person: Person, draft: Version) -> frozenset[str]:
    if draft.status != Status.PROPOSED:
        return frozenset()
    steps = agreeing.steps_of(draft)
    current = agreeing.open_step(steps)
    has_agreed = draft.approvals.filter(person=person).exists()
    may_agree = can(person, "policy.version.approve") and agreeing.step_for(person, steps) is not None
    verbs = {
        "approve": may_agree and not has_agreed,
        "reject": may_agree,
        "adopt": can(person, "policy.version.adopt") and current is None,
        "raise_level": can(person, "policy.version.adopt") and draft.is_minor,
        "ask_outside": can(person, "policy.version.adopt") and current is not None and current.outside,
        "resolution": can(person, "policy.resolution.record"),
    }
    return frozenset(verb for verb, is_open in verbs.items() if is_open)
