"""Every act that is recorded has its words in the ledger, in both languages."""

import re

from architecture.house import ROOT
from clausier.audit.words import all_words

RECORDED = re.compile(r'record\(\s*"([a-z-]+(?:\.[a-z-]+){2})"')


def test_acts_have_words():
    """Nobody meets the name of an act instead of what was done."""
    source = "\n".join(path.read_text() for path in (ROOT / "src/clausier").rglob("*.py"))
    recorded = set(RECORDED.findall(source))
    assert recorded
    assert recorded - set(all_words()) == set()
