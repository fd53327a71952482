"""One value of one file changed where it stands: comments, order, quotes and every other line stay.

The text is cut and sewn at the places that the parser gives, then read again: unless exactly the value asked for has
changed, the edit is refused and the file left alone. A library that rewrites the whole file would fold its lines anew.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from clausier.document.problems import UnreadableError
from clausier.document.reading.source import MAX_NODES, parse
from clausier.document.writing import places
from clausier.document.writing.emitting import after_key, between_brackets, item
from clausier.document.writing.places import Keys
from clausier.document.writing.plain import plain
from clausier.document.writing.scalars import inline, key_of


class EditRefusedError(Exception):
    """The edit cannot be made in place, or what it would make could not be read."""


class Cut(NamedTuple):
    """A stretch of the text, and what takes its place."""

    start: int
    end: int
    text: str


class Edit(NamedTuple):
    """How a text is cut and sewn, and what its data must be afterwards."""

    cut_of: Callable[[str, Node], Cut]
    expect: Callable[[Any], Any]


def set_value(file: Path, keys: Keys, value: Any) -> None:
    """Give the key at ``keys`` this value, adding the key when its map lacks it.

    In a list, a key is an index or the ``id`` of an item. Raises EditRefusedError, and leaves the file as it was,
    when there is no such place or the result would not read.
    """
    _edit(file, _set(keys, plain(value)))


def remove_value(file: Path, keys: Keys) -> None:
    """Take the key or the item at ``keys`` out of its map or list."""
    _edit(file, _removed(keys))


def append_value(file: Path, keys: Keys, value: Any) -> None:
    """Add an item at the end of the list at ``keys``, which is made when there is none."""
    _edit(file, _appended(keys, plain(value)))


def with_value(text: str, name: str, keys: Keys, value: Any) -> str:
    """Return the text of the file ``name`` with this value at ``keys``: ``set_value`` where there is no file."""
    return _edited(text.encode(), name, _set(keys, plain(value))).decode()


def with_item(text: str, name: str, keys: Keys, value: Any) -> str:
    """Return the text of the file ``name`` with one item more in a list: ``append_value`` where there is no file."""
    return _edited(text.encode(), name, _appended(keys, plain(value))).decode()


def without_value(text: str, name: str, keys: Keys) -> str:
    """Return the text of the file ``name`` without what is at ``keys``: ``remove_value`` where there is no file."""
    return _edited(text.encode(), name, _removed(keys)).decode()


def _set(keys: Keys, value: Any) -> Edit:
    return Edit(lambda text, root: _setting(text, root, keys, value), _Expected(keys, value).set)


def _appended(keys: Keys, value: Any) -> Edit:
    return Edit(lambda text, root: _appending(text, root, keys, value), _Expected(keys, value).append)


def _removed(keys: Keys) -> Edit:
    return Edit(lambda text, root: _removing(text, root, keys), _Expected(keys, None).remove)


def _edit(file: Path, edit: Edit) -> None:
    _replace(file, _edited(file.read_bytes(), file.name, edit))


def _edited(written: bytes, name: str, edit: Edit) -> bytes:
    text, root = _read(written, name)
    cut = edit.cut_of(text, root)
    changed = text[: cut.start] + cut.text + text[cut.end :]
    data = changed.replace("\n", "\r\n").encode() if b"\r\n" in written else changed.encode()
    _, result = _read(data, name)
    if _settled(places.data_of(result)) != _settled(edit.expect(places.data_of(root))):
        raise EditRefusedError(f"{name}: the value cannot be changed in place")
    return data


def _read(data: bytes, name: str) -> tuple[str, Node]:
    try:
        parse(data, name, [MAX_NODES])
    except UnreadableError as error:
        raise EditRefusedError(str(error)) from error
    text = data.decode().replace("\r\n", "\n")
    root = places.compose(text)
    if root is None:
        raise EditRefusedError(f"{name}: nothing to change")
    return text, root


def _replace(file: Path, data: bytes) -> None:
    """Write beside the file, then put the new one in its place with the same mode: never half a file."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            os.fchmod(stream.fileno(), file.stat().st_mode & 0o7777)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _node(root: Node, keys: Keys) -> Node:
    node = places.find(root, keys)
    if node is None:
        raise EditRefusedError(f"no such place: {'.'.join(map(str, keys))}")
    return node


def _setting(text: str, root: Node, keys: Keys, value: Any) -> Cut:
    if not keys:
        raise EditRefusedError("a whole file is not a value")
    holder = _node(root, keys[:-1])
    place = places.index_of(holder, keys[-1])
    if place is None:
        return _adding(text, holder, str(keys[-1]), value)
    name, old = places.pairs_of(holder)[place]
    value = _with_its_line_break(old, value)
    start, end = places.start(old), places.end(old, text)
    if not places.is_block(holder):
        return Cut(start, end, _inline(value, old, bracketed=True))
    if isinstance(holder, SequenceNode):
        return Cut(start, end, item(value, name.start_mark.column - 2, spread=places.is_block(old)))
    if isinstance(value, str) and isinstance(old, ScalarNode) and old.style not in ("|", ">") and "\n" not in value:
        return Cut(start, end, _inline(value, old, bracketed=False) if end > start else " " + inline(value))
    colon = text.index(":", places.end(name, text)) + 1
    told = after_key(str(keys[-1]), value, name.start_mark.column)
    remark = text[colon:start].partition("\n")[0] if places.is_block(old) else ""
    return Cut(colon + (len(remark) if told.startswith("\n") else 0), end, told)


def _inline(value: Any, old: Node, *, bracketed: bool) -> str:
    if isinstance(value, str):
        return inline(value, (old.style or "") if isinstance(old, ScalarNode) else None, bracketed=bracketed)
    return between_brackets(value)


def _with_its_line_break(old: Node, value: Any) -> Any:
    """Keep, in a block of text, the line break that ends it, which the texts of the model do not carry."""
    kept = isinstance(old, ScalarNode) and old.style in ("|", ">") and old.value.endswith("\n")
    return f"{value}\n" if kept and isinstance(value, str) and not value.endswith("\n") else value


def _adding(text: str, holder: Node, key: str, value: Any) -> Cut:
    if not isinstance(holder, MappingNode):
        raise EditRefusedError(f"no such place: {key}")
    pairs = places.pairs_of(holder)
    if places.is_block(holder):
        column = pairs[-1].name.start_mark.column
        stop = places.end(holder, text)
        return Cut(stop, stop, f"\n{' ' * column}{key_of(key)}:{after_key(key, value, column)}")
    stop = places.end(pairs[-1].value, text) if pairs else places.start(holder) + 1
    told = f"{key_of(key)}: {between_brackets(value)}"
    return Cut(stop, stop, f", {told}" if pairs else told)


def _removing(text: str, root: Node, keys: Keys) -> Cut:
    _node(root, keys)
    holder = _node(root, keys[:-1])
    pairs = places.pairs_of(holder)
    place = places.index_of(holder, keys[-1]) or 0
    if len(pairs) == 1:
        return _setting(text, root, keys[:-1], {} if isinstance(holder, MappingNode) else [])
    start, end = places.start(pairs[place].name), places.end(pairs[place].value, text)
    if not places.is_block(holder):
        if place:
            return Cut(places.end(pairs[place - 1].value, text), end, "")
        return Cut(start, places.start(pairs[1].name), "")
    if isinstance(holder, SequenceNode):
        start = text.rindex("-", 0, start)
    line = places.line_start(text, start)
    if text[line:start].strip():  # the first key of an item of a list, behind its dash
        return Cut(start, places.start(pairs[1].name), "")
    return Cut(line, min(places.line_end(text, end) + 1, len(text)), "")


def _appending(text: str, root: Node, keys: Keys, value: Any) -> Cut:
    found = places.find(root, keys)
    if found is not None and not isinstance(found, SequenceNode):
        raise EditRefusedError(f"not a list: {'.'.join(map(str, keys))}")
    items = places.pairs_of(found) if isinstance(found, SequenceNode) else []
    if found is None or not items:
        return _setting(text, root, keys, [value])
    if not places.is_block(found):
        stop = places.end(items[-1].value, text)
        return Cut(stop, stop, f", {between_brackets(value)}")
    column = found.start_mark.column
    stop = places.end(found, text)
    return Cut(stop, stop, f"\n{' ' * column}- {item(value, column, spread=places.is_block(items[-1].value))}")


class _Expected:
    """What the data must be after an edit."""

    def __init__(self, keys: Keys, value: Any) -> None:
        self.keys = keys
        self.value = value

    def set(self, data: Any) -> Any:
        holder, key = self._holder(data)
        holder[key] = self.value
        return data

    def remove(self, data: Any) -> Any:
        holder, key = self._holder(data)
        del holder[key]
        return data

    def append(self, data: Any) -> Any:
        holder, key = self._holder(data)
        if isinstance(holder, dict) and not holder.get(key):
            holder[key] = []
        holder[key].append(self.value)
        return data

    def _holder(self, data: Any) -> tuple[Any, Any]:
        for key in self.keys[:-1]:
            data = data[_place(data, key)]
        return data, _place(data, self.keys[-1])


def _place(data: Any, key: str | int) -> Any:
    if isinstance(data, list) and isinstance(key, str):
        return next(place for place, each in enumerate(data) if isinstance(each, dict) and each.get("id") == key)
    return key


def _settled(data: Any) -> Any:
    """Return data as texts, without the line break that ends a block of text."""
    if isinstance(data, dict):
        return {str(key): _settled(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_settled(each) for each in data]
    return data.removesuffix("\n") if isinstance(data, str) else inline(data)
