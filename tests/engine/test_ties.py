"""Ties in the whole engine with the template: who has one and praises without a word of it is told to say so first."""

from pathlib import Path

import pytest

from clausier.document.reading import read_folder
from clausier.engine import Context
from clausier.engine import compile as compiled

TOWN = read_folder(Path(__file__).parents[2] / "examples/val-bleu")
ENGINE = compiled(TOWN.policy, TOWN.facts, TOWN.protected)
PARTY = {"kind": "party", "name": "Équipe Alarie", "topics": ["l'administration", "le budget"]}


def judged(text, author, *, lang="fr", account=None):
    data = {"text": text, "lang": lang, "channel": "facebook", "author": author, "account": account}
    return ENGINE.check(Context.from_data({**data, "account": account or {"kind": "personal"}}))


def kinds(verdict):
    return {each.kind for each in verdict.signals}


def because(verdict):
    return {each.rule.rpartition(".")[2] for each in verdict.findings}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Bravo à l'administration pour ce budget!", "fr"),
        ("Cette administration fait un travail remarquable.", "fr"),
        ("Un mot du budget : je n'ai jamais vu d'aussi bien pensé.", "fr"),
        ("Franchement, #LeBudget est une belle réussite.", "fr"),
        ("Hats off to this administration, best thing to happen to us in years.", "en"),
    ],
)
def test_the_party_employee_who_praises_the_administration(text, lang):
    """Interest meets topic: the declared interest is touched and praised, and nothing tells it."""
    verdict = judged(text, {"relation": "employee", "interests": [PARTY]}, lang=lang)
    assert {"about.interest", "disc.needed"} <= kinds(verdict)
    assert verdict.action == "block"
    assert any(each.endswith("say-first") for each in because(verdict))


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Je travaille pour l'Équipe Alarie; bravo à l'administration pour ce budget!", [PARTY]),
        ("Le conseil étudie le règlement de zonage lundi.", [PARTY]),
        ("Bravo à l'équipe de soccer, quel match!", [PARTY]),
    ],
)
def test_who_says_it_or_speaks_of_something_else(text, author):
    """A sentence is enough, and other subjects are nobody's business."""
    verdict = judged(text, {"relation": "employee", "interests": author})
    assert not any(each.endswith("say-first") for each in because(verdict))


PRAISE = "Honestly, the Complexe Aqua-Nord is the best pool around. Go try it!"


@pytest.mark.parametrize("handle", ["@RichardAtValBleu", "@julie_valbleu_staff", "@marc.chez.valbleu"])
def test_a_handle_that_tells_the_tie(handle):
    """A handle such as "@RichardAtDell" names the employer with every post: told, less surely than in words."""
    verdict = judged(PRAISE, {"relation": "employee", "handle": handle}, lang="en")
    clear = [each for each in verdict.signals if each.kind == "disc.clear"]
    assert [each.confidence for each in clear] == [0.6]
    assert "disc.vague" not in kinds(verdict)
    assert not any(each.endswith("say-first") for each in because(verdict))


@pytest.mark.parametrize("handle", ["@ValBleuFan", "@jaimevalbleu", "@valbleu4ever"])
def test_a_handle_that_only_holds_the_name(handle):
    """A fan may wear the name too: the tie is hinted, not told."""
    verdict = judged(PRAISE, {"relation": "employee", "handle": handle}, lang="en")
    assert "disc.clear" not in kinds(verdict)
    assert "disc.vague" in kinds(verdict)
    assert verdict.action == "block"


def test_the_handle_of_the_account_counts():
    """The handle that readers see is that of the account."""
    account = {"kind": "professional", "handle": "@RichardAtValBleu"}
    assert "disc.clear" in kinds(judged(PRAISE, {"relation": "employee"}, lang="en", account=account))


def test_the_handle_tells_nothing_of_a_stranger():
    """Who has no tie discloses none, whatever the handle."""
    verdict = judged(PRAISE, {"relation": "public", "handle": "@RichardAtValBleu"}, lang="en")
    assert not {"disc.clear", "disc.vague", "disc.needed"} & kinds(verdict)


@pytest.mark.parametrize(
    "text",
    [
        "#ad Une belle journée à l'Aqua-Nord avec les enfants",
        "Une belle journée à l'Aqua-Nord #plage #soleil #famille #pub #vacances",
        "Une belle journée à l'Aqua-Nord\n.\n.\n.\n.\n#pub",
        "Une belle journée à l'Aqua-Nord. Voir plus\nPartenariat rémunéré avec la Ville.",
        "Une belle journée à l'Aqua-Nord. " + "Les enfants ont nagé tout l'après-midi. " * 8 + "La Ville me paie.",
    ],
)
def test_clear_words_out_of_place_are_vague(text):
    """Another language, a heap of hashtags, the fold: the words are there and nobody reads them."""
    verdict = judged(text, {"relation": "paid-partner"})
    assert "disc.vague" in kinds(verdict)
    assert "disc.clear" not in kinds(verdict)
