"""Secrets in short texts, beside detect-secrets on the same texts.

    CLAUSIER_SHARED=FOLDER python benchmarks/keys.py [--peers PEERS]

FOLDER holds ``data/synth.tar.gz``, ``data/banking77.tar.gz`` and ``data/gitleaks_rules.tar.gz``. Three sets: posts of
this project with secrets and look-alikes; keys drawn by chance from the regular expressions of gitleaks, ten a rule, in
the line of code or the sentence that would hold them, among as many things that are none (links with identifiers, sums,
UUIDs, placeholders); questions of customers, in which nothing is secret. A text counts as found when any secret is.
The rules are also what our forms were ported from: the second set tells what the port lost, not what others would find.
"""

import base64
import csv
import hashlib
import io
import json
import random
import re
import string
import tomllib
import uuid
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]  # the tree of an expression, to draw strings from
from time import process_time
from typing import Any, NamedTuple

import beside

SEED, EACH = 20261123, 10
HOLDERS = ('key = "{}"', "{}", "voici la clé {} merci", "token: {}", "here it is: {}, do not share")
ALPHABET = string.ascii_letters + string.digits
CATEGORIES = {"CATEGORY_WORD": ALPHABET + "_", "CATEGORY_DIGIT": string.digits, "CATEGORY_SPACE": " "}
Look = Callable[[str], bool]


class Line(NamedTuple):
    group: str
    text: str
    secret: bool


def lines(folder: Path) -> Iterator[Line]:
    """Yield the texts of the three sets."""
    chance = random.Random(SEED)  # noqa: S311  # the same draw each time
    for row in json.loads(beside.read(folder, "synth", "secrets.json")):
        yield Line(f"posts: {row['k']}" if row["y"] else "posts: nothing", row["text"], bool(row["y"]))
    rules = tomllib.loads(beside.read(folder, "gitleaks_rules", "gitleaks.toml"))["rules"]
    keys = [key for rule in rules if "regex" in rule for key in drawn(rule["regex"], rule["id"], chance)]
    yield from (Line("rules: keys", text, secret=True) for text in keys)
    yield from (Line("rules: nothing", innocent(chance), secret=False) for _ in keys)
    for row in csv.DictReader(io.StringIO(beside.read(folder, "banking77", "test.csv"))):
        yield Line("customers: nothing", row["text"], secret=False)


def drawn(pattern: str, name: str, chance: random.Random) -> Iterator[str]:
    """Yield texts that a rule of gitleaks matches; those that only whole files match are left out."""
    if name in ("private-key", "kubernetes-secret-yaml", "nuget-config-password", "jwt-base64") or "curl" in name:
        return
    plain = pattern.replace("[[:alnum:]]", "[A-Za-z0-9]").replace(r"\z", "$")
    tree = parser.parse(re.sub(r"(?<=.)\(\?i\)", "", plain))
    for _ in range(EACH):
        text = _string(tree, chance).strip()
        yield text if re.search(r"[=:]", text) else chance.choice(HOLDERS).format(text)


def _string(tree: Any, chance: random.Random) -> str:
    """Return a string that an expression matches, drawn evenly from its alphabets."""
    out = []
    for code, value in tree:
        match str(code):
            case "LITERAL":
                out.append(chr(value))
            case "IN":
                out.append(chance.choice(_characters(value)))
            case "BRANCH":
                out.append(_string(chance.choice(value[1]), chance))
            case "SUBPATTERN":
                out.append(_string(value[-1], chance))
            case "MAX_REPEAT" | "MIN_REPEAT":
                most = min(value[1], value[0] + 3 if value[0] else 1)
                out += [_string(value[2], chance) for _ in range(chance.randint(value[0], most))]
            case "ANY":
                out.append(".")
    return "".join(out)


def _characters(items: Any) -> str:
    ranges = {"RANGE": lambda pair: "".join(map(chr, range(pair[0], pair[1] + 1))), "LITERAL": chr}
    parts = [
        ranges[str(code)](value) if str(code) in ranges else CATEGORIES.get(str(value), "x") for code, value in items
    ]
    letters = "".join(parts)
    return "".join(each for each in letters if each in ALPHABET) or letters


def innocent(chance: random.Random) -> str:
    """Return something that looks like a key and is none."""

    def some(count: int, letters: str = ALPHABET) -> str:
        return "".join(chance.choices(letters, k=count))

    digest = hashlib.sha256(some(8).encode()).hexdigest()
    return chance.choice((
        f"https://www.youtube.com/watch?v={some(11)}",
        f"https://news.example/a?utm_source=fb&fbclid=IwAR{some(50)}",
        f"https://click.example/ls/click?upn={some(120)}&token={some(12)}",
        f"https://docs.google.com/document/d/{some(44)}/edit?usp=sharing",
        f"https://twitter.com/i/status/{some(19, string.digits)}",
        f"commit {digest[:40]}",
        f"sha256: {digest}",
        f"Référence : {uuid.UUID(int=chance.getrandbits(128))}",
        f"data:image/png;base64,{base64.b64encode(chance.randbytes(90)).decode()}",
        f"Suivi : {some(16, string.digits)}",
        f"#{some(20, string.ascii_letters)} #Jeux2027",
        "api_key = YOUR_API_KEY_GOES_HERE_PLEASE",
        "token: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "secret_key: ${SECRET_KEY_FROM_THE_VAULT}",
    ))  # fmt: skip


def ours() -> Look:
    find = beside.detectors("secret.")
    return lambda text: bool(find(text))


def detect_secrets() -> Look:
    """Return detect-secrets with its default plug-ins and filters, which read files: a line is a file."""
    import tempfile

    from detect_secrets import SecretsCollection
    from detect_secrets.settings import default_settings

    file = Path(tempfile.mkdtemp()) / "post.txt"

    def look(text: str) -> bool:
        file.write_text(text + "\n", encoding="utf-8")
        with default_settings():
            found = SecretsCollection()
            found.scan_file(str(file))
        return bool(found.data)

    return look


def measure(name: str, look: Look, given: list[Line]) -> None:
    """Print recall and false alarms of each set, the families where something was missed, and F1."""
    start = process_time()
    looked = [look(line.text) for line in given]
    spent = process_time() - start
    print(f"{name}: {len(given):,} texts, {len(given) / spent:,.0f} texts/s")
    count: Counter[str] = Counter(line.group for line in given)
    found = Counter(line.group for line, seen in zip(given, looked, strict=True) if seen)
    for family in ("posts", "rules"):
        mine = [(line.secret, seen) for line, seen in zip(given, looked, strict=True) if line.group.startswith(family)]
        right, labels, told = mine.count((True, True)), sum(one for one, _ in mine), sum(seen for _, seen in mine)
        print(f"  {family}: P {right / max(1, told):.3f} R {right / labels:.3f} F1 {2 * right / (labels + told):.3f}")
    for group in sorted(count):
        nothing = group.endswith("nothing")
        if nothing or "password" in group or found[group] < count[group]:
            print(f"    {group:28} {found[group]} of {count[group]} {'alarm' if nothing else 'found'}")


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # of the expressions of gitleaks
    beside.main(beside.Contest(__doc__.splitlines()[0], lines, ours, "detect-secrets", detect_secrets, measure))
