"""A form made from the model: a rule, a statement, an example or the facts, asked in words.

It is no form of Django: its questions hold lists of questions that hold lists. What was typed is read by the reader
of the files, which says what is wrong; it comes back as it was typed.
"""

import contextlib
import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from clausier.document.aloud.words import FAMILIES, SPANS
from clausier.document.asking import Field, Kind, Names, Record, Sent, Typed, as_it_stood, read, whole_of, with_names
from clausier.document.asking.labels import PAIRS
from clausier.document.asking.typed import UNITS_ASKED
from clausier.document.model import Localized
from clausier.document.writing.plain import plain
from clausier.policy.selectors.sources import told

TURN = "turn"  # the button that adds an item to a list, drops one or moves it: nothing is saved by it
_LONG = frozenset({"text", "match", "topics", "also"})
_FEW = 7  # questions are all shown; of more, those that nobody has answered are folded away but for these
_FIRST = frozenset({"when", "unless", "do", "say", "signal", "text", "lang", "as", "expect", "way", "legs"})


class Option(NamedTuple):
    """One of several answers: its name, its words, whether it is chosen, and whether it is chosen to be left out."""

    value: str
    label: str
    is_chosen: bool
    is_left_out: bool = False


class Item(NamedTuple):
    """An item of a list, with its own questions."""

    place: int
    key: str
    fields: list["Asked"]
    folded: Sequence["Asked"] = ()


class Asked(NamedTuple):
    """A question as a page shows it, with what was typed."""

    name: str
    kind: str
    label: str
    hint: str = ""
    is_required: bool = False
    error: str = ""
    value: str = ""
    is_long: bool = False
    options: Sequence[Option] = ()
    words: Sequence[tuple[str, str, str]] = ()  # language, name, text
    items: Sequence[Item] = ()
    fields: Sequence["Asked"] = ()
    folded: Sequence["Asked"] = ()
    amount: str = ""
    is_folded: bool = False
    is_bare: bool = False  # one of a list that bears its label already
    is_open: bool = False  # something in it was just turned, or is to be mended


class AskedForm:
    """The questions of a part, with its value or with what was typed.

    ``names`` says which names may be chosen; ``languages`` are those of the policy.
    """

    def __init__(
        self,
        asked: Field,
        hint: Any,
        names: Names,
        *,
        value: Any = None,
        sent: Mapping[str, list[str]] | None = None,
    ) -> None:
        self.asked, self.hint, self.names = asked, hint, names
        self.languages = tuple(dict.fromkeys((*names.subject.policy.languages, *_languages_in(value))))
        self.value = value
        self.is_bound = sent is not None
        self._blank, values = _turned(sent or {})
        self._turn = "".join((sent or {}).get(TURN, [])).partition(":")[2]
        self._sent = Sent(values.getlist, self.languages)

    @cached_property
    def typed(self) -> Typed:
        """Return what was typed, read as a value of the model."""
        key = self.asked.key
        data = as_it_stood(self.asked, whole_of(self.asked, self._sent, key), plain(self.value))
        return read(self.asked, self.hint, with_names(self.asked, data, self.names.taken), key)

    @property
    def is_valid(self) -> bool:
        """Tell whether what was typed reads."""
        return self.is_bound and self.typed.value is not None

    @cached_property
    def errors(self) -> list[str]:
        """Return what keeps what was typed from being read."""
        if not self.is_bound or self.is_valid:
            return []
        lacking = [_("Something is still to be filled in.")] if self.typed.missing else []
        return [*lacking, *dict.fromkeys(told(problem) for _path, problem in self.typed.problems)]

    @cached_property
    def fields(self) -> list[Asked]:
        """Return the questions as the page shows them."""
        data = self.typed.data if self.is_bound else plain(self.value)
        root = self._asked(self.asked, data, self.asked.key)
        return [*root.fields, *root.folded] if self.asked.kind is Kind.RECORD else [root]

    @property
    def folded(self) -> list[Asked]:
        """Return the questions that nobody has answered, where there are many."""
        return _apart(self.fields)[1]

    @property
    def shown(self) -> list[Asked]:
        """Return the other questions."""
        return _apart(self.fields)[0]

    @cached_property
    def _wrong(self) -> dict[str, str]:
        if not self.is_bound:
            return {}
        needed = dict.fromkeys(self.typed.missing, _("This is needed."))
        return needed | {
            "-".join(map(str, (self.asked.key, *path))): told(problem) for path, problem in self.typed.problems if path
        }

    def _asked(self, field: Field, data: Any, name: str) -> Asked:
        language = self.names.language
        shown = Asked(
            name,
            field.kind.value,
            field.label.in_language(language),
            field.hint.in_language(language) if field.hint else "",
            field.is_required,
            self._wrong.get(name, ""),
            is_long=field.key in _LONG,
            is_open=any(each == name or each.startswith(f"{name}-") for each in (self._turn, *self._wrong)),
            is_folded=data is None and not field.is_required and field.key not in _FIRST,
        )
        return self._filled(shown, field, data, name)

    def _filled(self, shown: Asked, field: Field, data: Any, name: str) -> Asked:
        """Return a question with its answer."""
        kind = field.kind
        if kind in self._lists:
            return shown._replace(items=list(self._lists[kind](field, data, name)))
        if kind is Kind.RECORD:
            fields, folded = _apart(self._of_record(field.of, data, name))
            return shown._replace(fields=fields, folded=folded)
        if kind is Kind.WORDS:
            said = data if isinstance(data, dict) else {}
            texts = [(each, f"{name}-{each}", said.get(each, "").removesuffix("\n")) for each in self.languages]
            return shown._replace(words=texts)
        if kind is Kind.DURATION:
            return self._with_duration(shown, data)
        if kind in (Kind.CHOICE, Kind.CHOICES, Kind.GLOBS):
            return shown._replace(options=self._options(field, data))
        return shown._replace(value=_told(kind, data, field.default))

    @property
    def _lists(self) -> Mapping[Kind, Callable[[Field, Any, str], Iterator[Item]]]:
        return {
            Kind.RECORDS: self._items,
            Kind.PAIRS: self._pairs,
            Kind.DURATIONS: partial(self._ones, Kind.DURATION),
            Kind.ORDER: partial(self._ones, Kind.CHOICE),
        }

    def _of_record(self, of: Record | Field | None, data: Any, name: str) -> list[Asked]:
        known = data if isinstance(data, dict) else {}
        fields = of.fields if isinstance(of, Record) else ()
        return [self._asked(each, known.get(each.key), f"{name}-{each.key}") for each in fields]

    def _items(self, field: Field, data: Any, name: str) -> Iterator[Item]:
        items = [*(data or []), *([None] if self._is_open(field, data, name) else [])]
        for place, each in enumerate(items):
            yield Item(place, "", *_apart(self._of_record(field.of, each, f"{name}-{place}")))

    def _pairs(self, field: Field, data: Any, name: str) -> Iterator[Item]:
        pairs = [*(data or {}).items(), *([("", None)] if self._is_open(field, data, name) else [])]
        for place, (key, value) in enumerate(pairs):
            where = f"{name}-{place}-value"
            if isinstance(field.of, Field):
                fields = [self._asked(field.of, value, where)]
            else:
                fields = self._of_record(field.of, value, where)
            label = PAIRS[field.key][0].in_language(self.names.language)
            asked = Asked(f"{name}-{place}-key", "text", label, is_required=True, value=key)
            yield Item(place, key, [asked, *fields])

    def _ones(self, kind: Kind, field: Field, data: Any, name: str) -> Iterator[Item]:
        for place, each in enumerate([*(data or []), *([None] if name in self._blank else [])]):
            asked = self._asked(field._replace(kind=kind, hint=None), each, f"{name}-{place}")
            yield Item(place, "", [asked._replace(is_bare=True)])

    def _is_open(self, field: Field, data: Any, name: str) -> bool:
        """Tell whether an empty item is offered: one was asked for, or the list needs one."""
        return name in self._blank or (field.is_required and not data)

    def _with_duration(self, shown: Asked, data: Any) -> Asked:
        said = str(data or "")
        unit = next((each for each in sorted(UNITS_ASKED, key=len, reverse=True) if said.endswith(each)), "")
        options = [Option(each, SPANS[each][1].in_language(self.names.language), each == unit) for each in UNITS_ASKED]
        return shown._replace(amount=said.removesuffix(unit), options=options)

    def _options(self, field: Field, data: Any) -> list[Option]:
        if data is None:
            data = field.default if field.default is not None else ()
        chosen = [data] if isinstance(data, str) else [str(each) for each in data]
        return [
            Option(name, label, name in chosen, f"!{name}" in chosen) for name, label in self._offered(field, chosen)
        ]

    def _offered(self, field: Field, chosen: list[str]) -> Iterator[tuple[str, str]]:
        """Return what may be chosen: names of the vocabulary and their families, those of the policy, what is there."""
        language = self.names.language
        if field.names:
            known = self.names.of(field.names)
        else:
            known = {name: each.in_language(language) for name, each in field.choices.items()}
        families = dict.fromkeys(f"{name.partition('.')[0]}.*" for name in known if "." in name)
        if field.kind is Kind.GLOBS and not field.names:
            known = {**{each: FAMILIES[each].in_language(language) for each in families if each in FAMILIES}, **known}
        yield from known.items()
        others = dict.fromkeys(each.removeprefix("!") for each in chosen)
        yield from ((each, each) for each in others if each not in known)


def _languages_in(data: Any) -> Iterator[str]:
    """Return the languages in which a value says something: what a policy no longer publishes is not lost by a form."""
    if isinstance(data, Localized):
        yield from data
    elif dataclasses.is_dataclass(data):
        for each in dataclasses.fields(data):
            yield from _languages_in(getattr(data, each.name))
    elif isinstance(data, dict | tuple):
        for one in data.values() if isinstance(data, dict) else data:
            yield from _languages_in(one)


def _apart(fields: list[Asked]) -> tuple[list[Asked], list[Asked]]:
    """Return the questions that are shown, and those that are folded away."""
    if len(fields) <= _FEW:
        return fields, []
    return [each for each in fields if not each.is_folded], [each for each in fields if each.is_folded]


def _told(kind: Kind, data: Any, default: Any) -> str:
    if data is None:
        return ("yes" if default else "") if kind is Kind.FLAG else str(default or "")
    if kind is Kind.LINES:
        return "\n".join(map(str, data if isinstance(data, list) else [data]))
    if isinstance(data, bool):
        return "yes" if data else ("no" if kind is Kind.MAYBE else "")
    return str(data).removesuffix("\n")


def _turned(sent: Mapping[str, list[str]]) -> tuple[frozenset[str], MultiValueDict[str, str]]:
    """Return what was sent after the button that was pressed: which list has an empty item more, and all the values."""
    values: MultiValueDict[str, str] = MultiValueDict({name: list(each) for name, each in sent.items()})
    verb, _colon, rest = (values.get(TURN) or "").partition(":")
    name, _colon, place = rest.rpartition(":")
    if verb == "add":
        return frozenset({rest}), values
    places = values.getlist(name)
    with contextlib.suppress(ValueError):
        at = places.index(place)
        if verb == "drop":
            places.pop(at)
        elif verb == "up" and at:
            places[at - 1], places[at] = places[at], places[at - 1]
        values.setlist(name, places)
    return frozenset(), values
