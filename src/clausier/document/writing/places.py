"""Where the values of a file stand in its text, so that one can be changed and nothing else."""

from functools import lru_cache
from typing import Any, NamedTuple

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Keys = tuple[str | int, ...]
KEPT = 4  # trees of the texts looked at last: a change reads the same text to find its place, to cut and to compare


class Pair(NamedTuple):
    """A value in a map or a list, with the node before what names it: its key, or itself in a list."""

    name: Node
    value: Node


def pairs_of(node: Node) -> list[Pair]:
    """Return the values of a map or a list."""
    if isinstance(node, MappingNode):
        return [Pair(key, value) for key, value in node.value]
    return [Pair(value, value) for value in node.value] if isinstance(node, SequenceNode) else []


def index_of(node: Node, key: str | int) -> int | None:
    """Return the place of a key in a map, or in a list of an index or of the item with that ``id``."""
    pairs = pairs_of(node)
    if isinstance(node, SequenceNode):
        if isinstance(key, int):
            return key if 0 <= key < len(pairs) else None
        return next((place for place, pair in enumerate(pairs) if _id_of(pair.value) == key), None)
    return next((place for place, pair in enumerate(pairs) if pair.name.value == key), None)


def find(root: Node, keys: Keys) -> Node | None:
    """Return the node at ``keys``, or None."""
    node = root
    for key in keys:
        place = index_of(node, key)
        if place is None:
            return None
        node = pairs_of(node)[place].value
    return node


def data_of(node: Node) -> Any:
    """Return the maps, lists and texts of a tree: what a change must leave as it was."""
    if isinstance(node, MappingNode):
        return {key.value: data_of(value) for key, value in node.value}
    return [data_of(each) for each in node.value] if isinstance(node, SequenceNode) else node.value


def start(node: Node) -> int:
    """Return where a node begins in the text."""
    return int(node.start_mark.index)


def end(node: Node, text: str) -> int:
    """Return where a node ends: a block at the end of its last line, anything else at its last character."""
    if is_block(node):
        last = end(pairs_of(node)[-1].value, text)
        return line_end(text, last)
    stop = int(node.end_mark.index)
    return len(text[:stop].rstrip("\n")) if isinstance(node, ScalarNode) and node.style in ("|", ">") else stop


def is_block(node: Node) -> bool:
    """Return whether a map or a list stands on lines of its own, without brackets."""
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style


def line_start(text: str, place: int) -> int:
    """Return where the line of a place begins."""
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    """Return where the line of a place ends, before its line break."""
    stop = text.find("\n", place)
    return len(text) if stop < 0 else stop


@lru_cache(maxsize=KEPT)
def compose(text: str) -> Node | None:
    """Return the tree of a text that the reader has accepted; nobody changes a tree."""
    tree: Node | None = yaml.compose(text, Loader=yaml.CSafeLoader)
    return tree


def _id_of(node: Node) -> Any:
    found = index_of(node, "id") if isinstance(node, MappingNode) else None
    return pairs_of(node)[found].value.value if found is not None else None
