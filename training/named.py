"""Sentences that name a group, warmly, plainly or with contempt: the same names in all of them.

    python training/named.py LINES

A further hand beside the curriculum's: frames with a place for a group ({g}, in the plural) or for a slur ({s}), filled
with all sorts of them, so that no name is a sign by itself. Written for this project; the frames are compressed, as
half of them are vile. ``named.jsonl.gz`` is written to LINES.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from prepare import part_of, write

FRAMES = Path(__file__).parent / "curricula" / "named-frames.json.gz"
EACH = 16  # fillings of a frame


def named(seed: int = 11) -> Iterator[dict[str, Any]]:
    """Yield the filled frames."""
    chance = random.Random(seed)
    written = json.loads(gzip.decompress(FRAMES.read_bytes()))
    for told in written["frames"]:
        for number, frame in enumerate(told["frames"]):
            words = written["groups" if "{g}" in frame else "slurs"][told["lang"]]
            for word in chance.sample(words, min(EACH, len(words))):
                group = f"{told['lang']}/named{told['hate']}/{number}"
                yield {
                    "text": _filled(frame, word, told["lang"], chance), "lang": told["lang"],
                    "labels": ["abuse.hate"] if told["hate"] else [], "only": ["abuse.hate"],
                    "function": "named_with_contempt" if told["hate"] else "named", "target": word,
                    "group": group, "part": part_of(group),
                }  # fmt: skip


def _filled(frame: str, word: str, language: str, chance: random.Random) -> str:
    text = frame.format(g=word, s=word)
    if language == "fr" and word[0].lower() in "aeiouéhœ":
        text = text.replace(" de " + word, " d'" + word)
    text = text[0].upper() + text[1:]
    return text.lower().rstrip(".") if chance.random() < 0.3 else text


def main() -> None:
    """Write the named lines beside the others."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=Path)
    asked = parser.parse_args()
    write(asked.lines / "named.jsonl.gz", named())


if __name__ == "__main__":
    main()
