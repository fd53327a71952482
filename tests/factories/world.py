"""A whole small world for the tests of pages: an organisation, its policy in force, a person for each role.

Rows are made straight in the database, as it must be fast and somebody must be there first; what a room adds to the
world is made by its own factories, through its own actions.
"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from architecture.house import ROOT
from clausier.document.reading import read_folder
from clausier.document.writing import write_folder
from clausier.identity.models import Organization, Person
from clausier.identity.states import Role
from clausier.policy.models import FactsRevision, ProtectedRevision, Version
from clausier.policy.states import Status
from people import make_person

SINCE = datetime(2026, 1, 5, 14, 0, tzinfo=UTC)
VAL_BLEU = ROOT / "examples/val-bleu"


@dataclass(frozen=True)
class World:
    """Who and what is there. ``person`` and ``other`` hold no role; ``people`` holds one person for each role."""

    organization: Organization
    version: Version
    person: Person
    other: Person
    people: dict[str, Person] = field(default_factory=dict)

    def holder(self, role):
        """Return the person who holds a role; without one, the plain person."""
        return self.people.get(role, self.person)


def make_world():
    """Make the world of Val-Bleu."""
    organization = Organization.objects.create(pk=1, name="Ville de Val-Bleu")
    version = make_policy()
    return World(
        organization,
        version,
        make_person("Camille Personne"),
        make_person("Dominique Autre"),
        {role: make_person(f"Rôle {number}", role) for number, role in enumerate(Role.values)},
    )


def make_policy():
    """Put the policy of Val-Bleu in force, with its facts and its protected lists."""
    files = val_bleu()
    text = files["facts.yaml"]
    FactsRevision.objects.create(number=1, text=text, digest="0" * 64)
    lists = {path: text for path, text in files.items() if path.startswith("protected/")}
    ProtectedRevision.objects.create(number=1, sealed=settings.HOME.fernet().encrypt(_json(lists)))
    said = {path: text for path, text in files.items() if path == "policy.yaml" or path.startswith("chapters/")}
    return Version.objects.create(
        status=Status.ADOPTED,
        title="Première version",
        files=said,
        digest=read_folder(VAL_BLEU).digest,
        major=1,
        minor=0,
        made=SINCE,
        adopted=SINCE,
        in_force_from=SINCE,
        announced=SINCE,
    )


@cache
def val_bleu():
    """Return the texts of the example folder, written whole, by their path."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "val-bleu"
        write_folder(read_folder(VAL_BLEU), target)
        return {str(path.relative_to(target)): path.read_text() for path in sorted(target.rglob("*.yaml"))}


def _json(value):
    return json.dumps(value).encode()
