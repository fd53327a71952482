"""How well ``clausier audit`` tells the ten elements of policies, beside the target and a list of keywords.

    OPENBLAS_NUM_THREADS=1 python benchmarks/audit.py [FOLDER] [--cues] [--show ELEMENT]

FOLDER (or ``policies`` of the variable CLAUSIER_SHARED) holds ``manifest.yaml``, ``labels.yaml`` and the texts, whose
labels follow its GUIDE.md; the policies written for this project stand in ``training/audit``. The cues were written by
looking at the real policies and at 28 of those written. The learned reader was taught all of them: what it is worth on
others is told by training it anew, each time without a part of them, and reading that part (a minute and a half;
``--cues`` leaves it out).

Three figures an element: the mean F1 of covered, partial and absent (those that occur); the F1 of "something is there"
(covered or partial, against absent); how many of the statuses are right.
"""

import argparse
import os
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from clausier.auditing.cues import ELEMENT_LISTS
from clausier.auditing.elements import ABSENT, COVERED, PARTIAL
from clausier.auditing.learned import installed
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
TARGET = 0.80
sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
from audit import Policy, left_out, policies  # noqa: E402  # the training is no package


def by_keywords(policy: Policy) -> Status:
    """Return what a list of keywords would say: one is partial, two are covered."""
    words = set(re.findall(r"[\w-]+", policy.text.lower()))
    seen = {
        name: sum(any(word.startswith(marker) for word in words) for marker in markers.split())
        for name, markers in MARKERS.items()
    }
    return {name: COVERED if count > 1 else PARTIAL if count else ABSENT for name, count in seen.items()}


def by_audit(policy: Policy) -> Status:
    """Return what the audit says by its cues, and check that with the reader too every quote is a slice of the text."""
    for reader in (installed(), None):
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


def measure(told: list[tuple[Policy, Status]], show: str | None = None) -> dict[str, Pairs]:
    """Return the statuses wanted and given, by element, and by element and language."""
    found: defaultdict[str, Pairs] = defaultdict(Counter)
    for policy, given in told:
        for name, wanted in policy.status.items():
            for key in (name, f"{name} {policy.language}", "all"):
                found[key][wanted, given[name]] += 1
            if show == name and wanted != given[name]:
                print(f"{policy.slug}: {name} is {wanted}, told {given[name]}")
    return found


def tell(title: str, found: dict[str, Pairs]) -> None:
    """Print the figures of each element, their means beside the target, and the means of each language."""
    print(f"\n{title}\n{'':18} 3 classes  there  right")
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
            values = sum(classes) / len(classes), sum(present) / max(len(present), 1)
            print(f"{name:18} {values[0]:9.2f}  {values[1]:5.2f}  {_beside(values) if name == 'macro' else ''}")


def _beside(values: tuple[float, float]) -> str:
    pairs = zip(("3 classes", "there"), values, strict=True)
    told = (f"{what} {'reached' if value >= TARGET else 'missed'}" for what, value in pairs)
    return f"target {TARGET:.2f}: {', '.join(told)}"


def main() -> int:
    """Measure the labelled policies."""
    shared = os.environ.get("CLAUSIER_SHARED")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=shared and f"{shared}/policies")
    parser.add_argument("--cues", action="store_true", help="measure the cues alone")
    parser.add_argument("--show", choices=ELEMENT_LISTS, help="print what was told wrongly of an element")
    asked = parser.parse_args()
    if not asked.folder or not (Path(asked.folder) / "labels.yaml").exists():
        print("The policies are not here: give their folder, or set CLAUSIER_SHARED.")
        return 2
    labelled = policies(Path(asked.folder))
    real = [policy for policy in labelled if policy.source == "real"]
    by_audit(real[0])  # the cues are read once
    before = time.process_time()
    told = [(policy, by_audit(policy)) for policy in real]
    seconds, size = time.process_time() - before, sum(len(policy.text) for policy in real)
    print(f"{len(real)} real policies, {size:,} characters, {seconds:.2f} s; every quote is a slice of its text")
    tell("real policies, cues alone (written by looking at them)", measure(told, asked.show))
    tell("real policies, keywords", measure([(policy, by_keywords(policy)) for policy in real]))
    if not asked.cues:
        unseen = left_out(labelled)
        for source, title in (("real", "real policies"), ("written", "policies written for this project")):
            mine = [each for each in unseen if each[0].source == source]
            tell(f"{len(mine)} {title}, cues and a reader that has not seen them", measure(mine, asked.show))
        tell(f"all {len(unseen)}, cues and a reader that has not seen them", measure(unseen))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
