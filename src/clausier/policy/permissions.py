"""What a person may do with a draft as it stands: the buttons that its page shows, each refused again by its action."""

from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.policy.models import Version
from clausier.policy.states import Status


def offered(person: Person, draft: Version) -> frozenset[str]:
    """Return the verbs that are open to a person now."""
    verbs = _of_writers(person, draft) | _of_agreement(person, draft)
    return verbs if draft.status in (Status.DRAFT, Status.PROPOSED) else frozenset()


def may_approve(person: Person, draft: Version) -> bool:
    """Tell whether a person is one who may agree to a text: an approver who wrote none of it."""
    return can(person, "policy.version.approve") and not draft.is_by(person)


def is_agreed(draft: Version) -> bool:
    """Tell whether somebody who did not write a proposal has approved it as it stands."""
    agreed = draft.approvals.filter(digest=draft.digest).select_related("person")
    return any(not draft.is_by(each.person) for each in agreed)


def _of_writers(person: Person, draft: Version) -> frozenset[str]:
    if not can(person, "policy.drafts.edit"):
        return frozenset()
    return frozenset({"withdraw", *(("edit", "propose") if draft.status == Status.DRAFT else ("take_back",))})


def _of_agreement(person: Person, draft: Version) -> frozenset[str]:
    if draft.status != Status.PROPOSED:
        return frozenset()
    verbs = {
        "approve": may_approve(person, draft) and not draft.approvals.filter(person=person).exists(),
        "adopt": can(person, "policy.version.adopt") and is_agreed(draft),
        "raise_level": can(person, "policy.version.adopt") and draft.is_minor,
        "resolution": can(person, "policy.resolution.record"),
    }
    return frozenset(verb for verb, is_open in verbs.items() if is_open)
