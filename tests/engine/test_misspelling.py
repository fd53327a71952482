"""Words of abuse with two letters changed over or one left out are read as they were meant."""

import pytest

from clausier.engine.deobfuscation import plain_of
from clausier.engine.heads.plain import plain
from clausier.engine.misspelling import is_misspelt, meant, misspellings, written
from clausier.engine.text import Text


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("they are idoits", "they are idiots"),
        ("les imimgrants d'ici", "les immigrants d'ici"),
        ("l'imimgrant d'ici", "l'immigrant d'ici"),
        ("all parasties", "all parasites"),
        ("des parsites", "des parasites"),
    ],
)
def test_a_misspelt_word_is_read_as_it_was_meant(typed, read):
    """Letters changed over and letters left out, in both languages, after an elision too."""
    assert is_misspelt(Text(typed))
    assert plain_of(typed).text == read


@pytest.mark.parametrize(
    "text", ["the veil", "my mother has money", "une plage", "les montres", "le signe", "part of it", "", "ok"]
)
def test_a_word_that_means_itself_is_nobodys_misspelling(text):
    """Words of either language stay what they are, however near a word that matters."""
    assert not is_misspelt(Text(text))
    assert plain_of(text) is None


def test_what_the_encoder_reads_has_its_accents():
    """The word meant is told as it is written."""
    assert plain("C'est dégoutnat.") == "C'est dégoûtant."


def test_each_misspelling_is_one_slip_away_and_none_is_a_word_that_matters():
    """Every entry gives the word that it means, which is another."""
    assert all(wrong in misspellings(word) for wrong, word in meant().items())
    assert meant().keys().isdisjoint(written())


def test_the_first_letter_is_never_left_out():
    """A word without its first letter is too often another word."""
    assert "mmigrant" not in misspellings("immigrant")
