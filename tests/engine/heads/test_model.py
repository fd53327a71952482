"""The small networks: read as written, .5 at the threshold."""

import pytest

np = pytest.importorskip("numpy")

from clausier.engine.heads.model import Head, Trunk  # noqa: E402  # not without the extra
from clausier.engine.heads.training import Judged, macro_f1, retrained  # noqa: E402

KINDS = ("abuse.insult", "abuse.threat")


def _head(width=6, seed=0):
    dice = np.random.default_rng(seed)

    def some(*shape):
        return dice.standard_normal(shape).astype(np.float32)

    return Head("abuse", KINDS, some(width, 8), some(8), some(8, 2), some(2), some(2), np.ones(2, np.float32))


def _judged(count=200, width=6):
    dice = np.random.default_rng(3)
    rows = dice.standard_normal((count, width)).astype(np.float32)
    wanted = (rows[:, :2] > 0).astype(np.float32)
    return Judged(rows, wanted, np.ones_like(wanted))


def test_one_half_is_the_threshold():
    """A kind begins to be told at one half, wherever its threshold is."""
    head = _head()
    rows = np.random.default_rng(1).standard_normal((50, 6)).astype(np.float32)

    assert ((head.probabilities(rows) >= 0.5) == (head.answer(rows) >= head.threshold)).all()


def test_weights_are_read_as_they_were_written(tmp_path):
    """Half precision changes an answer by next to nothing."""
    head, path = _head(), tmp_path / "abuse.npz"
    head.write(path)
    rows = np.ones((1, 6), np.float32)

    assert Head.read(path).kinds == KINDS
    assert np.allclose(Head.read(path).answer(rows), head.answer(rows), atol=0.05)


def test_the_trunk_keeps_the_highest_and_the_mean():
    """Each unit keeps its highest and its mean value over the tokens of each text."""
    trunk = Trunk(np.eye(2, dtype=np.float32), np.zeros(2, np.float32))
    features = np.array([[1, 0], [3, 2], [5, 5]], np.float32)

    assert trunk.pooled(features, np.array([0, 2])).tolist() == [[3, 2, 2, 1], [5, 5, 5, 5]]


def test_a_head_learns_and_the_same_lessons_give_the_same_head():
    """What people judged moves the head their way, and twice the same way."""
    head, judged = _head(), _judged()
    learnt, again = retrained(head, judged), retrained(head, judged)

    assert macro_f1(learnt, judged) > macro_f1(head, judged)
    assert (learnt.answers == again.answers).all()


def test_what_nobody_said_of_a_kind_teaches_nothing_of_it():
    """A kind of which no sentence speaks keeps its answers' layer."""
    head, judged = _head(), _judged()
    silent = judged.known.copy()
    silent[:, 1] = 0
    learnt = retrained(head, Judged(judged.rows, judged.wanted, silent))

    assert (learnt.answers[:, 1] == head.answers[:, 1]).all()
    assert (learnt.answers[:, 0] != head.answers[:, 0]).any()
