"""Maps, lists and scalars as YAML in our normal style: short things on one line, long texts as blocks."""

from typing import Any

from clausier.document.writing.scalars import WIDTH, block, inline, key_of

FLOW_WIDTH = 100
# What these keys hold is written one under the other, however short.
_SPREAD = frozenset({"clauses", "rules", "questions", "audiences", "duties"})


def document(data: dict[str, Any]) -> str:
    """Return a whole file."""
    return "\n".join(_map(data, 0)) + "\n"


def after_key(key: str, value: Any, indent: int) -> str:
    """Return what follows ``key:`` of a map that stands at ``indent``."""
    told = f"{key}: "
    if isinstance(value, str):
        lines = block(value, indent + 2, long=indent + len(told) + len(value) > WIDTH)
        return " " + ("\n".join(lines) if lines else inline(value))
    if not isinstance(value, dict | list):
        return " " + inline(value)
    short = None if key in _SPREAD and value else flow(value)
    if short is not None and (not value or indent + len(told) + len(short) <= FLOW_WIDTH):
        return " " + short
    inner = _map(value, indent + 2) if isinstance(value, dict) else _list(value, indent + 2, spread=key in _SPREAD)
    return "\n" + "\n".join(inner)


def item(value: Any, indent: int, *, spread: bool = False) -> str:
    """Return an item of a list, without its dash, whose dash stands at ``indent``."""
    if isinstance(value, dict) and value:
        short = None if spread else flow(value)
        if short is None or indent + 2 + len(short) > FLOW_WIDTH:
            return "\n".join(_map(value, indent + 2)).removeprefix(" " * (indent + 2))
        return short
    if isinstance(value, str):
        lines = block(value, indent + 2, long=indent + 2 + len(value) > WIDTH)
        return "\n".join(lines) if lines else inline(value)
    return between_brackets(value)


def flow(value: Any) -> str | None:
    """Return a value on one line, or None when a text in it has several."""
    return None if _has_lines(value) else between_brackets(value)


def between_brackets(value: Any) -> str:
    """Return a value on one line, whatever it holds."""
    if isinstance(value, dict):
        pairs = (f"{key_of(key)}: {between_brackets(each)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(between_brackets, value)) + "]"
    return inline(value, bracketed=True)


def _has_lines(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(map(_has_lines, value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) and "\n" in value


def _map(data: dict[str, Any], indent: int) -> list[str]:
    margin = " " * indent
    return [f"{margin}{key_of(key)}:{after_key(key, value, indent)}" for key, value in data.items()]


def _list(items: list[Any], indent: int, *, spread: bool) -> list[str]:
    margin = " " * indent
    return [f"{margin}- {item(each, indent, spread=spread)}" for each in items]
