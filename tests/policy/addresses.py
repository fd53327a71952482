"""The addresses of the policy, each with something that is there."""

from datetime import timedelta

from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.keeping import keep_scan
from clausier.policy.actions import comment, open_consultation, save_draft, start_draft
from clausier.policy.models import Resolution

CLAUSE = "comments.open-and-why"


def addresses(world):
    """Return the arguments of every address of the room."""
    draft, consulted = {"uid": _draft(world).uid}, _consulted(world)

    draft = {"uid": _changed(_draft(world)).uid}
    clause = draft | {"clause": CLAUSE}
    return {
        "policy": {},
        "policy-resolution": {"number": _resolved(world).number},
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
        "policy-council": draft | {"kind": "docx"},
        "policy-checks": draft,
        "policy-consultation": {"uid": consulted.uid},
        "policy-answers-seen": {"uid": consulted.uid},
        "policy-comment-answer": {"uid": _comment(world, consulted).uid},
        "policy-approvers": {},
        "policy-life": {},
        "policy-life-act": {"verb": "review"},
        "policy-draft-text": draft,
        "policy-draft-download": draft | {"kind": "md"},
        "policy-draft-clause": clause,
        "policy-new-clause": draft,
        "policy-new-chapter": draft,
        "policy-draft-steps": draft,
        "policy-draft-undo": draft | {"revision": 2},
        "policy-clause-act": clause,
        "policy-clause-does": clause,
        "policy-clause-add": clause,
        "policy-clause-part": clause | {"name": "commit"},
        "policy-clause-item": clause | {"name": "rules", "place": 0},
        "policy-clause-part-act": clause | {"name": "commit"},
        "policy-clause-item-act": clause | {"name": "comments", "place": 0},
        "policy-clause-yaml": clause,
        "policy-clause-part-yaml": clause | {"key": "comments"},
        "policy-clause-examples": clause,
        "policy-clause-questions": clause,
        "policy-clause-law": clause,
        "policy-clause-comments": clause,
        "policy-clause-compare": clause,
        "policy-clause-check": clause,
        "policy-draft-file": draft | {"path": "policy.yaml"},
        "policy-draft-act": draft | {"verb": "withdraw"},
        "policy-facts": {},
        "policy-facts-yaml": {},
        "policy-protected": {},
        "policy-protected-yaml": {},
        "policy-documents": {},
        "policy-documents-forget": {"name": "minutes"},
    }


def _changed(draft):
    """A draft with a change of it, which can be undone."""
    files = {path: f"{text}# A remark.\n" for path, text in draft.files.items()}
    return save_draft(actor=draft.author, version=draft, files=files, revision=draft.revision)


def grow(world):
    """Start more drafts."""
    for number in range(3):
        _draft(world, f"Draft {number}")


def _consulted(world):
    draft, day = _draft(world, "A text in consultation"), clock.now().date() + timedelta(days=3)
    return open_consultation(actor=draft.author, version=draft, closes=day, consulted="everybody")


def _resolved(world):
    """The version in force, by a resolution whose scan is kept."""
    by = world.people.get("author") or Person.objects.get(email="author@valbleu.example")
    kept = {"document": keep_scan("resolutions", b"%PDF-1.7 a scan"), "date": clock.now().date(), "by": by}
    Resolution.objects.get_or_create(version=world.version, defaults=kept | {"body": "The council", "number": "12"})
    return world.version


def _comment(world, draft):
    observer = world.people.get("observer") or world.person
    return comment(actor=observer, version=draft, text="Who decides?", clause=CLAUSE)


def _draft(world, title="A clearer clause"):
    author = world.people.get("author") or Person.objects.get(email="author@valbleu.example")
    return start_draft(actor=author, title=title)
