"""Claims in a house of finance: a name that others are told to buy is a security, and what it sells is the gain."""

import pytest

from clausier.document.model import Facts, Localized, Offering
from clausier.engine.context import Context
from clausier.engine.detector import Known, View
from clausier.engine.detectors import all_detectors
from clausier.engine.language import language_of
from clausier.engine.scanner import Scanner
from clausier.engine.text import Text
from clausier.engine.voice import deals_in_money

BANK = Known(
    Facts(
        names={"en": ("Larch Bank",), "fr": ("Banque du Mélèze",)},
        offerings=(Offering(id="fund", names=Localized({"en": "Larch Horizon", "fr": "Horizon Mélèze"})),),
    )
)
TOWN = Known(Facts(names={"en": ("City of Larch",), "fr": ("Ville de Mélèze",)}))


def kinds(text, known):
    context = Context.from_data({"text": text, "author": {"relation": "spokesperson"}})
    view = View(Text(text), context, known, language_of(Text(text), None))
    assert Scanner(all_detectors(), known).scan(view) == []
    return {each.kind for each in view.found if each.confidence >= 0.5}


def test_a_bank_deals_in_money():
    """Its own names tell it."""
    assert deals_in_money(BANK)
    assert not deals_in_money(TOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Buy Kestrel before the bell.",
        "Sell whatever you hold in Concretia, quickly.",
        "Load up on Larch Horizon today.",
        "Achetez le creux de Kestrel, vous me remercierez.",
        "Évitez Concretia cet automne.",
        "Ajoutez Horizon Mélèze à votre compte avant mars.",
    ],
)
def test_names_are_securities_in_a_bank(text):
    """What a bank tells others to buy or to sell is a security, even without the word."""
    assert "claim.recommendation" in kinds(text, BANK)


@pytest.mark.parametrize(
    "text",
    [
        "Buy Girl Guide cookies at the Sherbrooke branch.",
        "Achetez vos billets pour le gala de Laval.",
        "Should you buy Kestrel?",
        "We never say buy Kestrel.",
    ],
)
def test_everyday_buying_is_left_alone(text):
    """Cookies, tickets, questions and denials recommend nothing."""
    assert "claim.recommendation" not in kinds(text, BANK)


@pytest.mark.parametrize(
    "text", ["Buy local this Saturday.", "Grab Marcel's pie before noon.", "Evitez la rue Papineau."]
)
def test_names_are_names_in_a_town(text):
    """In the mouth of a town, a name is a name."""
    assert "claim.recommendation" not in kinds(text, TOWN)


def test_what_is_sold_is_the_gain():
    """A certainty beside the fund's name is a promise; its caution takes it back."""
    assert "claim.promissory" in kinds("Larch Horizon: no matter what, you come out ahead.", BANK)
    assert "claim.promissory" not in kinds("Larch Horizon: no matter what, read the prospectus.", BANK)
