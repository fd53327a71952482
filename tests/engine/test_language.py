"""The language of a message: by its words, the hint only where they do not tell."""

import pytest

from clausier.engine.language import language_of
from clausier.engine.text import Text


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("À quelle heure ferme la piscine dimanche?", None, "fr"),
        ("a quelle heure ferme la piscine dimanche", None, "fr"),
        ("jsuis tanné, ça fait 2 semaines que mon bac est là", None, "fr"),
        ("When does the pool close on Sunday?", None, "en"),
        ("u guys rock, best pool ever", None, "en"),
        ("J'suis tanné de ce bus, what the hell is this service", None, "mixed"),
        ("Belle soirée au parc avec la famille #friday #goodvibes", None, "fr"),
        ("See you at @VilleValBleu, https://valbleu.example/horaire/de/la/piscine, thanks", None, "en"),
        ("The Soléa stick is in my bag and I love it", None, "en"),
        ("👏👏👏", None, "und"),
        ("👏👏👏", "fr", "fr"),
        ("Wow!", "en", "en"),
        ("When does the pool close on Sunday?", "fr", "en"),
        ("¿Dónde está la biblioteca municipal?", None, "other"),
        ("Где находится библиотека?", "fr", "other"),
        ("", None, "und"),
    ],
)
def test_language_of(text, hint, language):
    """What a person would say."""
    assert language_of(Text(text), hint) == language
