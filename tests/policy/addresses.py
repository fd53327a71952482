"""The addresses of the policy, each with something that is there."""

from clausier.identity.models import Person
from clausier.policy.actions import start_draft

CLAUSE = "comments.open-and-why"


def addresses(world):
    """Return the arguments of every address of the room."""
    draft = {"uid": _draft(world).uid}
    return {
        "policy": {},
        "policy-version": {"number": world.version.number},
        "policy-clause": {"number": world.version.number, "clause": CLAUSE},
        "policy-file-now": {"kind": "md"},
        "policy-file": {"number": world.version.number, "kind": "md"},
        "policy-embedded": {},
        "policy-compare": {},
        "comments-policy": {},
        "feed": {},
        "policy-drafts": {},
        "policy-draft": draft,
        "policy-draft-text": draft,
        "policy-draft-download": draft | {"kind": "md"},
        "policy-draft-clause": draft | {"clause": CLAUSE},
        "policy-draft-file": draft | {"path": "policy.yaml"},
        "policy-draft-act": draft | {"verb": "withdraw"},
        "policy-facts": {},
        "policy-protected": {},
        "policy-documents": {},
        "policy-documents-forget": {"name": "minutes"},
    }


def grow(world):
    """Start more drafts."""
    for number in range(3):
        _draft(world, f"Draft {number}")


def _draft(world, title="A clearer clause"):
    author = world.people.get("author") or Person.objects.get(email="author@valbleu.example")
    return start_draft(actor=author, title=title)
