"""What comes close to a problem and is none."""

import pytest

from folders import problems, spoiled

SOUND = [
    ("policy", "sector:", "extends: null\nsector:"),
    ("policy", "sector: public-body", "sector: company"),
    ("02", "then: [manager, communications]", "then: [owner]"),
    ("02", '[facebook, "x"]', '["*"]'),
    ("02", "declare: [employer, client]", "declare: [sponsor, association]"),
    ("02", "unless: {signal: [disc.clear]}", "unless: [{signal: [disc.clear]}, {account_kind: official}]"),
    ("02", '["abuse.*", "!abuse.profanity"]', '["*", "!disc.*"]'),
    ("02", "Bravo à {party}!", "Bravo à {figure} de {handle}: {} {protected} { party }"),
    ("06", "20:00-07:00", "00:00-24:00"),
    ("06", "mon-sun", "sat-mon"),
    ("08", "id: roads", "id: questions"),
    ("09", "within: 12m", "within: 365d!"),
    ("09", "within: 12m", "within: 1y"),
    ("09", "[pi.sin, pi.phone]", '["pi.*", "!pi.sensitive-fact"]'),
    ("10", "deciders: 2", "deciders: 3"),
    ("facts", "holidays: CA-QC", "holidays: FR"),
    ("facts", "holidays: CA-QC, ", ""),
    ("facts", "America/Toronto", "UTC"),
    ("facts", "2029-11-04", "2029-09-21"),
    ("facts", "Complexe Aqua-Nord, en:", "Projets Mésanges, en:"),
    ("code", "until: 2027-03-15", "until: 2026-11-23"),
    ("09", "Ce commentaire attaque une personne.", "La critique reste; une attaque contre une personne est retirée."),
    ("09", "This comment attacks a person.", "'It attacks a person, your criticism is not at issue.'"),
    ("08", "{intent: question}, route", "{intent: question, signal: spam.scam}, do: hold, say: {fr: A, en: A}, route"),
    ("08", "{intent: question}, route", "{intent: [emergency, legal-threat]}, do: hold, say: {fr: A, en: A}, route"),
    ("11", "number: 11", "number: 40"),
]


@pytest.mark.parametrize("change", SOUND, ids=lambda change: f"{change[0]}-{change[2][:30]}")
def test_no_error_is_told(tmp_path, change):
    """A warning may be: an example may be wanting after the change."""
    assert [str(each.place) + each.code for each in problems(tmp_path, spoiled(change)) if each.level == "error"] == []


def test_an_entry_whose_day_is_over_is_free(tmp_path):
    """From the day after ``until`` on, by the reference date of the policy."""
    told = ("02", "Dites ce qui vous lie à nous.", "Voici le projet Mésange.")
    assert problems(tmp_path / "over", spoiled(told, ("code", "2027-03-15", "2026-11-22"))) == []
    assert problems(tmp_path / "last", spoiled(told, ("code", "2027-03-15", "2026-11-23"))) != []


def test_a_company_may_judge_of_tone(tmp_path):
    """The ground of opinion is a limit of public bodies."""
    tone = ("09", "Les attaques sont retirées", "Les commentaires négatifs")
    assert problems(tmp_path, spoiled(tone, ("policy", "public-body", "company"))) == []
