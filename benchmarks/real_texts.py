"""Real texts through the command line: every line answered, spans exact, counts per action and clause.

    CLAUSIER_SHARED=… python benchmarks/real_texts.py [--look N]

The labelled posts go to the policy of their own organisation in ``examples/``, the comments to the town's.
``--look N`` prints N messages of each set, drawn once for all, with what was said of them, for reading by hand.
"""

import argparse
import csv
import gzip
import io
import json
import os
import random
import subprocess
import sys
import tarfile
from collections import Counter
from pathlib import Path
from typing import Any

from clausier.document.vocabulary import SIGNALS

ROOT = Path(__file__).parents[1]
AT = "2026-11-23T10:00:00-05:00"  # a working hour of the reference date: the same counts at each run
Line = dict[str, Any]


def posts(shared: Path) -> list[Line]:
    """Return the labelled posts, as contexts."""
    with gzip.open(shared / "cases/dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def comments(shared: Path) -> list[Line]:
    """Return the real comments, as contexts."""
    found = []
    with tarfile.open(shared / "data/youtube_spam.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda each: each.name):
            stream = archive.extractfile(member) if member.name.endswith(".csv") else None
            if stream is None:
                continue
            rows = csv.DictReader(io.TextIOWrapper(stream, encoding="utf-8"))
            found += [{"id": row["COMMENT_ID"], "text": row["CONTENT"], "spam": row["CLASS"] == "1"} for row in rows]
    return [{**each, "direction": "incoming", "channel": "youtube", "author": {"relation": "public"}} for each in found]


def verdicts(lines: list[Line], policy: Path) -> list[Line]:
    """Return what ``check --jsonl`` says of the lines."""
    command = [sys.executable, "-m", "clausier.cli.main", "check", "--jsonl", "--at", AT, "--policy", str(policy)]
    sent = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    done = subprocess.run(command, input=sent.encode(), capture_output=True, check=False)
    return [json.loads(line) for line in done.stdout.splitlines()]


def inexact(line: Line, verdict: Line) -> bool:
    """Tell whether a span falls out of the text, or a quote that may be shown is not the span's text."""
    return any(
        not 0 <= each["start"] <= each["end"] <= len(line["text"])
        or (not SIGNALS[each["kind"]].masked and each["quote"] != line["text"][each["start"] : each["end"]])
        for each in verdict["signals"]
    )


def report(title: str, lines: list[Line], answers: list[Line], look: int) -> None:
    """Print the counts of a set, and some of its messages."""
    bad = sum(answer.get("error") is not None for answer in answers)
    wrong = sum(inexact(line, answer) for line, answer in zip(lines, answers, strict=True) if not answer.get("error"))
    print(f"\n{title}: {len(lines)} lines, {len(answers)} answers, {bad} errors, {wrong} with an inexact span")
    for direction in ("outgoing", "incoming"):
        pairs = [
            (line, answer)
            for line, answer in zip(lines, answers, strict=True)
            if line.get("direction", "outgoing") == direction
        ]
        if pairs:
            print(f"  {direction}: " + tally(answer["action"] for _, answer in pairs))
            clauses = Counter(
                clause for _, answer in pairs for clause in {each["clause"] for each in answer["findings"]}
            )
            for clause, count in clauses.most_common():
                print(f"    {count:5}  {clause}")
    draw = random.Random(2026)  # noqa: S311  # the same draw each time is the point
    for line, answer in draw.sample(list(zip(lines, answers, strict=True)), min(look, len(lines))):
        found = ", ".join(f"{each['kind']}={each['quote']!r}" for each in answer["signals"]) or "-"
        rules = ", ".join(each["rule"] for each in answer["findings"]) or "-"
        print(f"\n  [{line['id']}] {line.get('author', {}).get('relation')} · {line['text'][:300]!r}")
        print(f"     {answer['action']} · {rules} · {found} · {(answer['intent'] or {}).get('kind')}")
        expected = ", ".join(f"{each['signal']}={each['quote']!r}" for each in line.get("labels", ()))
        print(f"     labels: {expected or '-'} {line.get('intent', '')}{' spam' if line.get('spam') else ''}")


def tally(words: Any) -> str:
    """Return how many times each word comes, the most frequent first."""
    return ", ".join(f"{count} {word}" for word, count in Counter(words).most_common())


def main() -> None:
    """Print the counts of both sets."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("shared", nargs="?", default=os.environ.get("CLAUSIER_SHARED"))
    options.add_argument("--look", type=int, default=0)
    given = options.parse_args()
    if not given.shared:
        sys.exit("Give the folder of the cases and data, or set CLAUSIER_SHARED.")
    shared = Path(given.shared)
    labelled = posts(shared)
    for organization in ("val-bleu", "boreale", "orelle"):
        lines = [each for each in labelled if each["organization"] == organization]
        report(f"posts, {organization}", lines, verdicts(lines, ROOT / "examples" / organization), given.look)
    lines = comments(shared)
    report("comments, val-bleu", lines, verdicts(lines, ROOT / "examples/val-bleu"), given.look)


if __name__ == "__main__":
    main()
