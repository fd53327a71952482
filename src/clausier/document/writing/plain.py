"""Values of the model as the maps, lists and scalars that a file holds, in the order of the model."""

import dataclasses
from datetime import date
from typing import Any

from clausier.document.canonical import is_default
from clausier.document.model import Duration, Localized

Scalar = str | bool | int | float | date
Plain = Scalar | list[Any] | dict[str, Any]


def plain(value: Any) -> Any:
    """Return a value as it is written: defaults left out, a text of several lines ended by a line break."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name.rstrip("_"): plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if not is_default(field, getattr(value, field.name))
        }
    if isinstance(value, Duration):
        return str(value)
    if isinstance(value, Localized):
        return {language: f"{text}\n" if "\n" in text else text for language, text in value.items()}
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, tuple | list) else value
