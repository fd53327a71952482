"""What the encoder reads: plain words for disguises, and nothing lost of an honest message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.engine.heads.plain import MOST, plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("b0nj0ur", "bonjour"),
        ("h3ll0 fr13nds", "hello friends"),
        ("va-t'en, f.a.c.h.e.u.x", "va-t'en, facheux"),
        ("G R U M P Y people", "GRUMPY people"),
        ("noooooon", "noon"),
        ("#FiersDeNousAutres", "Fiers De Nous Autres"),
        ("JE SUIS FÂCHÉ", "je suis fâché"),
        ("gr\u200bum\u00adpy", "grumpy"),
        ("grum\u0440y", "grumpy"),
    ],
)
def test_disguises_are_undone(written, read):
    """Digits for letters, letters apart, invisible marks, other alphabets: read as they would be written."""
    assert plain(written) == read


@pytest.mark.parametrize(
    "text", ["Rendez-vous à 20h30, le 3e étage", "COVID19", "50% off at 8pm", "Il coûte 1 200 $", "l'hôtel de ville"]
)
def test_numbers_and_honest_words_stay(text):
    """An hour, a floor, a price or a name with digits is no disguise."""
    assert plain(text) == text


def test_signs_are_told_by_their_name():
    """An emoji is read as its name, with the colour of its skin."""
    assert "clown" in plain("🤡")
    assert "black" in plain("👋🏿")


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    """Whatever comes is read, and stays of the size of what is kept of it."""
    assert isinstance(plain(text), str)


def test_a_flood_is_cut():
    """A message of a million characters costs no more than a long one."""
    assert len(plain("a b " * 250_000)) <= MOST
