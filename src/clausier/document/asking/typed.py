"""What a person typed in a form, as the maps, lists and texts that a file holds; then as a value of the model.

What was typed is kept as it was typed: the reader of files says what is wrong with it, in its own sentences.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, count, zip_longest
from typing import Any, NamedTuple

from clausier.document.asking.shapes import Field, Kind, Record
from clausier.document.model.types import UNITS
from clausier.document.naming import slug
from clausier.document.problems import Problem
from clausier.document.reading import Mapper, parse, read_value
from clausier.document.reading.mapper import INVALID, Path
from clausier.document.reading.source import MAX_NODES
from clausier.document.writing.emitting import document

MAX_ITEMS = 200  # of a list in a form
MAX_WORDS = 5  # of a short name that is made of others
ID = "id"
_PRESET = (Kind.TEXT, Kind.NUMBER, Kind.CHOICE, Kind.CHOICES, Kind.GLOBS)


class Sent(NamedTuple):
    """The fields of a form as they were sent: a name may come several times."""

    values: Callable[[str], Sequence[str]]
    languages: Sequence[str]

    def one(self, name: str) -> str:
        """Return what was sent last under a name, without spaces around it."""
        said = self.values(name)
        return said[-1].replace("\r\n", "\n").strip() if said else ""

    def places(self, name: str) -> list[str]:
        """Return the items of a list in their order: the form sends the place of each under the name of the list."""
        return [each for each in self.values(name) if each.isdecimal()][:MAX_ITEMS]


class Typed(NamedTuple):
    """What was typed and what it reads as: ``value`` is None when it does not read, and ``problems`` say why.

    ``missing`` holds the names of the fields that have to be filled in.
    """

    data: Any
    value: Any
    problems: list[tuple[Path, Problem]]
    missing: list[str]


def typed_of(field: Field, sent: Sent, name: str) -> Any:
    """Return what was typed for a question as a file would hold it; None when nothing was."""
    return _READERS[field.kind](field, sent, name)


def whole_of(field: Field, sent: Sent, name: str) -> Any:
    """Return what was typed for a whole part: one whose questions were all left as they were is there all the same."""
    return _told(field, sent, name) if field.kind is Kind.RECORD else typed_of(field, sent, name) or {}


def as_it_stood(field: Field, data: Any, old: Any) -> Any:
    """Return what was typed with its names in the order in which they stood before: boxes that are ticked have none."""
    if field.kind in (Kind.CHOICES, Kind.GLOBS) and isinstance(data, list) and isinstance(old, list):
        return sorted(data, key=lambda each: old.index(each) if each in old else len(old))
    if field.kind is Kind.RECORD and isinstance(data, dict) and isinstance(old, dict):
        return _as_they_stood(field.of, data, old)
    if field.kind is Kind.RECORDS and isinstance(data, list) and isinstance(old, list):
        return [_as_they_stood(field.of, *each) for each in zip_longest(data, old[: len(data)])]
    return data


def _as_they_stood(of: Record | Field | None, data: Any, old: Any) -> Any:
    fields = of.fields if isinstance(of, Record) else ()
    stood = {each.key: as_it_stood(each, data.get(each.key), (old or {}).get(each.key)) for each in fields}
    return {key: stood.get(key, value) for key, value in data.items()}


def with_names(field: Field, data: Any, taken: Callable[[], Iterable[str]]) -> Any:
    """Return what was typed with a short name where none was given: made of the words beside it, and nobody else's."""
    if field.kind is Kind.RECORD and isinstance(data, dict):
        return _named(field.of, data, taken)
    if field.kind is Kind.RECORDS and isinstance(data, list):
        kept: list[Any] = []
        for each in data:
            others = [one.get(ID) for one in (*data, *kept) if one.get(ID)]
            kept.append(_named(field.of, each, lambda others=others: [*others, *taken()]))  # type: ignore[misc]
        return kept
    return data


def _named(of: Record | Field | None, data: Any, taken: Callable[[], Iterable[str]]) -> Any:
    fields = of.fields if isinstance(of, Record) else ()
    named = data | {each.key: with_names(each, data[each.key], taken) for each in fields if each.key in data}
    if not data or ID in data or all(each.key != ID for each in fields):
        return named
    words = slug(_words_of(data), getattr(of, "model", object).__name__.lower())
    short, known = "-".join(words.split("-")[:MAX_WORDS]), set(taken())
    others = (f"{short}-{number}" for number in count(2))
    return {ID: next(each for each in chain((short,), others) if each not in known)} | named


def _words_of(data: Mapping[str, Any]) -> str:
    """Return the words by which people would call a record: its name, its title, what it says."""
    for key in ("name", "names", "title", "say"):
        said = data.get(key)
        first = next(iter(said.values()), "") if isinstance(said, dict) else said
        text = first[0] if isinstance(first, list) else first
        if text:
            return str(text)
    return ""


def read(field: Field, hint: Any, data: Any, name: str) -> Typed:
    """Read what was typed as a value of the model; a part in which nothing at all was typed is none."""
    missing = list(_missing(field, data, name)) if data else [name]
    if missing:
        return Typed(data, None, [], missing)
    problems: list[Problem] = []
    mapper = Mapper("", problems, {})
    node = parse(document({"it": data}).encode(), "", [MAX_NODES])
    value = read_value(mapper, node.pairs[0][1], hint, ()) if node else INVALID
    paths = {place: path for path, place in mapper.places.items()}
    told = [(paths.get(each.place, ()), each) for each in problems]
    return Typed(data, None if value is INVALID or problems else value, told, [])


def _missing(field: Field, data: Any, name: str) -> Sequence[str]:
    """Return the names of the fields that are needed and empty in what was typed."""
    if data is None:
        return [name] if field.is_required else []
    if field.kind is Kind.RECORDS and isinstance(data, list):
        return [each for place, item in enumerate(data) for each in _lacking(field, item, f"{name}-{place}")]
    return _lacking(field, data, name) if field.kind is Kind.RECORD else []


def _lacking(field: Field, data: Any, name: str) -> list[str]:
    fields = field.of.fields if isinstance(field.of, Record) else ()
    return [lacking for each in fields for lacking in _missing(each, (data or {}).get(each.key), f"{name}-{each.key}")]


def _text(_: Field, sent: Sent, name: str) -> str | None:
    return sent.one(name) or None


def _lines(_: Field, sent: Sent, name: str) -> list[str] | None:
    return [line.strip() for line in sent.one(name).split("\n") if line.strip()] or None


def _words(_: Field, sent: Sent, name: str) -> dict[str, str] | None:
    said = {language: sent.one(f"{name}-{language}") for language in sent.languages}
    return {language: f"{text}\n" if "\n" in text else text for language, text in said.items() if text} or None


def _choices(_: Field, sent: Sent, name: str) -> list[str] | None:
    return [each for each in dict.fromkeys(sent.values(name)) if each] or None


def _globs(field: Field, sent: Sent, name: str) -> list[str] | None:
    kept = _choices(field, sent, name) or []
    return [*kept, *(f"!{each}" for each in _choices(field, sent, f"{name}-not") or [])] or None


def _order(_: Field, sent: Sent, name: str) -> list[str] | None:
    said = dict.fromkeys(sent.one(f"{name}-{place}") for place in sent.places(name))
    return [each for each in said if each] or None


def _duration(_: Field, sent: Sent, name: str) -> str | None:
    amount, unit = sent.one(f"{name}-amount"), sent.one(f"{name}-unit")
    return f"{amount}{unit}" if amount else None


def _durations(field: Field, sent: Sent, name: str) -> list[str] | None:
    said = (_duration(field, sent, f"{name}-{place}") for place in sent.places(name))
    return [each for each in said if each] or None


def _flag(field: Field, sent: Sent, name: str) -> bool | None:
    is_ticked = bool(sent.one(name))
    return is_ticked if is_ticked or field.is_required or field.default else None


def _maybe(_: Field, sent: Sent, name: str) -> bool | None:
    return {"yes": True, "no": False}.get(sent.one(name))


def _number(_: Field, sent: Sent, name: str) -> str | None:
    return sent.one(name).replace(",", ".") or None


def _record(field: Field, sent: Sent, name: str) -> dict[str, Any] | None:
    fields = field.of.fields if isinstance(field.of, Record) else ()
    told = _told(field, sent, name)
    return told if any(not _is_preset(each, told.get(each.key)) for each in fields) else None


def _told(field: Field, sent: Sent, name: str) -> dict[str, Any]:
    fields = field.of.fields if isinstance(field.of, Record) else ()
    said = {each.key: typed_of(each, sent, f"{name}-{each.key}") for each in fields}
    return {key: value for key, value in said.items() if value is not None}


def _is_preset(field: Field, value: Any) -> bool:
    """Tell whether a field holds only what the form itself put there: the record around it was not filled in."""
    default = list(field.default) if isinstance(field.default, tuple) else field.default
    is_default = str(value) == str(default) if field.kind in (Kind.TEXT, Kind.NUMBER) else value == default
    return value is None or value is False or (field.kind in _PRESET and is_default)


def _records(field: Field, sent: Sent, name: str) -> list[dict[str, Any]] | None:
    said = (_record(field, sent, f"{name}-{place}") for place in sent.places(name))
    return [each for each in said if each] or None


def _pairs(field: Field, sent: Sent, name: str) -> dict[str, Any] | None:
    told = {}
    for place in sent.places(name):
        key, where = sent.one(f"{name}-{place}-key"), f"{name}-{place}-value"
        value = _held(field, sent, where)
        if key or value is not None:
            told[key] = value
    return told or None


def _held(field: Field, sent: Sent, name: str) -> Any:
    if isinstance(field.of, Record):
        return _record(field, sent, name)
    return typed_of(field.of, sent, name) if field.of else None


_READERS: Mapping[Kind, Callable[[Field, Sent, str], Any]] = {
    Kind.TEXT: _text,
    Kind.LINES: _lines,
    Kind.WORDS: _words,
    Kind.CHOICE: _text,
    Kind.CHOICES: _choices,
    Kind.ORDER: _order,
    Kind.GLOBS: _globs,
    Kind.DURATION: _duration,
    Kind.DURATIONS: _durations,
    Kind.FLAG: _flag,
    Kind.MAYBE: _maybe,
    Kind.NUMBER: _number,
    Kind.MOMENT: _text,
    Kind.RECORD: _record,
    Kind.RECORDS: _records,
    Kind.PAIRS: _pairs,
}
UNITS_ASKED = tuple(f"{unit}{mark}" for unit in UNITS for mark in ("", "!") if not mark or unit in "hd")
