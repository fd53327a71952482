"""The addresses of the policy, each with something that is there."""

from datetime import timedelta

from clausier.identity.models import Person
from clausier.lib import clock
from clausier.policy.actions import comment, open_consultation, start_draft

CLAUSE = "comments.open-and-why"


def addresses(world):
    """Return the arguments of every address of the room."""
    draft, consulted = {"uid": _draft(world).uid}, _consulted(world)
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
        "policy-draft-folder": draft,
        "policy-folder": {"number": world.version.number},
        "policy-checks": draft,
        "policy-consultation": {"uid": consulted.uid},
        "policy-comment-answer": {"uid": _comment(world, consulted).uid},
        "policy-approvers": {},
        "policy-life": {},
        "policy-life-act": {"verb": "review"},
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


def _consulted(world):
    draft, day = _draft(world, "A text in consultation"), clock.now().date() + timedelta(days=3)
    return open_consultation(actor=draft.author, version=draft, closes=day, consulted="everybody")


def _comment(world, draft):
    observer = world.people.get("observer") or world.person
    return comment(actor=observer, version=draft, text="Who decides?", clause=CLAUSE)


def _draft(world, title="A clearer clause"):
    author = world.people.get("author") or Person.objects.get(email="author@valbleu.example")
    return start_draft(actor=author, title=title)
