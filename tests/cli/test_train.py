"""``clausier train``: enough decisions, no worse than before, or nothing changes."""

import json

import pytest

from clausier.audit.models import Entry
from clausier.engine.heads import learned

np = pytest.importorskip("numpy")

from clausier.engine.heads.model import Head  # noqa: E402  # not without the extra

pytestmark = pytest.mark.django_db(transaction=True)
WORD = "zut"


class Reader:
    """Heads that read one thing of a message: whether a word is in it."""

    def __init__(self, right=1.0):
        dice = np.random.default_rng(0)
        hidden, answers = dice.standard_normal((2, 8)), dice.standard_normal((8, 1))
        zero = np.zeros(1)
        made = (hidden, np.zeros(8), answers, zero, zero, np.ones(1))
        self.made = Head("abuse", ("abuse.insult",), *(each.astype(np.float32) for each in made))
        self.right = right

    def head(self, _name):
        return self.made

    def rows(self, views):
        told = [float(WORD in view.text.folded) for view in views]
        return np.array([[each, 1 - each] for each in told], np.float32)


@pytest.fixture
def _reader(monkeypatch, organization):
    reader = Reader()
    monkeypatch.setattr(learned, "installed", lambda _: reader)
    monkeypatch.setattr(learned, "LearnedHeads", lambda: reader)


def _file(folder, count):
    lines = [{"text": f"{WORD} {number}", "labels": ["abuse.insult"]} for number in range(count)]
    lines += [{"text": f"merci {number}", "labels": []} for number in range(count)]
    path = folder / "judged.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.mark.usefixtures("_reader")
def test_too_few_decisions_teach_nothing(clausier, tmp_path):
    """One sentence says how many are needed, and how many there are."""
    result = clausier("train", "abuse", "--data", _file(tmp_path, 29))

    assert result.status == 2
    assert "at least 30 examples of each sort" in result.err
    assert "Messages acted on: 29; kept: 29" in result.err


@pytest.mark.usefixtures("_reader")
def test_a_head_that_learns_is_kept(clausier, tmp_path):
    """The figures before and after are told, and the act is in the ledger."""
    from django.conf import settings

    result = clausier("train", "abuse", "--data", _file(tmp_path, 60), "--epochs", "200")
    (settings.HOME.heads / "abuse.npz").unlink()

    assert result.status == 0
    assert "1.000 after" in result.out
    assert Entry.objects.latest("seq").action == "moderation.head.trained"


@pytest.mark.usefixtures("_reader")
def test_a_line_that_is_no_judged_message_is_named(clausier, tmp_path):
    """The file and the line are told."""
    path = tmp_path / "judged.jsonl"
    path.write_text('{"text": "merci", "labels": []}\n{"text": 3}\n', encoding="utf-8")

    assert "line 2" in clausier("train", "abuse", "--data", path).err


@pytest.mark.usefixtures("organization")
def test_without_the_extra_it_says_what_to_type(clausier, monkeypatch):
    """Nothing to train where the heads are not installed."""
    monkeypatch.setattr(learned, "installed", lambda _: None)

    assert "pip install 'clausier[ml]'" in clausier("train", "abuse").err


@pytest.mark.usefixtures("_reader")
def test_without_any_decision_nothing_is_read(clausier):
    """A new installation has none: the command says how many it takes."""
    done = clausier("train", "abuse")

    assert done.status == 2
    assert "Messages acted on: 0; kept: 0" in done.err
