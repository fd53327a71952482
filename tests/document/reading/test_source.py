"""What is no plain YAML document is told with its place and its mend, never raised as something else."""

import tracemalloc

import pytest

from clausier.document.problems import UnreadableError
from clausier.document.reading import parse
from clausier.document.reading.source import MAX_NODES

CASES = {
    "tab": ("a:\n\tb: 1\n", "tab", 2, 1),
    "tab after spaces": ("a:\n  \tb: 1\n", "tab", 2, 3),
    "colon in a text": ("a: Bravo: merci\n", "colon", 1, 9),
    "no colon": ("a: 1\nb\nc: 2\n", "colon-missing", 2, 1),
    "at sign": ("a: @moi\n", "needs-quotes", 1, 4),
    "percent sign": ("a: {b: %x}\n", "needs-quotes", 1, 8),
    "asterisk": ("a: [*]\n", "needs-quotes", 1, 5),
    "exclusion": ("a: [abuse.*, !abuse.insult]\n", "needs-quotes", 1, 14),
    "exclusion first": ("a: [!pi.email, b]\n", "needs-quotes", 1, 5),
    "dash in braces": ("a: {b: - c}\n", "needs-quotes", 1, 8),
    "colon in braces": ("a: {b: Note: c}\n", "colon", 1, 12),
    "hashtag in braces": ("a: {b: #c, d: e}\nf: 1\n", "hash", 1, 8),
    "hashtag in a list": ("a:\n  - {b: #c, d: e}\n  - {b: f}\n", "hash", 2, 9),
    "comment in a list": ("a: [1, # one\nb: 3\n", "not-closed", 1, 4),
    "bracket": ("a: [1, 2\nb: 3\n", "not-closed", 1, 4),
    "bracket at the end": ("a: [", "not-closed", 1, 5),
    "quote": ('a: "sans fin\n', "not-closed", 1, 4),
    "backslash": (r'a: "C:\dossier"', "escape", 1, 7),
    "indent": ("a:\n    b: 1\n  c: 2\n", "indentation", 3, 3),
    "list in a text": ("a: - b\n", "indentation", 1, 4),
    "anchor": ("a: &x [1]\n", "alias", 1, 4),
    "alias": ("a: &x 1\nb: *x\n", "alias", 1, 4),
    "unknown alias": ("b: *x\n", "alias", 1, 4),
    "tag": ("a: !!python/object:os.system 1\n", "tag", 1, 4),
    "own tag": ("a: !secret {b: 1}\n", "tag", 1, 4),
    "two documents": ("a: 1\n---\nb: 2\n", "several-documents", 2, 1),
    "bell": ("a: 1\nb: é\u0007\n", "control-character", 2, 5),
    "null": ("a: \u0000\n", "control-character", 1, 4),
    "delete": ("a: \u007f\n", "control-character", 1, 4),
    "line separator": ("a: un\u2028deux\n", "control-character", 1, 6),
    "next line": ("a: un\u0085deux\n", "control-character", 1, 6),
    "escape in quotes": ('a: 1\nb: "\\e[2J"\n', "control-character", 2, 4),
    "null in a key": ('"a\\0": 1\n', "control-character", 1, 1),
    "not a character": ("a: \uffff\n", "control-character", 1, 4),
    "directive": ("%YAML 3.0\n---\na: 1\n", "syntax", 1, 1),
}


def _refused(data):
    with pytest.raises(UnreadableError) as caught:
        parse(data if isinstance(data, bytes) else data.encode(), "x.yaml", [MAX_NODES])
    return caught.value.problem


@pytest.mark.parametrize(("text", "code", "line", "column"), CASES.values(), ids=CASES)
def test_broken_yaml(text, code, line, column):
    """Each mistake has its name and its place."""
    problem = _refused(text)
    assert (problem.code, *problem.place) == (code, "x.yaml", line, column)
    assert problem.message("fr")
    assert problem.suggestion("fr")


def test_names_the_sign_that_needs_quotes():
    """The mend shows it between quotes."""
    problem = _refused("a: [*]")
    assert "“*”, which means something in YAML" in problem.message("en")
    assert '“"*…"”' in problem.suggestion("en")


def test_latin_1():
    """The byte that is not UTF-8 is told, in its column of characters."""
    problem = _refused("a: é\nb: éé".encode() + "é".encode("latin-1"))
    assert (problem.code, problem.place.line, problem.place.column) == ("not-utf-8", 2, 6)
    assert problem.values["byte"] == "0xE9"
    assert _refused(b"\xef\xbb\xbfa: \xe9").place[1:] == (1, 4)


def test_utf_16():
    """Neither is UTF-16."""
    assert _refused("a: 1".encode("utf-16")).code == "not-utf-8"


@pytest.mark.parametrize(
    "text", ["a: é\nb: [1]", "\ufeffa: é\nb: [1]\n", "a: é\r\nb: [1]\r\n", "a: é\rb: [1]\r", "---\na: é\nb: [1]\n...\n"]
)
def test_ways_of_writing_the_same(text):
    """A byte order mark, other line ends and document marks change nothing, neither values nor lines."""
    node = parse(text.encode(), "x.yaml", [MAX_NODES])
    assert [(key.text, value.text) for key, value in node.pairs] == [("a", "é"), ("b", "")]
    first, second = (key for key, _ in node.pairs)
    assert second.line == first.line + 1


@pytest.mark.parametrize("text", ["", "\n\n", "# rien\n", "\ufeff", "---\n...\n"])
def test_nothing(text):
    """An empty file holds nothing; a lone document mark an empty value."""
    node = parse(text.encode(), "x.yaml", [MAX_NODES])
    assert node is None or node.empty


def test_too_large():
    """Refused by its size, before it is decoded."""
    problem = _refused(b"a" * 50_000_000)
    assert (problem.code, problem.values["size"]) == ("file-too-large", "50")


def test_too_many_nodes():
    """The number of nodes is bounded, and the node that is too many is told."""
    assert parse(b"[" + b"1," * 199_999 + b"]", "x.yaml", [MAX_NODES]) is not None
    problem = _refused(b"[" + b"1," * 200_000 + b"]")
    assert (problem.code, problem.place.column) == ("too-many-nodes", 2 + 2 * 199_999)


def test_files_share_their_budget():
    """What one file has used is not there for the next."""
    budget = [5]
    parse(b"[1, 2]", "a.yaml", budget)
    assert budget == [2]
    with pytest.raises(UnreadableError):
        parse(b"[1, 2]", "b.yaml", budget)


@pytest.mark.parametrize("text", ["[" * 1_000_000, "- " * 1_000_000, "{a: " * 1_000_000, "? " * 1_000_000], ids="[-{?")
def test_deep_nesting(text):
    """A million levels are refused at the first that is too deep, in bounded memory."""
    tracemalloc.start()
    problem = _refused(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert problem.code == "nested-too-deep"
    assert peak < 30_000_000


def test_many_aliases():
    """A billion laughs stop at the first."""
    text = "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(100))
    assert _refused(text).code == "alias"
