"""How well ``clausier audit`` tells the ten elements of real policies, beside a list of keywords.

    python benchmarks/audit.py [FOLDER] [--half even|odd] [--show ELEMENT] [--learned]

FOLDER (or ``policies`` of the variable CLAUSIER_SHARED) holds ``manifest.yaml``, ``labels.yaml`` and the texts, whose
labels follow its GUIDE.md. The cues are written by looking at the policies with an even place in the manifest; the odd
ones only measure. With ``--learned`` the learned reader helps, which was trained with these policies too: what it is
worth on others stands in ``training/README.md``.

Three figures an element: the mean F1 of covered, partial and absent (those that occur); the F1 of "something is there"
(covered or partial, against absent); how many of the statuses are right.
"""

import argparse
import os
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from clausier.auditing.cues import ELEMENT_LISTS
from clausier.auditing.judging import ABSENT, COVERED, PARTIAL
from clausier.auditing.learned import Reader, installed
from clausier.auditing.report import as_data, audited

STATUSES = (COVERED, PARTIAL, ABSENT)
# The vocabulary that the labelling guide saw; the labels were not made with it.
MARKERS = {
    "expectations": "respect courtois ton réserve loyauté neutralité intégrité représent professional ambassador tone "
    "represent positive conduct",
    "transparency": "identifi bio personnel engagent avertissement anonyme usurp disclos clear disclaimer "
    "unofficial behalf",
    "training": "formation sensibilis orientation guide training onboarding acknowledge familiarize resources",
    "regulation": "loi code charte rgpd légal act hatch foia law regulation",
    "confidentiality": "confidenti nominati secret discrétion non-public sensitive proprietary consent",
    "time": "travail personnel professionnel encourag working duty meetings share advocacy",
    "accounts": "détenu géré administré gestion compte own control password admin role departure",
    "responses": "répond délai heures dirig suivi vigie monitor respond hours escalate refer redirect expert troll",
    "comments": "supprim retirer modération hors-sujet haineux remove delete off-topic abusive hide block",
    "consequences": "sanction banni exclu congédi rappel disciplin terminat misconduct suspen ban",
}
Status = dict[str, str]
Pairs = Counter[tuple[str, str]]


class Policy(NamedTuple):
    """A labelled policy."""

    slug: str
    language: str
    text: str
    labels: Status


def policies_in(folder: Path, half: str | None) -> Iterator[Policy]:
    """Yield the policies of a folder, all of them or those with an even, or odd, place (the first is 0)."""
    manifest = yaml.safe_load((folder / "manifest.yaml").read_text("utf-8"))
    labels = {each["slug"]: each["elements"] for each in yaml.safe_load((folder / "labels.yaml").read_text("utf-8"))}
    for place, entry in enumerate(manifest):
        if half is None or place % 2 == ("even", "odd").index(half):
            told = {name: labels[entry["slug"]][number]["label"] for number, name in enumerate(ELEMENT_LISTS, 1)}
            yield Policy(entry["slug"], entry["language"], (folder / f"{entry['slug']}.md").read_text("utf-8"), told)


def by_keywords(policy: Policy) -> Status:
    """Return what a list of keywords would say: one is partial, two are covered."""
    words = set(re.findall(r"[\w-]+", policy.text.lower()))
    seen = {
        name: sum(any(word.startswith(marker) for word in words) for marker in markers.split())
        for name, markers in MARKERS.items()
    }
    return {name: COVERED if count > 1 else PARTIAL if count else ABSENT for name, count in seen.items()}


def by_audit(policy: Policy, reader: Reader | None = None) -> Status:
    """Return what the audit says; every quote must be a slice of the text."""
    data = as_data(audited([(policy.slug, policy.text)], reader))
    for element in data["elements"].values():
        for quote in (*element["quotes"], *element["passages"]):
            assert policy.text[quote["start"] : quote["end"]] == quote["text"]
    return {name: each["status"] for name, each in data["elements"].items()}


def f1(pairs: Pairs, label: Any) -> float | None:
    """Return the F1 of a label; None when it neither is nor was told."""
    hit = pairs[label, label]
    both = sum(count for pair, count in pairs.items() for each in pair if each == label)
    return 2 * hit / both if both else None


def three(pairs: Pairs) -> float:
    """Return the mean F1 of the statuses that occur."""
    values = [value for status in STATUSES if (value := f1(pairs, status)) is not None]
    return sum(values) / len(values) if values else 0.0


def there(pairs: Pairs) -> float | None:
    """Return the F1 of covered or partial, against absent."""
    told: Pairs = Counter()
    for (wanted, given), count in pairs.items():
        told[str(wanted != ABSENT), str(given != ABSENT)] += count
    return f1(told, "True")


def measure(policies: list[Policy], told_by: Callable[[Policy], Status], show: str | None) -> dict[str, Pairs]:
    """Return the statuses wanted and given, by element, and by element and language."""
    found: defaultdict[str, Pairs] = defaultdict(Counter)
    for policy in policies:
        given = told_by(policy)
        for name, wanted in policy.labels.items():
            for key in (name, f"{name} {policy.language}", "all"):
                found[key][wanted, given[name]] += 1
            if show == name and wanted != given[name]:
                print(f"{policy.slug}: {name} is {wanted}, told {given[name]}")
    return found


def tell(title: str, found: dict[str, Pairs]) -> None:
    """Print the figures of each element, their means, and the means of each language."""
    print(f"\n{title:18} 3 classes  there  right")
    for name in ELEMENT_LISTS:
        pairs = found[name]
        right = sum(count for (wanted, given), count in pairs.items() if wanted == given)
        value = there(pairs)
        shown = "    -" if value is None else f"{value:5.2f}"
        print(f"{name:18} {three(pairs):9.2f}  {shown}  {right} of {pairs.total()}")
    for name, keys in (
        ("macro", [*ELEMENT_LISTS]),
        *((f"macro {lang}", [f"{each} {lang}" for each in ELEMENT_LISTS]) for lang in ("fr", "en")),
    ):
        present = [value for key in keys if key in found and (value := there(found[key])) is not None]
        classes = [three(found[key]) for key in keys if key in found]
        if classes:
            print(f"{name:18} {sum(classes) / len(classes):9.2f}  {sum(present) / max(len(present), 1):5.2f}")


def main() -> int:
    """Measure the policies of a folder."""
    shared = os.environ.get("CLAUSIER_SHARED")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=shared and f"{shared}/policies")
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--show", choices=ELEMENT_LISTS, help="print what was told wrongly of an element")
    parser.add_argument("--learned", action="store_true", help="let the learned reader help")
    asked = parser.parse_args()
    folder = Path(asked.folder or "")
    if not asked.folder or not (folder / "labels.yaml").exists():
        print("The policies are not here: give their folder, or set CLAUSIER_SHARED.")
        return 2
    policies = list(policies_in(folder, asked.half))
    told_by = partial(by_audit, reader=installed() if asked.learned else None)
    told_by(policies[0])  # the cues are read once
    before = time.process_time()
    found = measure(policies, told_by, asked.show)
    seconds = time.process_time() - before
    size = sum(len(policy.text) for policy in policies)
    print(f"{len(policies)} policies, {size:,} characters, {seconds:.2f} s; every quote is a slice of its text")
    tell("clausier audit", found)
    tell("keywords", measure(policies, by_keywords, None))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
