"""Passages of protected documents: how many are recognised, copied or edited, and how often others alarm.

    python benchmarks/passages.py FOLDER… [--peers PEERS]

Each FOLDER holds the texts of one language (.html, .md, .txt). Their sections of more than 200 words are the documents:
of every four, two are registered as protected, one is published (its words are free), one is of the same hand but
unknown: its sentences must not alarm (less those that do repeat eight words in a row), nor must the real comments. What
is asked of the registered ones is copied out of them: words in a row, alone or inside a longer post, then with words
changed, dropped and added and the accents lost. Beside it: datasketch's MinHash LSH over sentences (3-word shingles,
64 permutations, threshold .5).
"""

import argparse
import html
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time

from corpus import comments

SECTION, SEED, EACH, SHOWN = 200, 20261123, 300, 0.5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TAGS = re.compile(r"(?s)<(script|style|pre)\b.*?</\1>|<[^>]+>")
_HEADING = re.compile(r"(?m)(?=<h[1-4]\b)|(?=^#{1,4} )")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀÂÇÉÈÊÎÔÛ«])")
Look = Callable[[str], bool]


def sections(folder: Path) -> list[str]:
    """Return the sections of the texts of a folder, without markup."""
    found: dict[str, None] = {}
    for file in sorted(each for each in folder.rglob("*") if each.suffix in (".html", ".md", ".txt")):
        for part in _HEADING.split(file.read_text(encoding="utf-8", errors="replace")):
            text = " ".join(html.unescape(_TAGS.sub(" ", part)).split())
            if len(text.split()) > SECTION:
                found[text] = None
    return list(found)


def sentences(texts: Iterable[str]) -> list[str]:
    return [each for text in texts for each in _SENTENCE.split(text) if len(each.split()) >= 8]


def taken(chance: random.Random, documents: list[str], count: int) -> list[str]:
    """Return words in a row, each from a document drawn by chance; dashes and signs alone are no words."""
    parts = []
    for _ in range(EACH):
        text = chance.choice(documents)
        places = [match.span() for match in _WORD.finditer(text)]
        at = chance.randrange(len(places) - count)
        parts.append(text[places[at][0] : places[at + count - 1][1]])
    return parts


def edited(chance: random.Random, text: str, share: float, stock: list[str]) -> str:
    """Return a text of which a share of the words was changed, dropped or added, in small letters, without accents."""
    words: list[str] = []
    for word in text.split():
        if chance.random() >= share:
            words.append(word)
            continue
        what = chance.choice(("change", "drop", "add"))
        words += {"change": [chance.choice(stock)], "drop": [], "add": [word, chance.choice(stock)]}[what]
    plain = unicodedata.normalize("NFKD", " ".join(words).lower())
    return "".join(each for each in plain if not unicodedata.combining(each))


def _rows(texts: list[str]) -> set[str]:
    """Return the rows of eight words of some texts: a sentence that holds one of a document is truly copied from it."""
    words = [[word.lower() for word in re.findall(r"[^\W_]+", text)] for text in texts]
    return {" ".join(each[at : at + 8]) for each in words for at in range(len(each) - 7)}


def ours(protected: list[str], public: list[str]) -> Look:
    from clausier.document.model import ProtectedList
    from clausier.engine.context import Context
    from clausier.engine.detector import Facts, Known, View
    from clausier.engine.detectors.conf_passage import DETECTORS
    from clausier.engine.fingerprints import passages_made
    from clausier.engine.text import Text

    kept = passages_made(protected, public)
    size = len(kept.hashes) * 3 / 4
    print(f"clausier: {size / sum(len(each.encode()) for each in protected):.2f} bytes kept for each byte of text")
    known = Known(Facts(), (ProtectedList(name="papers", passages=kept),))

    def look(text: str) -> bool:
        return any(
            each.confidence >= 0.5 for each in DETECTORS[0].find(View(Text(text), Context(text=text), known), [])
        )

    return look


def minhash(protected: list[str], public: list[str]) -> Look:
    from datasketch import MinHash, MinHashLSH

    def sketch(text: str) -> MinHash:
        words = re.findall(r"\w+", text.lower())
        made = MinHash(num_perm=64)
        for at in range(len(words) - 2):
            made.update(" ".join(words[at : at + 3]).encode())
        return made

    free = set(sentences(public))
    lsh = MinHashLSH(threshold=0.5, num_perm=64)
    for index, sentence in enumerate(each for each in sentences(protected) if each not in free):
        lsh.insert(index, sketch(sentence))
    return lambda text: any(lsh.query(sketch(each)) for each in sentences([text]) or [text])


def measure(name: str, make: Callable[[list[str], list[str]], Look], folder: Path) -> None:
    """Print the figures of one way on the texts of one language."""
    chance = random.Random(SEED)  # noqa: S311  # the same draw each time
    documents = sections(folder)
    protected = [each for at, each in enumerate(documents) if at % 4 in (0, 2)]
    public, unknown = documents[1::4], documents[3::4]
    stock = " ".join(public).split()
    posts = [each["text"] for each in comments()]
    asked = {f"{count} words": taken(chance, protected, count) for count in (25, 12, 8)}
    asked["12 in a longer post"] = [
        f"{chance.choice(posts)} {each} {chance.choice(posts)}" for each in asked["12 words"]
    ]
    for share in (0.15, 0.35):
        asked[f"25, {share:.0%} edited"] = [edited(chance, each, share, stock) for each in asked["25 words"]]
    look = make(protected, public)
    start = process_time()
    shares = [f"{label} {sum(map(look, texts)) / len(texts):.3f}" for label, texts in asked.items()]
    known = _rows(protected)
    others = [each for each in sentences(unknown) if not known & _rows([each])]
    false = [
        f"{label} {sum(map(look, texts)) / len(texts):.2%}"
        for label, texts in (("same hand", others), ("comments", posts))
    ]
    spent = process_time() - start
    count = sum(map(len, asked.values())) + len(others) + len(posts)
    print(f"{name}, {folder.name}: {len(protected)} documents; recall: {'; '.join(shares)}")
    print(f"  false alarms: {'; '.join(false)} (of {len(others)}, {len(posts)}); {count / spent:,.0f} texts/s")


def main() -> None:
    """Print the figures of each way in each language."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--peers", type=Path, help="the environment made by peers.sh")
    parser.add_argument("--as-peer", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    for folder in options.folders:
        measure(*(("datasketch", minhash) if options.as_peer else ("clausier", ours)), folder)
    sys.stdout.flush()
    if options.peers:
        command = [options.peers / "bin" / "python", __file__, *options.folders, "--as-peer"]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
