"""Precision and recall of every signal on labelled cases, by language, and of intents and languages.

    python benchmarks/detection.py [FOLDER] [--cases FILE…] [--alone] [--heads]
        [--half even|odd] [--show SIGNAL] [--alarms]

FOLDER (or the variable CLAUSIER_SHARED) holds ``cases/dev.jsonl.gz`` and ``cases/organizations.yaml``; more cases of
the same form may be added. A signal counts as right when a label of the same kind overlaps it; labels and signals about
the whole text match by kind. Rules are made by looking at the cases with an even number; the odd ones only measure.

A tie is undisclosed when a disclosure is needed and none is clear. Macro-F1 is over the signals that have a label.
"""

import argparse
import gzip
import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from clausier.document.model import Contacts, Entry, Facts, Figure, Localized, Offering, Party, ProtectedList
from clausier.document.vocabulary import INCOMING, OUTGOING
from clausier.engine.context import Context
from clausier.engine.detector import Known, View
from clausier.engine.detectors import all_detectors
from clausier.engine.intent import intent_of
from clausier.engine.language import language_of
from clausier.engine.scanner import Scanner
from clausier.engine.text import Text

SHOWN = 0.5
LANGUAGES = ("fr", "en", "mixed", "all")
Case = dict[str, Any]


class Span(NamedTuple):
    """A signal at offsets of a text; both offsets are 0 when it is about the whole."""

    kind: str
    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        whole = self.start == self.end or other.start == other.end
        return self.kind == other.kind and (whole or (self.start < other.end and other.start < self.end))


def known_of(data: Case) -> Known:
    """Return what an organisation of ``organizations.yaml`` would have told."""
    names = {each: (data["names"][each], *data["other_names"].get(each, ())) for each in ("fr", "en")}
    contacts = data["public_contact_points"]
    parties = data.get("parties_named", {})
    facts = Facts(
        names=names,
        handles={network: (handle,) for network, handle in data["handles"].items()},
        domains=tuple(contacts["domains"]),
        contacts=Contacts(**{each: tuple(contacts[each]) for each in ("phones", "emails", "addresses")}),
        offerings=tuple(
            Offering(
                id=f"offering-{place}",
                names=Localized(each["names"]),
                also=tuple(each.get("other_names", ())),
                kind=each.get("kind", ""),
            )
            for place, each in enumerate(data["products_services"])
        ),
        public_figures=tuple(_figure(each) for each in data.get("public_figures", ())),
        parties=tuple(Party(id=f"party-{place}", names=(each,)) for place, each in enumerate(chain(*parties.values()))),
    )
    entries = tuple(
        Entry(term=each["terms"][0], also=tuple(each["terms"][1:]), until=each["embargo_until"])
        for each in data["code_names"]
    )
    return Known(facts, (ProtectedList(name="code-names", entries=entries),))


def _figure(text: str) -> Figure:
    """Read "Renée Alarie (mairesse / mayor)"."""
    name, _, roles = text.partition(" (")
    french, _, english = roles.rstrip(")").partition(" / ")
    return Figure(name=name, role=Localized({"fr": french, "en": english}))


def look(scanner: Scanner, known: Known, case: Case, at: str) -> View:
    """Return the view of a case after the scan."""
    context = Context.from_data({**case, "at": at})
    text = Text(context.text)
    view = View(text, context, known, language_of(text, context.lang))
    failed = scanner.scan(view)
    if failed:
        raise SystemExit(f"{case['id']}: detector failed: {failed}")
    if context.direction == INCOMING:
        view.intent = intent_of(view)
    return view


def looked(cases: list[Case], organizations: Case, *, heads: bool) -> list[View]:
    """Return the views of cases, with what the learned heads see when they are wanted."""
    at = f"{organizations['reference_date']}T09:00:00-05:00"
    knowns = {name: known_of(data) for name, data in organizations["organizations"].items()}
    scanners = {name: Scanner(all_detectors(), known) for name, known in knowns.items()}
    views = [look(scanners[case["organization"]], knowns[case["organization"]], case, at) for case in cases]
    if heads:
        learned = getattr(import_module("clausier.engine.heads"), "installed", lambda: None)()
        if learned is None:
            raise SystemExit("The learned heads are not installed.")
        learned.look(views)
    return views


def found_in(view: View) -> list[Span]:
    """Return what was found surely enough to be shown, without the facts that never alarm."""
    return [
        Span(each.kind, *view.text.span(each.start, each.end))
        for each in view.found
        if each.confidence >= SHOWN and not each.kind.startswith("about.")
    ]


def labelled_in(case: Case) -> list[Span]:
    """Return the labels of a case as spans."""
    spans = []
    for label in case["labels"]:
        start = case["text"].find(label["quote"]) if label["quote"] else 0
        spans.append(Span(label["signal"], start, start + len(label["quote"])))
    return spans


class Score:
    """Counts of one signal."""

    def __init__(self) -> None:
        self.labels = self.found = self.hit = self.right = 0

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.hit / self.labels if self.labels else None

    @property
    def f1(self) -> float:
        return (
            2 * self.precision * self.recall / (self.precision + self.recall) if self.precision and self.recall else 0
        )

    def __add__(self, other: "Score") -> "Score":
        both = Score()
        for name in vars(both):
            setattr(both, name, getattr(self, name) + getattr(other, name))
        return both

    def __str__(self) -> str:
        shown = ["   -" if each is None else f"{each:4.2f}" for each in (self.precision, self.recall)]
        return f"{shown[0]} {shown[1]} {self.f1:4.2f}  ({self.labels:3} labels, {self.found:3} found)"


Scores = defaultdict[tuple[str, str], Score]


def measure(cases: list[Case], views: list[View], show: str | None, *, alarms: bool) -> None:
    """Print every figure on some cases."""
    scores: Scores = defaultdict(Score)
    intents: Counter[tuple[str, str]] = Counter()
    languages: Counter[bool] = Counter()
    ties: Counter[tuple[bool, bool]] = Counter()
    empty: Counter[tuple[str, bool]] = Counter()
    for case, view in zip(cases, views, strict=True):
        found, labels = found_in(view), labelled_in(case)
        _count(scores, case, found, labels)
        languages[language_of(view.text, None) == case["lang"]] += 1
        if view.intent:
            intents[case["intent"], view.intent[0]] += 1
        if case["direction"] == OUTGOING:
            ties[_undisclosed(labels), _undisclosed(found)] += 1
        if not labels:
            empty[case["lang"], bool(found)] += 1
            empty["all", bool(found)] += 1
        _tell(case, found, labels, show, alarms=alarms)
    _print_scores(scores)
    _print_families(scores)
    missed, wrong = _share(ties, one=True, other=False), _share(ties, one=False, other=True)
    print(f"undisclosed ties: missed {missed}; false alarms {wrong}")
    told = (f"{language} {_share(empty, one=language, other=True)}" for language in LANGUAGES)
    print(f"alarms on lines without labels: {'; '.join(told)}")
    right = sum(count for (wanted, given), count in intents.items() if wanted == given)
    print(f"intent: {right} of {intents.total()} right; macro-F1 {_macro_f1(intents):.2f}")
    print(f"language: {languages[True]} of {languages.total()} right")


def _undisclosed(spans: Iterable[Span]) -> bool:
    """Tell whether a tie has to be told and is not told clearly."""
    kinds = {each.kind for each in spans}
    return "disc.needed" in kinds and "disc.clear" not in kinds


def _share(counts: Counter[Any], *, one: object, other: bool) -> str:
    """Return how many of what was counted under ``one`` are ``other``."""
    part, whole = counts[one, other], counts[one, True] + counts[one, False]
    return f"{part} of {whole} ({part / whole:.1%})" if whole else "none"


def _count(scores: Scores, case: Case, found: list[Span], labels: list[Span]) -> None:
    for language in (case["lang"], "all"):
        for label in labels:
            scores[label.kind, language].labels += 1
            scores[label.kind, language].hit += any(each.meets(label) for each in found)
        for each in found:
            scores[each.kind, language].found += 1
            scores[each.kind, language].right += any(each.meets(label) for label in labels)


def _tell(case: Case, found: list[Span], labels: list[Span], show: str | None, *, alarms: bool) -> None:
    """Print what was missed or found wrongly, where it was asked for."""
    text = case["text"].replace("\n", " ")
    missed = [each.kind for each in labels if not any(other.meets(each) for other in found)]
    wrong = [
        f"{each.kind}={case['text'][each.start : each.end]}"
        for each in found
        if not any(each.meets(label) for label in labels)
    ]
    mine = [each for each in missed if show and each.startswith(show)]
    others = [each for each in wrong if (show and each.startswith(show)) or (alarms and not labels)]
    if mine or others:
        print(f"{case['id']} {case['lang']} {case['author']['relation']} | {text}\n    missed {mine}  wrong {others}")


def _print_scores(scores: Scores) -> None:
    print(f"{'signal':24} {'language':8}    P    R   F1")
    for kind in sorted({kind for kind, _ in scores}):
        for language in LANGUAGES:
            if (kind, language) in scores:
                print(f"{kind:24} {language:8} {scores[kind, language]}")


def _print_families(scores: Scores) -> None:
    """Print each family as one, by language, with the gap between the languages, then the mean of all signals."""
    print(f"\n{'family':24} {'language':8}    P    R   F1")
    families: Scores = defaultdict(Score)
    for (kind, language), score in scores.items():
        families[kind.partition(".")[0], language] += score
    for family in sorted({family for family, _ in families}):
        for language in LANGUAGES:
            if (family, language) in families:
                print(f"{family:24} {language:8} {families[family, language]}")
        gap = families[family, "fr"].f1 - families[family, "en"].f1
        print(f"{family:24} French ahead of English by {100 * gap:+.1f} points of F1")
    for language in LANGUAGES:
        values = [score.f1 for (_, spoken), score in scores.items() if spoken == language and score.labels]
        if values:
            print(f"macro-F1 of {len(values)} signals, {language}: {sum(values) / len(values):.3f}")


def _macro_f1(pairs: Counter[tuple[str, str]]) -> float:
    wanted = {label for label, _ in pairs}
    values = []
    for label in wanted:
        hit = pairs[label, label]
        both = sum(count for pair, count in pairs.items() for each in pair if each == label)
        values.append(2 * hit / both)
    return sum(values) / len(values) if values else 0.0


def cases_in(file: Path, half: str | None) -> Iterator[Case]:
    """Yield the labelled cases of a file, all of them or one half."""
    with (gzip.open if file.suffix == ".gz" else open)(file, "rt", encoding="utf-8") as lines:
        for case in map(json.loads, lines):
            if half is None or int(re.findall(r"\d+", case["id"])[-1]) % 2 == ("even", "odd").index(half):
                yield case


def main() -> int:
    """Measure the cases of a folder and of the files beside it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("CLAUSIER_SHARED"))
    parser.add_argument("--cases", nargs="+", type=Path, default=[], metavar="FILE", help="more cases (.jsonl, .gz)")
    parser.add_argument("--alone", action="store_true", help="measure the files of --cases alone")
    parser.add_argument("--heads", action="store_true", help="add what the learned heads see")
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--show", help="print what was missed or wrong of the signals that begin so")
    parser.add_argument("--alarms", action="store_true", help="print the alarms on lines without labels")
    asked = parser.parse_args()
    folder = Path(asked.folder or "") / "cases"
    if not asked.folder or not (folder / "dev.jsonl.gz").exists():
        print("No labelled cases: give their folder, or set CLAUSIER_SHARED.", file=sys.stderr)
        return 2
    organizations = yaml.safe_load((folder / "organizations.yaml").read_text(encoding="utf-8"))
    files = asked.cases if asked.alone else [folder / "dev.jsonl.gz", *asked.cases]
    cases = [case for file in files for case in cases_in(file, asked.half)]
    measure(cases, looked(cases, organizations, heads=asked.heads), asked.show, alarms=asked.alarms)
    return 0


if __name__ == "__main__":
    sys.exit(main())
