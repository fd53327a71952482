"""Draw the heart of the tour, colours included, as a picture of a terminal that any browser shows.

python docs/make_images.py fr > docs/images/demo.fr.svg
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from html import escape
from io import StringIO
from tempfile import TemporaryDirectory
from typing import NamedTuple

from clausier.cli.main import main

TITLE = "./clausier demo"
# Of what the tour prints: the clause, the title "May I post this?", and a message in the language of the picture that
# the clause stops.
CLAUSE, QUESTION, MESSAGE = 1, 3, {"fr": 5, "en": 6}

CELL, LINE, PAD, BAR = 8.4, 20, 20, 36
SELECT = re.compile(r"\x1b\[([\d;]*)m")
OTHER_ESCAPES = re.compile(r"\x1b(?:\[[\d;?]*[A-Za-ln-z]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
WEIGHTS = {1: "bold", 2: "faint", 3: "italic", 4: "underline"}

STYLE = """\
text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: var(--ink); white-space: pre }
.paper { fill: var(--paper); stroke: var(--rule) } .dot { fill: var(--rule) } .title { fill: var(--faint) }
.bold { font-weight: 700 } .italic { font-style: italic } .underline { text-decoration: underline }
.black, .faint { fill: var(--faint) } .white { fill: var(--ink) }
.red { fill: var(--red) } .green { fill: var(--green) } .yellow { fill: var(--yellow) }
.blue { fill: var(--blue) } .magenta { fill: var(--magenta) } .cyan { fill: var(--cyan) }
svg { --paper: #fdfcf9; --ink: #24211c; --faint: #6d675d; --rule: #d8d3c7; --red: #a3231f; --green: #2a6b2f;
  --yellow: #7d5a00; --blue: #1f4f8f; --magenta: #7c2d78; --cyan: #0d6470 }
@media (prefers-color-scheme: dark) { svg { --paper: #1d1b18; --ink: #eae6dc; --faint: #a19a8c; --rule: #46423a;
  --red: #f0857d; --green: #8fce8f; --yellow: #e0bd5c; --blue: #8fb8f0; --magenta: #d99ad4; --cyan: #7fcbd6 } }
"""


def heart_of_the_tour(language: str) -> str:
    """Return what says the most of the tour, as a terminal of 80 columns shows it."""
    with TemporaryDirectory() as home, redirect_stdout(StringIO()) as shown:
        os.environ |= {"CLAUSIER_HOME": home, "LC_ALL": language, "COLUMNS": "80", "FORCE_COLOR": "1", "NO_COLOR": ""}
        main(["demo"])
    blocks = shown.getvalue().split("\n\n")
    return f"{blocks[CLAUSE]}\n\n…\n\n{blocks[QUESTION]}\n\n{blocks[MESSAGE[language]]}"


class Run(NamedTuple):
    """Characters that stand together on a line and look the same."""

    column: int
    text: str
    looks: frozenset[str]


def runs(line: str, looks: frozenset[str]) -> Iterator[Run]:
    """Cut a line at its changes of look; the last run, perhaps empty, tells the look that the next line begins with."""
    column = 0
    pieces = SELECT.split(line)
    for text, codes in zip(pieces[::2], [*pieces[1::2], None], strict=True):
        yield Run(column, text, looks)
        column += len(text)
        looks = looks if codes is None else look_after(codes, looks)
    yield Run(column, "", looks)


def trimmed(run: Run) -> Run:
    """Return the run without the spaces around it, which a picture may collapse."""
    return run._replace(column=run.column + len(run.text) - len(run.text.lstrip()), text=run.text.strip())


def look_after(codes: str, looks: frozenset[str]) -> frozenset[str]:
    """Return the looks after a colour sequence: the sixteen colours and the weights; other codes change nothing."""
    for code in (int(number or 0) for number in codes.split(";")):
        if code == 0:
            looks = frozenset()
        elif code in WEIGHTS:
            looks |= {WEIGHTS[code]}
        elif code in {22, 23, 24}:
            looks -= {"bold", "faint"} if code == 22 else {WEIGHTS[code - 20]}  # noqa: PLR2004  # the standard's numbers
        elif code // 10 in {3, 9} and code % 10 <= 9:  # noqa: PLR2004
            looks = looks - set(COLOURS) | ({COLOURS[code % 10]} if code % 10 < len(COLOURS) else set())
    return looks


def draw(output: str, title: str) -> str:
    """Return the picture: a window with its title, and each run in its cells."""
    lines = [line.expandtabs() for line in OTHER_ESCAPES.sub("", output).rstrip("\n").split("\n")]
    body, looks = [], frozenset[str]()
    for number, line in enumerate(lines):
        for run in runs(line, looks):
            looks = run.looks
            if run.text.strip():
                body.append(_text(trimmed(run), BAR + PAD + LINE * number))
    columns = max(len(SELECT.sub("", line)) for line in lines)
    return _frame(columns * CELL + 2 * PAD, BAR + PAD + LINE * len(lines), title, "\n".join(body))


def _text(run: Run, y: int) -> str:
    looks = f' class="{" ".join(sorted(run.looks))}"' if run.looks else ""
    width = f'textLength="{len(run.text) * CELL:.1f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{PAD + run.column * CELL:.1f}" y="{y}" {width}{looks}>{escape(run.text)}</text>'


def _frame(width: float, height: int, title: str, body: str) -> str:
    dots = "".join(f'<circle class="dot" cx="{PAD + 18 * n}" cy="{BAR / 2}" r="5"/>' for n in range(3))
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" height="{height}" \
role="img" aria-label="{escape(title)}">
<style>
{STYLE}</style>
<rect class="paper" x="0.5" y="0.5" width="{width - 1:.0f}" height="{height - 1}" rx="8"/>
{dots}<text class="title" x="{width / 2:.0f}" y="{BAR / 2 + 5}" text-anchor="middle">{escape(title)}</text>
{body}
</svg>
"""


if __name__ == "__main__":
    sys.stdout.write(draw(heart_of_the_tour(sys.argv[1]), TITLE))
