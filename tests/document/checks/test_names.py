"""Names: the tables of what is called by name cover the model, and what was meant is guessed."""

import dataclasses
from typing import Annotated, get_args, get_origin, get_type_hints

import pytest

from clausier.document.checks.clauses import RANGES
from clausier.document.checks.ids import EVERYWHERE, WITHIN
from clausier.document.checks.names import REFERENCES
from clausier.document.checks.obligations import CITED
from clausier.document.model import Facts, Policy, ProtectedList
from clausier.document.model.types import Slug
from folders import problems, spoiled

# Identifiers that are checked by hand, or that name what lies outside the document.
APART = {
    ("Policy", "id"),
    ("Policy", "extends"),
    ("Chapter", "chapter"),
    ("Example", "because"),
    ("Protect", "documents"),
}


def _fields(kind, seen):
    """Every field of a class of the model and of those it holds, with its annotation."""
    if kind in seen:
        return
    seen.add(kind)
    for name, hint in get_type_hints(kind, include_extras=True).items():
        yield kind, name, hint
        for part in _parts(hint):
            if dataclasses.is_dataclass(part):
                yield from _fields(part, seen)


def _parts(hint):
    yield hint
    if get_origin(hint) is not Annotated:
        for part in get_args(hint):
            yield from _parts(part)


FIELDS = [field for kind in (Policy, Facts, ProtectedList) for field in _fields(kind, set())]


def test_every_identifier_is_checked():
    """A field that holds identifiers is a reference, a definition, or listed apart: a new one cannot be forgotten."""
    tables = {(kind.__name__, name) for table in (REFERENCES, EVERYWHERE, WITHIN, CITED) for kind, name in table}
    held = [
        (kind.__name__, name) for kind, name, hint in FIELDS if Slug in _parts(hint) and get_origin(hint) is not dict
    ]
    assert set(held) - tables - APART == set()


def test_every_network_is_checked():
    """A field marked as a network is a reference; the handles of the facts are checked by hand."""
    network = Annotated[str, "network"]
    marked = {(kind, name) for kind, name, hint in FIELDS if network in _parts(hint)}
    assert marked - REFERENCES.keys() == {(Facts, "handles")}


def test_the_tables_name_fields_that_are_there():
    """A renamed field cannot leave its check behind."""
    there = {(kind, name) for kind, name, _ in FIELDS}
    assert (REFERENCES.keys() | EVERYWHERE.keys() | WITHIN.keys() | CITED | RANGES.keys()) - there == set()


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        (("policy", "within: everyone", "within: evryone"), "everyone"),
        (("02", '[facebook, "x"]', "[facebok]"), "facebook"),
        (("09", "10d, by: moderation", "10d, by: moderator"), "moderation"),
        (("02", "rules:", "serves: [ca-adstandard-disclosure]\n    rules:"), "ca-adstandards-disclosure"),
        (("policy", "regulation_packs: []", "regulation_packs: [qc-publc]"), "qc-public"),
        (("02", "Bravo à {party}!", "Bravo à {partie}!"), "party"),
        (("facts", "America/Toronto", "America/Toronta"), "America/Toronto"),
        (("facts", "CA-QC", "CA-QCC"), "CA-QC"),
    ],
)
def test_what_was_meant_is_guessed(tmp_path, change, meant):
    """The nearest name is offered first."""
    found = [problem for problem in problems(tmp_path, spoiled(change)) if problem.meant]
    assert [problem.meant for problem in found] == [meant]
    assert found[0].suggestion("fr").startswith(f"Vouliez-vous dire « {meant} »?")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Québec", "CA-QC"),
        ("quebec", "CA-QC"),
        ("Wales", "GB-WLS"),
        ("Nouvelle-Ecosse", "CA-NS"),
        ("United Kingdom", "GB"),
        ("UK", "GB"),
        ("qc", "CA-QC"),
        ("ca-qc", "CA-QC"),
        ("Atlantis", None),
    ],
)
def test_a_place_is_told_by_its_code(tmp_path, name, meant):
    """A name, a short form or small letters lead to the code; a code of any country or part of one stands."""
    where = ("policy", "sector:", f"jurisdictions: [{name}, FR, FR-75, US-NY, EU, INT]\nsector:")
    found = problems(tmp_path, spoiled(where))
    assert [(each.code, each.meant) for each in found] == [("not-jurisdiction", meant)]


def test_a_circle_is_told_whole(tmp_path):
    """Each audience of it, from itself back to itself."""
    found = problems(tmp_path, spoiled(("policy", "All staff}}", "All staff}, within: managers}")))
    assert [problem.values["cycle"] for problem in found] == [
        "everyone → managers → everyone",
        "managers → everyone → managers",
    ]
