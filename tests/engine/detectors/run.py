"""Run detectors on one message as the engine does: literals first, then each detector after those it looks at."""

from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from clausier.document.model import Facts, ProtectedList
from clausier.document.reading import Mapper, parse
from clausier.engine.context import Context
from clausier.engine.detector import Hit, Known, View, settle
from clausier.engine.detectors import MODULES, all_detectors, detectors_of
from clausier.engine.text import Text

HERE = Path(__file__).parent


@cache
def known():
    """Return what the organisation of the cases told: the fictional city of Val-Bleu."""
    protected = _read("protected.yaml", ProtectedList)
    return Known(_read("facts.yaml", Facts), (protected,), markings=("Réservé au greffe",))


def _read(name, wanted):
    problems = []
    value = Mapper(name, problems, {}).read(parse((HERE / name).read_bytes(), name, [10_000]), wanted, ())
    assert not problems, [problem.message("en") for problem in problems]
    return value


def look(text, *, lang=None, at=None, known=None, **context):
    """Return the view of a message once every detector has looked at it; ``at`` defaults to the reference date."""
    known = known or globals()["known"]()
    context = Context.from_data({"text": text, "lang": lang, "at": at or "2026-11-23T09:00:00-05:00", **context})
    view = View(Text(text), context, known, language=lang or "und")
    for detector in in_order():
        literals = tuple(detector.literals(known))
        hits = [hit for literal in literals for hit in _hits(view.text.folded, literal)]
        if hits or not literals:
            view.found = settle([*view.found, *detector.find(view, hits)])
    return view


def signals(text, **context):
    """Return (kind, quote) of what is found in a message with a confidence of one half at least."""
    view = look(text, **context)
    spans = [(each.kind, *view.text.span(each.start, each.end)) for each in view.found if each.confidence >= 0.5]
    return [(kind, text[start:end]) for kind, start, end in spans]


def kinds_of(module):
    return {kind for detector in detectors_of(module) for kind in detector.kinds}


@cache
def in_order():
    """Return the detectors, each after those of the kinds that it looks at."""
    sorter = TopologicalSorter()
    detectors = all_detectors()
    for place, detector in enumerate(detectors):
        first = [
            other
            for other, each in enumerate(detectors)
            if any(
                kind == name or (name.endswith(".") and kind.startswith(name))
                for kind in each.kinds
                for name in detector.after
            )
        ]
        sorter.add(place, *first)
    return [detectors[place] for place in sorter.static_order()]


def _hits(text, literal):
    start = text.find(literal)
    while start >= 0:
        yield Hit(start, start + len(literal), literal)
        start = text.find(literal, start + 1)


__all__ = ["MODULES", "kinds_of", "known", "look", "signals"]
