"""The packs of obligations are complete, in both languages, and read as prose."""

import re

import pytest

from clausier.document.model.types import Localized
from clausier.document.packs import (
    DATES,
    FORCES,
    JURISDICTIONS,
    VERIFICATIONS,
    Obligation,
    known_packs,
    load_pack,
    load_packs,
)

SIZES = {
    "a11y": 10,
    "ca-federal": 17,
    "eu": 16,
    "qc-enterprise": 9,
    "qc-public": 9,
    "uk": 3,
    "us-finra": 13,
    "us-ftc": 10,
    "us-speech-limits": 5,
}
LONGEST = 320
OBLIGATIONS = [obligation for name in known_packs() for obligation in load_pack(name).obligations]

each_obligation = pytest.mark.parametrize("obligation", OBLIGATIONS, ids=lambda obligation: obligation.id)


def prose(obligation: Obligation) -> list[Localized]:
    """Return every text of an obligation that people read as a sentence or part of one."""
    return [obligation.say, obligation.binds, *([obligation.note] if obligation.note else [])]


def test_every_pack_is_there_with_all_its_obligations() -> None:
    """The library holds nine packs and ninety-two obligations."""
    assert {name: len(load_pack(name).obligations) for name in known_packs()} == SIZES
    assert len(OBLIGATIONS) == 92


def test_ids_are_unique() -> None:
    """No id is used twice, in one pack or across packs."""
    assert len({obligation.id for obligation in OBLIGATIONS}) == len(OBLIGATIONS)


@pytest.mark.parametrize("name", SIZES)
def test_a_pack_is_named_by_its_file_and_dated(name: str) -> None:
    """A pack says its own name, has a date and a title in both languages."""
    pack = load_pack(name)
    assert pack.name == name
    assert pack.version.isoformat() == "2026-11-23"
    assert set(pack.title) == {"fr", "en"}


def test_only_the_packs_asked_for_are_loaded() -> None:
    """The obligations come by id, in the order of the packs named."""
    asked = load_packs(["uk", "qc-public"])
    assert {obligation.pack for obligation in asked.values()} == {"uk", "qc-public"}
    assert next(iter(asked)) == "uk-cap-recognition"
    assert all(obligation.id == key for key, obligation in asked.items())


@pytest.mark.parametrize("name", ["qc-publique", "../networks/x", ""])
def test_an_unknown_name_is_refused(name: str) -> None:
    """A name that is no pack, or a path in disguise, is a KeyError."""
    with pytest.raises(KeyError):
        load_packs([name])


@each_obligation
def test_an_obligation_speaks_both_languages(obligation: Obligation) -> None:
    """Citation, sentence, who is bound and note are in French and in English; the sentences differ."""
    for text in (obligation.citation, *prose(obligation)):
        assert set(text) == {"fr", "en"}
        assert all(words.strip() == words and words for words in text.values())
    assert all(text["fr"] != text["en"] for text in prose(obligation))


@each_obligation
def test_an_obligation_says_one_short_sentence(obligation: Obligation) -> None:
    """What is asked fits one sentence, begins with a capital and ends with its only full stop."""
    for words in obligation.say.values():
        assert len(words) <= LONGEST
        assert words[0].isupper()
        assert words.endswith(".")
        assert not re.search(r"[.!?] [A-ZÀÉÊ]", words)


@each_obligation
def test_french_is_set_as_in_quebec(obligation: Obligation) -> None:
    """A space stands before a colon and inside quotation marks, none before a semicolon; no straight double quote."""
    for text in prose(obligation):
        assert not re.search(r'\S:(?=\s)| [;!?]|«\S|\S»|"|  ', text["fr"])


@each_obligation
def test_an_obligation_can_be_checked_at_its_source(obligation: Obligation) -> None:
    """Force, dates, jurisdiction and verification are words of the closed lists; the source is an address."""
    assert obligation.force in FORCES
    assert obligation.verified in VERIFICATIONS
    assert obligation.jurisdiction
    assert set(obligation.jurisdiction) <= set(JURISDICTIONS)
    assert set(obligation.dates) <= set(DATES)
    days = [day for several in obligation.dates.values() for day in several]
    assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day) for day in days)
    assert 1 <= len(obligation.source) <= 2
    assert all(re.fullmatch(r"https?://\S+", address) for address in obligation.source)


@each_obligation
def test_an_obligation_falls_under_chapters(obligation: Obligation) -> None:
    """It belongs to one or more of the ten chapters, named once each in their order."""
    assert obligation.chapters == tuple(sorted(set(obligation.chapters)))
    assert set(obligation.chapters) <= set(range(1, 11))
    assert obligation.chapters


@each_obligation
def test_a_partial_reading_says_what_was_not_read(obligation: Obligation) -> None:
    """Where the text was read only in part, a note tells which part."""
    assert obligation.note or obligation.verified != "partial"


def test_the_limits_on_the_organization_are_marked() -> None:
    """Eleven obligations bind the organization's own hand, reprisal and automatic sanction among them."""
    limits = {obligation.id for obligation in OBLIGATIONS if obligation.limit}
    assert len(limits) == 11
    assert {"ca-psdpa-no-reprisal", "eu-gdpr-staff-and-automation", "us-lindke-block-delete"} <= limits
