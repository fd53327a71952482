"""Turns the public sets and the sentences written for us into lines for training.

    python training/prepare.py --shared FOLDER --written FOLDER OUT

``--shared`` holds ``data/*.tar.gz`` and ``cases/dev.jsonl.gz``; ``--written`` the curricula (``hate/*.jsonl``,
``curricula/*.jsonl``, ``voices.txt``), further labelled cases (``dev/*.jsonl``) and some that choose the thresholds, which hardly any
rule was written by (``held/*.jsonl``): the network that measures never sees them, the one that ships does. One file a source is written to
OUT, a JSON object a line: ``text``, ``lang``, ``labels``; ``only`` where the source speaks of some kinds alone (a name
that ends with a dot stands for its family, ``intent`` for the intent); ``intent``, ``direction``, ``author``,
``organization`` where they are known; ``part`` (train, dev, test) and ``group`` (lines that must stay on one side).
What is marked *test only* is not read.
"""

import argparse
import csv
import gzip
import hashlib
import io
import json
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from intents import SPAM, told_in

Line = dict[str, Any]
ABUSE = ["abuse.hate", "abuse.insult", "abuse.harassment", "abuse.threat", "abuse.sexual", "abuse.self-harm"]
HELD_OUT = 3_000  # lines of the Davidson set that only measure
GRAVE_INTENTS = {"abuse-only", "emergency", "legal-threat", "spam"}  # of which a line may well be an attack
GRAVE = ("1.", "2.")  # threats and derogation, of the categories of EDOS


def part_of(key: str, share: int = 5) -> str:
    """Return where a group of lines goes: one in five only measures."""
    return "dev" if int(hashlib.sha256(key.encode()).hexdigest(), 16) % share == 0 else "train"


def members(archive: Path, *endings: str) -> Iterator[tuple[str, io.TextIOWrapper]]:
    """Yield the files of an archive whose name ends so."""
    with tarfile.open(archive) as tar:
        for member in tar:
            opened = tar.extractfile(member) if member.name.endswith(endings) else None
            if opened:
                yield member.name, io.TextIOWrapper(opened, encoding="utf-8", newline="")


def rows(archive: Path, ending: str) -> Iterator[dict[str, str]]:
    """Yield the rows of the CSV files of an archive."""
    for _, file in members(archive, ending):
        yield from csv.DictReader(file)


def davidson(data: Path) -> Iterator[Line]:
    """Hate, offence, neither (MIT). What is offensive there may be hate, so it tells nothing of hate."""
    for place, row in enumerate(rows(data / "davidson.tar.gz", "labeled_data.csv")):
        part = "test" if place % 8 == 0 and place < 8 * HELD_OUT else "train"
        label = row["class"]
        yield {
            "text": row["tweet"].replace("&amp;", "&"),
            "lang": "en",
            "labels": {"0": ["abuse.hate", "offensive"], "1": ["offensive"], "2": []}[label],
            "only": ["offensive"]
            if label == "1"
            else ["abuse.hate", "offensive"]
            if label == "0"
            else [*ABUSE, "offensive"],
            "part": part,
        }


def edos(data: Path) -> Iterator[Line]:
    """Sexism (CC0), without the test part. Its milder categories are no attack for certain, so they weigh less."""
    for row in rows(data / "edos.tar.gz", "edos_labelled_aggregated.csv"):
        if row["split"] == "test":
            continue
        sexist = row["label_sexist"] == "sexist"
        yield {
            "text": row["text"],
            "lang": "en",
            "labels": ["abuse.hate"] if sexist else [],
            "only": ["abuse.hate"],
            "weight": 1.0 if not sexist or row["label_category"].startswith(GRAVE) else 0.5,
            "part": row["split"],
        }


def hatemoji(data: Path) -> Iterator[Line]:
    """HatemojiBuild (CC BY 4.0): hate with emoji, and its nearest innocent neighbours."""
    for row in rows(data / "hatemoji.tar.gz", ".csv"):
        if "label_gold" not in row or "round.base" not in row:
            continue
        part = "dev" if row["split"].startswith(("dev", "val")) else "train"
        hate = row["label_gold"] == "1"
        yield {
            "text": row["text"], "lang": "en", "labels": ["abuse.hate"] if hate else [], "only": ["abuse.hate"], "part": part,
        }  # fmt: skip


def toxigen(data: Path) -> Iterator[Line]:
    """ToxiGen and the implicit-hate part of SafeNLP (MIT): implicit attacks on groups, and neutral mentions."""
    for _, file in members(data / "toxigen.tar.gz", "toxiGen.json"):
        for row in json.load(file):
            hate = row["label"] == "hate"
            yield {
                "text": row["text"], "lang": "en", "labels": ["abuse.hate"] if hate else [], "only": ["abuse.hate"],
                "part": part_of(row["text"], 10),
            }  # fmt: skip


def banking77(data: Path) -> Iterator[Line]:
    """Questions of customers (CC BY 4.0), without the test part: nobody is attacked."""
    for row in rows(data / "banking77.tar.gz", "train.csv"):
        yield {
            "text": row["text"],
            "lang": "en",
            "labels": [],
            "only": ["abuse.", "spam.", "offensive"],
            "part": part_of(row["text"], 10),
        }


def clinc150(data: Path) -> Iterator[Line]:
    """Requests of everyday life (CC BY 3.0): nobody is attacked."""
    for _, file in members(data / "clinc150.tar.gz", "data_full.json"):
        for split, pairs in json.load(file).items():
            if split.endswith("train"):
                for text, _ in pairs:
                    yield {
                        "text": text,
                        "lang": "en",
                        "labels": [],
                        "only": ["abuse.", "spam.", "offensive"],
                        "part": part_of(text, 10),
                    }


PUBLIC = (davidson, edos, hatemoji, toxigen, banking77, clinc150)


def cases(paths: Iterable[Path]) -> Iterator[Line]:
    """Labelled cases under the guide: every kind is told."""
    for path in paths:
        for line in lines_of(path):
            author = {**line.get("author", {})}
            kept = {
                key: line[key] for key in ("direction", "organization", "channel", "intent", "account") if line.get(key)
            }
            labels = sorted({label["signal"] for label in line["labels"]})
            quotes = [[label["signal"], label["quote"]] for label in line["labels"]]
            yield {
                "text": line["text"], "lang": line["lang"], "labels": labels, "quotes": quotes, "author": author,
                "group": line["id"], "part": part_of(line["id"]), "id": line["id"], **kept,
            }  # fmt: skip


def hate(paths: Iterable[Path]) -> Iterator[Line]:
    """The functional curriculum; whole frames are held out."""
    for path in paths:
        for line in lines_of(path):
            key = f"{line['lang']}/{line['function']}/{line['frame']}"
            yield {
                "text": line["text"],
                "lang": line["lang"],
                "labels": ["abuse.hate"] if line["hate"] else [],
                "only": ["abuse.hate"],
                "function": line["function"],
                "target": line.get("group"),
                "group": key,
                "part": part_of(key),
            }


def written(paths: Iterable[Path]) -> Iterator[Line]:
    """The other curricula, which are in our form already, or in that of the labelled cases."""
    for path in paths:
        for number, line in enumerate(lines_of(path)):
            labels = [each["signal"] if isinstance(each, dict) else each for each in line["labels"]]
            key = f"{path.name}/{line.get('frame', number)}"
            only = ["abuse."] if "_other" in path.name else line.get("only")
            known = {} if only is None else {"only": sorted({*only, *_surely_not(path.name, line)})}
            yield {**line, **known, "labels": labels, "group": key, "part": line.get("part") or part_of(key)}


def voices(path: Path) -> Iterator[Line]:
    """Messages in very different voices, of which the intent is told, and the kind of spam."""
    for number, case in enumerate(told_in(path)):
        labels = [label["signal"] for label in case["labels"] if label["signal"] in SPAM]
        only = sorted({*labels, *_surely_not(path.name, case)})
        key = f"{path.name}/{number}"
        yield {**case, "direction": "incoming", "labels": labels, "only": only, "group": key, "part": part_of(key)}


def _surely_not(name: str, line: Line) -> list[str]:
    """Return the kinds that a line of a curriculum on something else surely does not show: it is ordinary talk."""
    labels, intent = str(line["labels"]), line.get("intent")
    kinds = []
    if intent not in GRAVE_INTENTS and "_other" not in name and "abuse" not in labels:
        kinds += ["abuse.hate", "abuse.insult", "abuse.harassment", "abuse.sexual"]
        kinds += ["abuse.threat"] if intent != "complaint" else []
    if "spam" not in name and intent != "spam" and line.get("direction") != "outgoing":
        kinds += ["spam.promotion", "spam.scam"]
    return kinds


def lines_of(path: Path) -> Iterator[Line]:
    """Yield the objects of a JSONL file, compressed or not."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write(path: Path, lines: Iterable[Line]) -> None:
    """Write lines, compressed: the texts are vile."""
    count = 0
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=6) as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
            count += 1
    print(f"{path.name}: {count}")


def main() -> None:
    """Write every source."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--written", type=Path, required=True)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    for source in PUBLIC:
        write(asked.out / f"{source.__name__}.jsonl.gz", source(asked.shared / "data"))
    dev = [asked.shared / "cases" / "dev.jsonl.gz", *sorted((asked.written / "dev").glob("*.jsonl*"))]
    write(asked.out / "cases.jsonl.gz", cases(dev))
    held = ({**line, "part": "dev"} for line in cases(sorted((asked.written / "held").glob("*.jsonl*"))))
    write(asked.out / "held.jsonl.gz", held)
    folder = asked.written / "hate"
    write(asked.out / "hate.jsonl.gz", hate(each for name in ("en", "fr") for each in folder.glob(f"{name}.jsonl*")))
    write(asked.out / "voices.jsonl.gz", voices(asked.written / "voices.txt"))
    others = [*folder.glob("*_other.jsonl*"), *(asked.written / "curricula").glob("*.jsonl*")]
    write(asked.out / "written.jsonl.gz", written(sorted(others)))


if __name__ == "__main__":
    main()
