"""Each detector finds what its cases mark and stays silent on their look-alikes, in French and in English.

A file of cases is named after its module: ``find`` and ``pass``, by language. ``[[…]]`` marks what must be found, no
more and no less; a case of ``find`` without marks is about the whole text. A case is a text, or a map: ``text``,
``kind`` (where the module finds several), ``context`` (fields of a context).
"""

import re
from pathlib import Path

import pytest
import yaml

from engine.detectors.run import MODULES, kinds_of, signals

CASES = Path(__file__).parent / "cases"
ENOUGH = 6


def _file(module):
    path = CASES / f"{module}.yaml"
    return yaml.safe_load(path.read_text()) if path.exists() else {}


def _cases(section):
    return [
        pytest.param(module, lang, case if isinstance(case, dict) else {"text": case}, id=f"{module}-{lang}-{number}")
        for module in MODULES
        for lang, cases in _file(module).get(section, {}).items()
        for number, case in enumerate(cases)
    ]


def _found(module, lang, case, text):
    kinds = {case["kind"]} if "kind" in case else kinds_of(module)
    return [quote for kind, quote in signals(text, lang=lang, **case.get("context", {})) if kind in kinds]


@pytest.mark.parametrize("module", MODULES)
def test_each_detector_has_its_cases(module):
    """A handful to find and a handful to leave, in each language."""
    file = _file(module)
    counts = {
        (section, lang): len(file.get(section, {}).get(lang, ()))
        for section in ("find", "pass")
        for lang in ("fr", "en")
    }
    assert {place: count for place, count in counts.items() if count < ENOUGH} == {}


@pytest.mark.parametrize(("module", "lang", "case"), _cases("find"))
def test_finds(module, lang, case):
    """What is marked is found, at these very characters."""
    marked = re.findall(r"\[\[(.*?)\]\]", case["text"], re.DOTALL)
    found = _found(module, lang, case, re.sub(r"\[\[|\]\]", "", case["text"]))
    assert sorted(found) == sorted(marked) if marked else found


@pytest.mark.parametrize(("module", "lang", "case"), _cases("pass"))
def test_passes(module, lang, case):
    """What only looks like it is left alone."""
    assert _found(module, lang, case, case["text"]) == []
