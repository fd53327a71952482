"""From nodes to the classes of the model: the annotations of a class are its schema."""

import dataclasses
import types
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from clausier.document.globs import matches
from clausier.document.model.policy import Clause
from clausier.document.model.types import Duration, Glob, Localized, Moment, OneOf, Shape
from clausier.document.problems import ERROR, Place, Problem, listed, nearest
from clausier.document.reading.source import LIST, MAP, SCALAR, Node

Path = tuple[str | int, ...]
Convert = Callable[["Mapper", Node, Path], Any]

TRUE, FALSE = frozenset({"true", "yes"}), frozenset({"false", "no"})
LANGUAGE_CODE = Shape("language", r"[a-z]{2,3}(-[A-Z]{2})?")


class Invalid:
    """Stands for a value that could not be read; the problem is already noted."""


INVALID = Invalid()


class Mapper:
    """Maps the nodes of one file to model values, noting problems and the place of every value."""

    def __init__(self, file: str, problems: list[Problem], places: dict[Path, Place]) -> None:
        self.file = file
        self.problems = problems
        self.places = places

    def report(self, code: str, node: Node, *, level: str = ERROR, meant: str | None = None, **values: str) -> Invalid:
        """Note a problem at a node and return the mark of an unreadable value."""
        place = Place(self.file, node.line + 1, node.column + 1)
        self.problems.append(Problem(code=code, place=place, level=level, values=values, meant=meant))
        return INVALID

    def read(self, node: Node, wanted: Any, path: Path) -> Any:
        """Return ``node`` as a value of the type ``wanted``, or INVALID with its problems noted."""
        return converter(wanted)(self, node, path)


@cache
def converter(wanted: Any) -> Convert:
    """Return the function that reads a node as a value of the type ``wanted``."""
    origin = get_origin(wanted)
    if origin is Annotated:
        base, *marks = get_args(wanted)
        return _narrowed(converter(base), marks)
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
            return mapper.report(f"not-{kind}", node, value=_shown(node))
        mapper.places[path] = Place(mapper.file, node.line + 1, node.column + 1)
        try:
            return parse(node.text)
        except ValueError:
            return mapper.report(f"not-{kind}", node, value=_shown(node))

    return convert


def _boolean(text: str) -> bool:
    if text.lower() not in TRUE | FALSE:
        raise ValueError(text)
    return text.lower() in TRUE


def _when(text: str) -> Moment:
    return date.fromisoformat(text) if len(text) <= len("2027-03-15") else datetime.fromisoformat(text)


def _shown(node: Node) -> str:
    return node.text[:40] if node.kind == SCALAR else {LIST: "[…]", MAP: "{…}"}[node.kind]


_moment = _scalar("moment", _when)


def _localized(mapper: Mapper, node: Node, path: Path) -> Any:
    if node.kind != MAP:
        return mapper.report("not-localized", node, value=_shown(node))
    mapper.places[path] = Place(mapper.file, node.line + 1, node.column + 1)
    texts = Localized()
    for key, value in _unique_pairs(mapper, node):
        if LANGUAGE_CODE.pattern.fullmatch(key.text) is None:
            mapper.report("not-language", key, value=_shown(key))
            continue
        text = SCALARS[str](mapper, value, (*path, key.text))
        if text is not INVALID:
            texts[key.text] = text.strip()
    return texts


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


def _narrowed(convert: Convert, marks: list[Any]) -> Convert:
    checks = [check for mark in marks if (check := _check_of(mark))]

    def narrowed(mapper: Mapper, node: Node, path: Path) -> Any:
        value = convert(mapper, node, path)
        if value is INVALID or all(check(mapper, node, value) for check in checks):
            return value
        return INVALID

    return narrowed


def _check_of(mark: Any) -> Callable[[Mapper, Node, str], bool] | None:
    if isinstance(mark, Glob):
        return lambda mapper, node, value: _glob(mapper, node, value, mark.words)
    if isinstance(mark, OneOf):
        return lambda mapper, node, value: _one_of(mapper, node, value, mark.words)
    if isinstance(mark, Shape):
        return lambda mapper, node, value: _shaped(mapper, node, value, mark)
    return None


def _one_of(mapper: Mapper, node: Node, value: str, words: tuple[str, ...]) -> bool:
    if value in words:
        return True
    mapper.report("unknown-word", node, meant=nearest(value, words), value=value, words=listed(words))
    return False


def _glob(mapper: Mapper, node: Node, value: str, words: tuple[str, ...]) -> bool:
    name = value.removeprefix("!")
    if any(matches(word, name) for word in words):
        return True
    if "*" in name or "?" in name:
        mapper.report("glob-matches-nothing", node, value=value)
    else:
        _one_of(mapper, node, name, words)
    return False


def _shaped(mapper: Mapper, node: Node, value: str, shape: Shape) -> bool:
    if shape.pattern.fullmatch(value):
        return True
    mapper.report(f"not-{shape.kind}", node, value=value[:60])
    return False


def _list_of(item: Any) -> Convert:
    convert = converter(item)

    def read(mapper: Mapper, node: Node, path: Path) -> Any:
        mapper.places[path] = Place(mapper.file, node.line + 1, node.column + 1)
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
            return mapper.report("not-map", node, value=_shown(node))
        mapper.places[path] = Place(mapper.file, node.line + 1, node.column + 1)
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

    def read(mapper: Mapper, node: Node, path: Path) -> Any:
        if node.kind != MAP:
            return mapper.report("not-map", node, value=_shown(node))
        mapper.places[path] = Place(mapper.file, node.line + 1, node.column + 1)
        values, given = _read_fields(mapper, node, path, fields)
        for key in sorted(required - given):
            mapper.report("missing-key", node, name=key)
        if any(fields[key][0] not in values for key in required):
            return INVALID
        return wanted(**values)

    return read


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
            meant = nearest(key.text, fields)
            mapper.report("unknown-key", key, meant=meant, name=key.text[:60], known=", ".join(fields))
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
    float: _scalar("number", float),
    bool: _scalar("boolean", _boolean),
    date: _scalar("date", date.fromisoformat),
    Duration: _scalar("duration", Duration.parse),
    Localized: _localized,
}
