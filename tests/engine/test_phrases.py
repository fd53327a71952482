"""The lists of phrases: every one is read, linear, anchored, and there in both languages."""

import pytest

from clausier.engine import phrases as reading
from clausier.engine.linear import problem_of
from clausier.engine.phrasebook import Phrasebook, of_lists, phrasebook
from clausier.engine.phrases import FEW_WORDS, Phrase, read
from clausier.engine.words import LANGUAGES, lines, words
from clausier.library import LIBRARY

LISTS = sorted({file.name.split(".")[0] for file in (LIBRARY / "phrases").iterdir()})
WORDS = sorted({file.name.split(".")[0] for file in (LIBRARY / "words").iterdir()})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LISTS)
def test_each_list_is_sound(name, language):
    """Each phrase compiles to a linear expression."""
    patterns = [Phrase(row.pattern).pattern for row in read(name, language)]
    assert patterns
    assert {pattern: problem for pattern in patterns if (problem := problem_of(pattern))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WORDS)
def test_each_list_of_words_is_there_once(name, language):
    """A word stands once in its list."""
    listed = lines("words", name, language)
    assert listed
    assert sorted(listed) == sorted(set(listed))
    assert all(word == word.strip() for word in words(name, language))


def _found(name, text):
    return [match[0] for match in phrasebook().read(text).of(name)]


def test_the_little_grammar():
    """Choices, optional words, endings, a few words and names are read as the page of the module says."""
    assert _found("threats", "i'm going to really hurt your family") == ["i'm going to really hurt your family"]
    assert _found("praise", "felicitations a l'equipe") == ["felicitations"]
    assert _found("ties-named", "comme bibliothecaire de la ville") != []
    assert FEW_WORDS in read("calling", "en")[0].pattern


def test_a_word_is_whole():
    """A phrase is no part of a longer word."""
    assert _found("offers", "promotional") == []


def test_the_lists_made_ready_are_the_lists():
    """``python -m clausier.engine.phrases > src/clausier/library/phrases.json`` writes them again."""
    assert reading.READY.read_text(encoding="utf-8") == reading.made_ready() + "\n"


def test_a_list_that_changed_since_is_read_itself(tmp_path, monkeypatch):
    """What was made ready before is left aside, and every phrase is found either way."""
    text = "i will find you and i know where you live"
    expected = [match.span() for match in of_lists("threats").read(text).of("threats")]
    stale = tmp_path / "phrases.json"
    stale.write_text('{"digest": "of another day", "lists": {}}', encoding="utf-8")
    reading.beforehand.cache_clear()
    monkeypatch.setattr(reading, "READY", stale)

    try:
        assert reading.beforehand() == {}
        rows = [row for language in LANGUAGES for row in reading.read("threats", language)]
        assert [match.span() for match in Phrasebook([("threats", rows)]).read(text).of("threats")] == expected
        assert expected
    finally:
        reading.beforehand.cache_clear()
