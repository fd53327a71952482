"""The words of the acts of the ledger."""

import re
from pathlib import Path

import clausier
from clausier.audit.words import all_words

SOURCES = Path(clausier.__file__).parent
RECORDED = re.compile(r"""\brecord\(\s*"([a-z]+(?:\.[a-z-]+){2})\"""")


def test_every_act_that_is_recorded_has_words():
    """Whoever reads the ledger reads sentences, never codes."""
    acts = {name for file in SOURCES.rglob("*.py") for name in RECORDED.findall(file.read_text("utf-8"))}
    assert acts
    assert acts - set(all_words()) == set()
