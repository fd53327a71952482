"""The canonical form of a value of the model, and its digest: what a version is named by.

Sorted keys, NFC, UTF-8, LF; defaults left out; the order of rules, of chapters (each bears its number) and of sets
of names does not count, the order of clauses, examples, questions and steps does.
"""

import dataclasses
import hashlib
import json
import unicodedata
from datetime import date
from typing import Any

from clausier.document.model.policy import Circumstances, Clause, Policy, Rule
from clausier.document.model.types import Duration

# Named for what they are, not part of what is adopted: how the folder was made, and the number given afterwards.
_NOT_ADOPTED = {"extends", "without", "version"}
_SETS = {
    Circumstances: frozenset(field.name for field in dataclasses.fields(Circumstances)),
    Clause: frozenset({"audience", "serves", "rules"}),
    Rule: frozenset({"unless", "notify"}),
    Policy: frozenset({"jurisdictions", "regulation_packs", "chapters"}),
}


def as_data(value: Any) -> Any:
    """Return a value of the model as maps, lists and scalars, defaults left out, keys as in the document."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _record(value)
    if isinstance(value, Duration):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: as_data(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [as_data(each) for each in value]
    return value


def _record(value: Any) -> dict[str, Any]:
    unordered = _SETS.get(type(value), frozenset())
    data = {}
    for field in dataclasses.fields(value):
        each = getattr(value, field.name)
        if is_default(field, each):
            continue
        plain = as_data(each)
        if field.name in unordered and isinstance(plain, list):
            plain = sorted(plain, key=_text)
        data[field.name.rstrip("_")] = plain
    return data


def is_default(field: "dataclasses.Field[Any]", value: Any) -> bool:
    """Tell whether a field of the model has the value that it has when nothing is written."""
    if field.default_factory is not dataclasses.MISSING:
        return bool(value == field.default_factory())
    return bool(value == field.default)


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Any) -> bytes:
    """Return the canonical form of a value of the model; of a policy, only the part that is adopted."""
    data = as_data(value)
    if isinstance(value, Policy):
        data = {key: each for key, each in data.items() if key not in _NOT_ADOPTED}
    return unicodedata.normalize("NFC", _text(data)).encode() + b"\n"


def digest(value: Any) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()
