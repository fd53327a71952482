"""A policy that asks for words, and people who give them.

Versions are made straight in the database: how they are adopted is tested where it is done.
"""

from functools import cache

from clausier.chapters.ambassadors.actions import ask, commit
from clausier.document.reading import read_mapping
from clausier.lib import clock
from clausier.policy.models import FactsRevision, Version
from clausier.policy.selectors import in_force
from clausier.policy.states import Status
from factories.policy import FILES, changed
from people import make_person

CLAUSE = "transparency.say-who-you-are"
COMMIT = "commit: {as: acknowledge, within: 30d, then: [manager, communications]}"
TEXT = "Say what ties you to us."


def asking(words=COMMIT):
    """The files of a policy whose second chapter asks everybody for a word."""
    return changed(COMMIT, words)


def make_version(files=None, title="The first version", *, is_minor=False):
    """A version in force from now on."""
    files = files or FILES
    if not FactsRevision.objects.exists():
        FactsRevision.objects.create(number=1, text=files["facts.yaml"], digest="0" * 64)
    said = tuple((path, text) for path, text in files.items() if path.startswith(("policy", "chapters")))
    last = Version.objects.exclude(major=None).order_by("major", "minor").last()
    major, minor = (last.major, last.minor) if last else (0, 0)
    return Version.objects.create(
        status=Status.ADOPTED,
        title=title,
        files=dict(said),
        digest=_digest(said),
        major=major if is_minor else major + 1,
        minor=minor + 1 if is_minor else 0,
        is_minor=is_minor,
        in_force_from=clock.now(),
        announced=clock.now(),
    )


@cache
def _digest(said):
    return read_mapping(dict(said), "policy").digest


def amended(new=TEXT + " Always.", files=None, *, is_minor=False):
    """A version in force in which the clause reads otherwise."""
    return make_version(changed(TEXT, new, files or FILES), title="Always", is_minor=is_minor)


def give_word(person, word="acknowledge", **values):
    """The person's word on the version in force."""
    version = in_force()
    shown = {"version": version, "word": word, "language": "fr", "digest": version.digest}
    return commit(person=person, **(shown | values))


def make_remark(person=None, text="What of my own page?"):
    """A question by somebody."""
    return ask(person=person or make_person("Curious One"), text=text)
