"""Policies for the tests: a small one, and the people who write and approve it."""

from datetime import timedelta

from architecture.house import ROOT
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.policy.actions import adopt, approve, propose, start_draft
from clausier.policy.selectors.sources import of_path
from folders import spoiled
from people import make_person

TITLE = "The first version"
# The sample without a single problem, its examples included.
FILES = spoiled(
    ("02", "channel: facebook, expect: block, because: say-first}", "channel: facebook, expect: allow}"),
    ("02", "as: employee, expect: advise}", "as: employee, expect: allow}"),
    ("09", "as: public, expect: hide}", "as: public, expect: publish}"),
)


def author():
    """The person who writes the policy."""
    return Person.objects.filter(email="author@valbleu.example").first() or make_person(
        "Author", "author", email="author@valbleu.example"
    )


def approver():
    """The person who reads it before it is adopted."""
    return Person.objects.filter(email="approver@valbleu.example").first() or make_person(
        "Approver", "approver", email="approver@valbleu.example"
    )


def keeper():
    """The person who keeps the protected lists."""
    return Person.objects.filter(email="keeper@valbleu.example").first() or make_person(
        "Keeper", "privacy-officer", email="keeper@valbleu.example"
    )


def val_bleu():
    """The files of the town of the examples, protected lists included."""
    return of_path(ROOT / "examples" / "val-bleu")


def changed(old, new, files=None):
    """The files of the sample with one text in the place of another, wherever it stands."""
    files = dict(files or FILES)
    found = [path for path, text in files.items() if old in text]
    assert found, old
    return {path: text.replace(old, new) if path in found else text for path, text in files.items()}


def make_draft(files=None, title=TITLE):
    """A draft by the author."""
    return start_draft(actor=author(), title=title, files=FILES if files is None else files)


def make_proposal(files=None, title=TITLE, *, is_minor=False):
    """A proposal by the author."""
    return propose(actor=author(), version=make_draft(files, title), is_minor=is_minor)


def make_version(files=None, *, title=TITLE, in_force_from=None, is_minor=False):
    """A version by the author, approved by the approver, in force now or from a moment on."""
    version = make_proposal(files, title, is_minor=is_minor)
    approve(actor=approver(), version=version)
    return adopt(actor=author(), version=version, in_force_from=in_force_from or clock.now())


def in_days(number):
    """The moment that comes in so many days."""
    return clock.now() + timedelta(days=number)
