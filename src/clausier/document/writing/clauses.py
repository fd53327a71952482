"""A clause in its file: its words apart from what the software runs for it, each with its comments.

Whoever edits words sees words; what follows them, rules and statements, stays one stretch of YAML.
"""

import textwrap
from typing import NamedTuple

from yaml.nodes import MappingNode, Node

from clausier.document.writing import places
from clausier.document.writing.editing import EditRefusedError

WORDS = frozenset({"id", "title", "purpose", "text"})


class Stretch(NamedTuple):
    """A key of a clause with the comments before it: where it begins and ends in the text."""

    key: str
    start: int
    end: int


def split_clause(text: str, clause: str) -> str:
    """Return the statements of a clause as they are written in its file, brought to the left margin.

    Raises EditRefusedError when the clause is not there, or is written between brackets.
    """
    stretches = _stretches(text, clause)
    return textwrap.dedent("".join(text[each.start : each.end] for each in stretches if each.key not in WORDS))


def split_key(text: str, clause: str, key: str) -> str:
    """Return one key of a clause as it is written, its comments included; "" when the clause has none.

    Raises EditRefusedError as ``split_clause`` does.
    """
    return textwrap.dedent("".join(text[each.start : each.end] for each in _stretches(text, clause) if each.key == key))


def with_key(text: str, clause: str, key: str, told: str) -> str:
    """Return the text of a file with one key of a clause written otherwise, or anew behind the others.

    Whether the result reads is for the reader to say. Raises EditRefusedError as ``split_clause`` does.
    """
    stretches = _stretches(text, clause)
    last = stretches[-1].end
    start, end = next(((each.start, each.end) for each in stretches if each.key == key), (last, last))
    margin = " " * _column(text, clause)
    said = textwrap.indent(f"{told.strip()}\n", margin, lambda line: bool(line.strip())) if told.strip() else ""
    return text[:start] + said + text[end:]


def with_statements(text: str, clause: str, statements: str) -> str:
    """Return the text of a file with other statements in a clause, behind its words; all else stays as it was.

    Only the place is changed here: whether the result reads is for the reader to say.
    Raises EditRefusedError as ``split_clause`` does.
    """
    stretches = _stretches(text, clause)
    words = "".join(text[each.start : each.end] for each in stretches if each.key in WORDS)
    margin = " " * _column(text, clause)
    told = textwrap.indent(f"{statements.strip()}\n", margin, lambda line: bool(line.strip()))
    after = text[stretches[-1].end :]
    return text[: stretches[0].start] + words + (told if statements.strip() else "") + after


def _clause(text: str, clause: str) -> Node:
    root = places.compose(text)
    node = places.find(root, ("clauses", clause)) if root else None
    if not isinstance(node, MappingNode) or not places.is_block(node):
        raise EditRefusedError(f"no such place: {clause}")
    return node


def _column(text: str, clause: str) -> int:
    return int(_clause(text, clause).start_mark.column)


def _stretches(text: str, clause: str) -> list[Stretch]:
    """Return the keys of a clause in their order; what stands between two of them belongs to the second."""
    node = _clause(text, clause)
    pairs = places.pairs_of(node)
    ends = [min(places.line_end(text, places.end(pair.value, text)) + 1, len(text)) for pair in pairs]
    # The first key stands behind the dash of its item: it begins where the clause does.
    starts = [places.start(pairs[0].name), *ends[:-1]]
    keys = [str(pair.name.value) for pair in pairs]
    if keys[0] not in WORDS:  # what stands behind the dash has no margin of its own
        raise EditRefusedError(f"{clause}: the words come before the statements")
    return [Stretch(*each) for each in zip(keys, starts, ends, strict=True)]
