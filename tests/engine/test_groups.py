"""Naming people is no sign of anything: whoever is named, ordinary sentences raise no alarm of abuse."""

import pytest

from clausier.engine.groups import LISTS, Marked, Mention, mentions_of, terms
from clausier.engine.words import words
from engine.detectors.run import signals

SENTENCES = {
    "fr": (
        "Des nouvelles de {} ce matin à la bibliothèque.",
        "Un atelier pour {} aura lieu mardi.",
        "J'en parlais avec {}.",
    ),
    "en": (
        "Some news about {} at the library today.",
        "There is a workshop for {} on Tuesday.",
        "I talked with {} today.",
    ),
}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["groups", "traits"])
def test_identity_terms_alone_never_alarm(language, name):
    """No word that names people raises abuse by itself."""
    texts = [each.format(term) for term in words(name, language) for each in SENTENCES[language]]
    alarms = {
        text: found for text in texts if (found := [each for each in signals(text) if each[0].startswith("abuse.")])
    }
    assert alarms == {}


def test_each_term_knows_its_list():
    """The lists are those of the terms."""
    assert set(terms().values()) <= set(LISTS)
    assert terms()["immigrants"] == "groups"


def test_marks_people_and_those_who_take_them_up():
    """People and the words that take them up are marked, each with the way back."""
    text = "ok ~ the refugees came, and they stay"
    start = text.index("refugees")
    mentions = mentions_of(text, [(start, start + len("refugees"), "refugees")])
    marked = Marked(text, mentions)
    assert marked.text == "ok   the ~ came, and ~ stay"
    assert text[marked.folded(marked.text.index("came")) :].startswith("came")
    assert text[marked.folded(marked.text.index("stay")) :] == "stay"


def test_a_mention_needs_people():
    """An adjective names people only beside a word for people."""
    start = len("a ")
    assert mentions_of("a black cat", [(start, start + 5, "black")]) == []
    assert mentions_of("a black man", [(start, start + 5, "black")]) == [Mention(2, 11, "~")]
