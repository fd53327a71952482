"""The glossary holds: its words are the ones in use, and the words to avoid are nowhere."""

import re
from collections.abc import Iterator

import pytest
import yaml

from architecture.house import ROOT
from architecture.test_catalogues import ENTRIES
from architecture.test_translations import LABELS

LIBRARY = ROOT / "src/clausier/library"
FOLDERS = [*LIBRARY.glob("policies/*"), LIBRARY / "packs", LIBRARY / "networks", *ROOT.glob("examples/*")]
# The reference pages of the guide are made from the labels, which are read for themselves.
PAPERS = {
    "fr": [ROOT / "README.fr.md", *ROOT.glob("docs/guide/fr/[0-9R]*.md")],
    "en": [ROOT / "README.md", *ROOT.glob("docs/guide/en/[0-9R]*.md")],
}
TAG = re.compile(r"<[^>]+>|%\(\w+\)s")
CODE = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)", re.DOTALL)
ROW = re.compile(r"^\| (?!français|---)(.*) \|$", re.MULTILINE)


def _rows() -> list[list[str]]:
    """The rows of the first table: French, English, name in the files, and what each language avoids."""
    text = (ROOT / "docs/contributing/glossary.md").read_text()
    rows = [[cell.strip() for cell in row.split("|")] for row in ROW.findall(text.split("\n## ")[0])]
    assert rows
    return rows


def _words(language: str, column: int) -> list[str]:
    cells = [row[column + (language == "en")] for row in _rows()]
    return [word.strip() for cell in cells for word in cell.split(",") if word.strip()]


def _texts(language: str) -> Iterator[tuple[str, str]]:
    """Every text that people read in a language, and where it stands."""
    yield from ((name, getattr(label, language)) for name, label in LABELS.items())
    yield from ((name, TAG.sub(" ", french if language == "fr" else entry.msgid)) for name, entry, french in ENTRIES)
    yield from ((paper.name, CODE.sub(" ", paper.read_text())) for paper in PAPERS[language])
    for path in sorted(path for folder in FOLDERS for path in folder.rglob("*.yaml")):
        for text in _sides(yaml.load(path.read_text(), yaml.CSafeLoader), language):
            yield str(path.relative_to(ROOT)), text


def _sides(node: object, language: str) -> Iterator[str]:
    """The texts of a language, wherever a map has one text a language; a citation keeps the words of its law."""
    if isinstance(node, dict):
        side = node.get(language)
        if isinstance(side, str):
            yield side
        for key, value in node.items():
            if key != "citation":
                yield from _sides(value, language)
    elif isinstance(node, list):
        for value in node:
            yield from _sides(value, language)


def _pattern(word: str) -> re.Pattern[str]:
    """The word, or the words, in the singular or in the plural; not a name of the notation, such as spam.scam."""
    words = r"\s+".join(rf"{re.escape(part)}s?" for part in word.split())
    return re.compile(rf"(?<![\w@.-]){words}(?![\w@-]|\.[\w*])", re.IGNORECASE)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_words_are_in_use(language):
    """A word that nobody reads has no place in the glossary."""
    everything = "\n".join(text for _, text in _texts(language))
    assert [word for word in _words(language, 0) if not _pattern(word).search(everything)] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_words_to_avoid_are_nowhere(language):
    """One thing has one word."""
    avoided = [_pattern(word) for word in _words(language, 3)]
    texts = list(_texts(language))
    assert [(where, found[0]) for where, text in texts for each in avoided if (found := each.search(text))] == []
