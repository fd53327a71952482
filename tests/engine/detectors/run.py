"""Run the detectors on one message, for the fictional city of the cases."""

from functools import cache
from pathlib import Path

from clausier.document.model import Facts, ProtectedList
from clausier.document.reading import Mapper, parse, read_value
from clausier.engine.context import Context
from clausier.engine.detector import Known, View
from clausier.engine.detectors import MODULES, all_detectors, detectors_of
from clausier.engine.language import language_of
from clausier.engine.scanner import Scanner
from clausier.engine.text import Text

HERE = Path(__file__).parent
SURE = 0.5


@cache
def known():
    """Return what the city told."""
    return Known(_read("facts.yaml", Facts), (_read("protected.yaml", ProtectedList),), markings=("Réservé au greffe",))


def _read(name, wanted):
    problems = []
    value = read_value(Mapper(name, problems, {}), parse((HERE / name).read_bytes(), name, [10_000]), wanted, ())
    assert problems == []
    return value


@cache
def scanner(known):
    return Scanner(all_detectors(), known)


def look(text, *, lang=None, at="2026-11-23T09:00:00-05:00", known=None, **fields):
    """Return the view of a message once every detector has looked at it."""
    known = known or globals()["known"]()
    context = Context.from_data({"text": text, "lang": lang, "at": at, **fields})
    folded = Text(text)
    view = View(folded, context, known, language=lang or language_of(folded, None))
    assert scanner(known).scan(view) == [], "a detector failed"
    return view


def signals(text, **fields):
    """Return (kind, quote) of what is found in a message with enough confidence."""
    view = look(text, **fields)
    spans = [(each.kind, *view.text.span(each.start, each.end)) for each in view.found if each.confidence >= SURE]
    return [(kind, text[start:end]) for kind, start, end in spans]


def kinds_of(module):
    return {kind for detector in detectors_of(module) for kind in detector.kinds}


__all__ = ["MODULES", "kinds_of", "known", "look", "scanner", "signals"]
