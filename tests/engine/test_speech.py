"""How a thing is said: in earnest, denied, warned against or reported."""

import re

import pytest

from clausier.engine.speech import affirmed, reported
from clausier.engine.text import fold


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rendement garanti!", True),
        ("Nous n'offrons aucun rendement garanti.", False),
        ("Méfiez-vous d'un rendement garanti", False),
        ("Il n'y a rien à perdre. Rendement garanti!", True),
        ("Rendement garanti? C'est une arnaque.", True),
        ("Un rendement garanti est une arnaque.", False),
        ("We never promise a rendement garanti", False),
        ("Enlevez « rendement garanti » de l'affiche", False),
        ('"Rendement garanti" is banned from our posts', False),
        ("À publier : « rendement garanti dès demain »", True),
    ],
)
def test_affirmed(text, said):
    """A denial or a warning counts in its own sentence only."""
    match = re.search("rendement garanti", fold(text))
    assert affirmed(match) is said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Un homme m'a dit « idiot » hier", True),
        ('The headline reads "idiot mayor" today', True),
        ("« Idiot » toi-même", False),
        ("Quel idiot a fait ce plan?", False),
    ],
)
def test_reported(text, told):
    """Words between quotation marks or after a verb of saying are somebody else's."""
    folded = fold(text)
    assert reported(folded, folded.index("idiot")) is told
