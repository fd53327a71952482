"""What a form asks for a class of the model: the annotations of the class are its schema here too.

Whoever adds a field to the model adds its words to ``labels``; the form, its choices and its reading follow.
"""

import dataclasses
import types
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from clausier.document.asking import labels
from clausier.document.asking.names import OFFERED
from clausier.document.checks.names import REFERENCES
from clausier.document.checks.names import Kind as Named
from clausier.document.model import STATEMENTS, Clause, Entry, Facts, Localized, ProtectedList
from clausier.document.model.statements import Commit
from clausier.document.model.types import LANGUAGE_CODE, Duration, Glob, OneOf
from clausier.document.reading.mapping import is_required
from clausier.document.vocabulary import Label


class Kind(Enum):
    """How a value is asked for."""

    TEXT = "text"  # one line
    LINES = "lines"  # texts, one a line
    WORDS = "words"  # a text in each language
    CHOICE = "choice"  # one of several names
    CHOICES = "choices"  # any of several names
    ORDER = "order"  # names, one after the other
    GLOBS = "globs"  # any of several names or families of them, and any to leave out
    DURATION = "duration"
    DURATIONS = "durations"
    FLAG = "flag"  # yes or no
    MAYBE = "maybe"  # yes, no, or not said
    NUMBER = "number"
    MOMENT = "moment"
    RECORD = "record"
    RECORDS = "records"
    PAIRS = "pairs"  # a map: a name and what it holds


_SCALARS = {
    str: Kind.TEXT,
    int: Kind.NUMBER,
    float: Kind.NUMBER,
    bool: Kind.FLAG,
    date: Kind.MOMENT,
    Duration: Kind.DURATION,
    Localized: Kind.WORDS,
}
_IN_ORDER = frozenset({(Commit, "then")})  # whoever is told first comes first
_SEVERAL = {Kind.TEXT: Kind.LINES, Kind.CHOICE: Kind.CHOICES, Kind.DURATION: Kind.DURATIONS}


class Field(NamedTuple):
    """One question: the key it fills, how it is asked, and in which words.

    ``choices`` are names of the vocabulary; ``names`` tells where else they come from (the audiences of the policy, its
    duties…). ``of`` is the shape of a record, or of what the pairs of a map hold.
    """

    key: str
    kind: Kind
    label: Label
    hint: Label | None = None
    is_required: bool = False
    choices: Mapping[str, Any] = types.MappingProxyType({})
    names: Named | None = None
    of: "Record | Field | None" = None
    default: Any = None


class Record(NamedTuple):
    """The questions of a class of the model."""

    model: type
    fields: tuple[Field, ...]


class Part(NamedTuple):
    """A part of a clause that is edited by itself: what is read there, how it is asked, whether several may stand."""

    name: str
    hint: Any
    asked: Field
    is_several: bool


@cache
def shape_of(model: type) -> Record:
    """Return the questions of a class of the model, in its order."""
    hints = get_type_hints(model, include_extras=True)
    return Record(model, tuple(_field(model, each, hints[each.name]) for each in dataclasses.fields(model)))


def _field(model: type, field: "dataclasses.Field[Any]", hint: Any) -> Field:
    key = field.name.rstrip("_")
    label, told = labels.of(model, key)
    default = None if field.default is dataclasses.MISSING else field.default
    # A short name that nobody gives is made of the words beside it.
    is_needed = is_required(model, field.name) and key != "id"
    asked = Field(key, Kind.TEXT, label, told, is_needed, default=default)
    where = (model, field.name)
    asked = _asked(asked, hint, REFERENCES.get(where) or OFFERED.get(where))
    return asked._replace(kind=Kind.ORDER) if where in _IN_ORDER else asked


def _asked(field: Field, hint: Any, names: Named | None) -> Field:
    """Return the question for a type: what it is under its marks, its options and its list."""
    origin = get_origin(hint)
    if origin is Annotated:
        return _marked(field, hint, names)
    if origin in (Union, types.UnionType):
        parts = [part for part in get_args(hint) if part is not type(None)]
        asked = _asked(field, date if len(parts) > 1 else parts[0], names)
        return asked._replace(kind=Kind.MAYBE) if asked.kind is Kind.FLAG else asked
    if origin is tuple:
        return _several(_asked(field, get_args(hint)[0], names))
    if origin is dict:
        return field._replace(kind=Kind.PAIRS, of=_held(field.key, get_args(hint)[1]))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return field._replace(kind=Kind.RECORD, of=shape_of(hint))
    return field._replace(kind=Kind.CHOICE if names else _SCALARS[hint], names=names)


def _marked(field: Field, hint: Any, names: Named | None) -> Field:
    base, *marks = get_args(hint)
    if LANGUAGE_CODE in marks:
        return field._replace(kind=Kind.CHOICE, choices=labels.LANGUAGES)
    mark = next((each for each in marks if isinstance(each, OneOf)), None)
    if mark is None:
        return _asked(field, base, names)
    kind = Kind.GLOBS if isinstance(mark, Glob) else Kind.CHOICE
    said = mark.labels or {word: labels.WORDS.get(word, Label(word, word)) for word in mark.words}
    return field._replace(kind=kind, choices=said)


def _several(field: Field) -> Field:
    if field.kind is Kind.RECORD:
        return field._replace(kind=Kind.RECORDS)
    if field.names and field.names.pattern:
        return field._replace(kind=Kind.GLOBS)
    return field._replace(kind=_SEVERAL.get(field.kind, field.kind))


def _held(key: str, hint: Any) -> Record | Field:
    """Return what the pairs of a map hold: the questions of a record, or one question."""
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return shape_of(hint)
    return _asked(Field("", Kind.TEXT, labels.PAIRS[key][1], is_required=True), hint, None)


def _parts() -> dict[str, Part]:
    """Return the parts of a clause: rules, examples and questions, then its statements in the order of the words."""
    hints = get_type_hints(Clause, include_extras=True)
    return {name: _part(name, hints[name], label) for name, label in {**labels.PARTS, **STATEMENTS}.items()}


def _part(name: str, hint: Any, label: Label) -> Part:
    is_several = get_origin(hint) is tuple
    one = get_args(hint)[0] if is_several or get_origin(hint) in (Union, types.UnionType) else hint
    _, told = labels.of(Clause, name)
    return Part(name, one, _asked(Field(name, Kind.TEXT, label, told), one, None), is_several)


PARTS = _parts()
FACTS = Field("facts", Kind.RECORD, labels.FACTS, of=shape_of(Facts))


def names_of_list(key: str) -> Field:
    """Return the question for a protected list: its names in clear, never its fingerprints."""
    names = Field("entries", Kind.RECORDS, labels.ENTRIES, of=shape_of(Entry))
    return Field(key, Kind.RECORD, labels.ENTRIES, of=Record(ProtectedList, (names,)))
