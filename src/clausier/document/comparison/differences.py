"""The leaves that differ between two values of the model, and whether each is wording or program.

What counts as the same is the canonical form: the order of keys, of rules and of sets of names is no change.
"""

import dataclasses
import json
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from clausier.document.canonical import as_data
from clausier.document.comparison.values import EFFECT, WORDING, Change
from clausier.document.model import Localized
from clausier.document.model.statements import Use

# The program part of a policy is all but these keys, wherever they stand; but the purpose of a use is program.
WORDING_KEYS = frozenset({"title", "purpose", "text", "say", "examples", "questions", "serves"})


def differences(old: Any, new: Any, path: str = "", kind: str = EFFECT) -> Iterator[Change]:
    """Yield every leaf that differs; ``old`` and ``new`` are of one type, or one of them is None."""
    if _normal(as_data(old)) == _normal(as_data(new)):
        return
    if isinstance(old, Localized) and isinstance(new, Localized):
        yield from _of_texts(old, new, path, kind)
    elif dataclasses.is_dataclass(old) and type(old) is type(new):
        yield from of_fields(old, new, path, kind)
    elif isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            yield from differences(old.get(key), new.get(key), _joined(path, key), kind)
    elif _are_records(old) and _are_records(new):
        yield from _of_lists(old, new, path, kind)
    else:
        yield Change(path=path, kind=kind, before=_plain(old), after=_plain(new))


def of_fields(old: Any, new: Any, path: str, kind: str, without: frozenset[str] = frozenset()) -> Iterator[Change]:
    """Yield what differs between two records of one class, some fields left out."""
    before, after = as_data(old), as_data(new)
    for field in dataclasses.fields(old):
        key = field.name.rstrip("_")
        if key not in without and _normal(before.get(key)) != _normal(after.get(key)):
            inner = WORDING if _is_wording(old, key) else kind
            yield from differences(getattr(old, field.name), getattr(new, field.name), _joined(path, key), inner)


def _is_wording(record: Any, key: str) -> bool:
    return key in WORDING_KEYS and not (isinstance(record, Use) and key == "purpose")


def _of_texts(old: Localized, new: Localized, path: str, kind: str) -> Iterator[Change]:
    for language in {**old, **new}:
        before, after = old.get(language), new.get(language)
        if _normal(before) != _normal(after):
            yield Change(path=path, kind=kind, language=language, before=before, after=after)


def _of_lists(old: tuple[Any, ...], new: tuple[Any, ...], path: str, kind: str) -> Iterator[Change]:
    """Pair records by their id; those without one by what stands in one place of both lists."""
    if not all(hasattr(each, "id") for each in (*old, *new)):
        runs = SequenceMatcher(None, _texts(old), _texts(new), autojunk=False).get_opcodes()
        for _, start, end, new_start, new_end in runs:
            for place, pair in enumerate(zip_longest(old[start:end], new[new_start:new_end]), new_start + 1):
                yield from differences(*pair, f"{path}[{place}]", kind)
        return
    before, after = ({each.id: each for each in records} for records in (old, new))
    for name in {**before, **after}:
        yield from differences(before.get(name), after.get(name), _joined(path, name), kind)
    kept = [[name for name in names if name in before and name in after] for names in (before, after)]
    if kept[0] != kept[1] and not path.endswith("rules"):  # rules may stand in any order
        yield Change(path=path, kind=kind, before=list(before), after=list(after))


def _texts(records: tuple[Any, ...]) -> list[str]:
    return [_normal(as_data(each)) for each in records]


def _are_records(value: Any) -> bool:
    return isinstance(value, tuple) and all(dataclasses.is_dataclass(each) for each in value)


def _plain(value: Any) -> Any:
    return as_data(value) if value not in (None, ()) else None


def _normal(data: Any) -> str:
    return unicodedata.normalize("NFC", json.dumps(data, ensure_ascii=False, sort_keys=True))


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
