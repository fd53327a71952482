"""From nodes to the classes of the model: the annotations of a class are its schema."""

import dataclasses
import types
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from itertools import islice
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from clausier.document import languages
from clausier.document.model.policy import Clause
from clausier.document.model.types import LANGUAGE_CODE, Duration, Localized, Moment
from clausier.document.problems import nearest
from clausier.document.reading.mapper import INVALID, Convert, Mapper, Path, shown, spoils
from clausier.document.reading.narrowing import narrowed
from clausier.document.reading.source import LIST, MAP, SCALAR, Node
from clausier.document.vocabulary import Label

TRUE, FALSE = frozenset({"true", "yes"}), frozenset({"false", "no"})
MAX_KEYS = 3  # shown where a record is wanted and none of its keys has to be given


def read_value(mapper: Mapper, node: Node, wanted: Any, path: Path) -> Any:
    """Return ``node`` as a value of the type ``wanted``, or INVALID with its problems noted."""
    return converter(wanted)(mapper, node, path)


@cache
def converter(wanted: Any) -> Convert:
    """Return the function that reads a node as a value of the type ``wanted``."""
    origin = get_origin(wanted)
    if origin is Annotated:
        base, *marks = get_args(wanted)
        return narrowed(converter(base), marks)
    if origin in (Union, types.UnionType):
        parts = [part for part in get_args(wanted) if part is not type(None)]
        return _moment if set(parts) == set(get_args(Moment)) else converter(parts[0])
    if origin is tuple:
        return _list_of(get_args(wanted)[0])
    if origin is dict:
        return _map_of(*get_args(wanted))
    if dataclasses.is_dataclass(wanted):
        return _record(wanted)
    return SCALARS[wanted]


def _scalar(kind: str, parse: Callable[[str], Any]) -> Convert:
    def convert(mapper: Mapper, node: Node, path: Path) -> Any:
        if node.kind != SCALAR or node.empty:
            return mapper.report(f"not-{kind}", node, value=shown(node))
        mapper.found(node, path)
        try:
            return parse(node.text)
        except ValueError:
            return mapper.report(f"not-{kind}", node, value=shown(node))

    return convert


def _boolean(text: str) -> bool:
    if text.lower() not in TRUE | FALSE:
        raise ValueError(text)
    return text.lower() in TRUE


def _when(text: str) -> Moment:
    return date.fromisoformat(text) if len(text) <= len("2027-03-15") else datetime.fromisoformat(text)


_moment = _scalar("moment", _when)


def _localized(mapper: Mapper, node: Node, path: Path) -> Any:
    if node.kind != MAP:
        return mapper.report("not-localized", node, value=shown(node))
    mapper.found(node, path)
    texts = Localized()
    for key, value in _unique_pairs(mapper, node):
        if LANGUAGE_CODE.pattern.fullmatch(key.text) is None:
            code = "comma-in-braces" if _is_cut(node, value) else "not-language"
            mapper.report(code, key, meant=languages.meant(key.text), value=key.text[:60])
            continue
        text = SCALARS[str](mapper, value, (*path, key.text))
        if text is not INVALID:
            texts[key.text] = text.strip()
    return texts


def _is_cut(node: Node, value: Node) -> bool:
    """Tell whether a key is rather the end of a text that a comma cut: it stands in braces and has no value."""
    return node.flow and value.empty


def _unique_pairs(mapper: Mapper, node: Node) -> list[tuple[Node, Node]]:
    seen: set[str] = set()
    pairs = []
    for key, value in node.pairs:
        if key.kind != SCALAR:
            mapper.report("key-not-word", key)
        elif key.text in seen:
            mapper.report("duplicate-key", key, name=key.text)
        else:
            seen.add(key.text)
            pairs.append((key, value))
    return pairs


def _list_of(item: Any) -> Convert:
    convert = converter(item)

    def read(mapper: Mapper, node: Node, path: Path) -> Any:
        mapper.found(node, path)
        values: list[Any] = []
        for each in node.items if node.kind == LIST else [] if node.empty else [node]:
            value = convert(mapper, each, _item_path(item, path, len(values), each))
            if value is not INVALID:
                values.append(value)
        return tuple(values)

    return read


def _item_path(item: Any, path: Path, place: int, node: Node) -> Path:
    """Clauses are found by their id wherever they stand, so that a replaced one keeps its own place."""
    name = named(node, "id") if item is Clause else None
    return (*path, place) if name is None else ("clause", name)


def named(node: Node, key: str) -> str | None:
    """Return the scalar that a map gives for ``key``, if it does."""
    pairs = node.pairs if node.kind == MAP else []
    return next((value.text for name, value in pairs if name.text == key and value.kind == SCALAR), None)


def _map_of(key_type: Any, value_type: Any) -> Convert:
    convert_key, convert = converter(key_type), converter(value_type)

    def read(mapper: Mapper, node: Node, path: Path) -> Any:
        if node.empty:
            return {}
        if node.kind != MAP:
            return mapper.report("not-map", node, value=shown(node), keys=Label("nom: …", "name: …"))
        mapper.found(node, path)
        values = {}
        for key_node, value_node in _unique_pairs(mapper, node):
            value = convert(mapper, value_node, (*path, key_node.text))
            # The key comes last: it is where the entry as a whole is pointed at.
            key = convert_key(mapper, key_node, (*path, key_node.text))
            if key is not INVALID and value is not INVALID:
                values[key] = value
        return values

    return read


def _record(wanted: Any) -> Convert:
    hints = get_type_hints(wanted, include_extras=True)
    fields = {each.name.rstrip("_"): (each.name, converter(hints[each.name])) for each in dataclasses.fields(wanted)}
    required = {key for key, (name, _) in fields.items() if is_required(wanted, name)}
    shown_keys = [key for key in fields if key in required] or islice(fields, MAX_KEYS)
    keys = ", ".join(f"{key}: …" for key in shown_keys)

    def read(mapper: Mapper, node: Node, path: Path) -> Any:
        if node.kind != MAP:
            return mapper.report("not-map", node, value=shown(node), keys=keys)
        mapper.found(node, path)
        values, given = _read_fields(mapper, node, path, fields)
        for key in sorted(required - given):
            mapper.report("missing-key", node, name=key)
        if any(fields[key][0] not in values for key in required):
            return INVALID
        return wanted(**values)

    return spoils(read)


def is_required(record: Any, name: str) -> bool:
    """Tell whether a field of a class of the model has to be given."""
    field = record.__dataclass_fields__[name]
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _read_fields(
    mapper: Mapper, node: Node, path: Path, fields: dict[str, tuple[str, Convert]]
) -> tuple[dict[str, Any], set[str]]:
    values: dict[str, Any] = {}
    given: set[str] = set()
    for key, value_node in _unique_pairs(mapper, node):
        if key.text not in fields:
            code = "comma-in-braces" if _is_cut(node, value_node) else "unknown-key"
            meant, name = nearest(key.text, fields), key.text[:60]
            mapper.report(code, key, meant=meant, name=name, value=name, known=", ".join(fields))
            continue
        if value_node.empty:
            continue
        given.add(key.text)
        name, convert = fields[key.text]
        value = convert(mapper, value_node, (*path, key.text))
        if value is not INVALID:
            values[name] = value
    return values, given


SCALARS: dict[Any, Convert] = {
    str: _scalar("text", str),
    int: _scalar("number", int),
    float: _scalar("decimal", float),
    bool: _scalar("boolean", _boolean),
    date: _scalar("date", date.fromisoformat),
    Duration: _scalar("duration", Duration.parse),
    Localized: spoils(_localized),
}
