"""Nothing of a personal information, a secret or a protected name is shown again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.document.vocabulary import SIGNALS
from clausier.engine.masking import mask

MASKED = sorted(kind for kind, signal in SIGNALS.items() if signal.masked)


@pytest.mark.parametrize(
    ("kind", "quote", "shown"),
    [
        ("pi.sin", "130 692 544", "••• ••• •••"),
        ("pi.phone", "(514) 555-0162", "(•••) •••-••••"),
        ("pi.email", "a.b@c.example", "•.•@•.•••••••"),
        ("secret.password", "Pa$$-1", "••••••"),
        ("conf.term", "Projet Mésange", "•••"),
        ("about.organization", "Val-Bleu", "Val-Bleu"),
    ],
)
def test_masks_by_kind(kind, quote, shown):
    """The author recognizes what is meant; nobody else learns it."""
    assert mask(kind, quote) == shown


@given(st.sampled_from(MASKED), st.text())
def test_shows_no_letter_nor_digit(kind, quote):
    """Whatever the alphabet."""
    assert not any(each.isalnum() for each in mask(kind, quote))


@given(st.text())
def test_marks_of_a_secret_are_part_of_it(quote):
    """A password keeps none of its marks."""
    assert set(mask("secret.password", quote)) <= {"•", *(each for each in quote if each.isspace())}
