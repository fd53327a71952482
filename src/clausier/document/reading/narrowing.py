"""Plain strings narrowed to the names, patterns and shapes that the model allows, and what was probably meant."""

from collections.abc import Callable
from typing import Any

from clausier.document import languages
from clausier.document.globs import matches
from clausier.document.model.types import Glob, OneOf, Shape
from clausier.document.problems import listed, nearest
from clausier.document.reading.mapper import INVALID, Convert, Mapper, Path
from clausier.document.reading.source import Node

Check = Callable[[Mapper, Node, str], bool]


def narrowed(convert: Convert, marks: list[Any]) -> Convert:
    """Return ``convert``, refusing what the marks of an annotation do not allow."""
    checks = [check for mark in marks if (check := _check_of(mark))]

    def read(mapper: Mapper, node: Node, path: Path) -> Any:
        value = convert(mapper, node, path)
        if value is INVALID or all(check(mapper, node, value) for check in checks):
            return value
        return INVALID

    return read


def _check_of(mark: Any) -> Check | None:
    if isinstance(mark, Glob):
        return lambda mapper, node, value: _glob(mapper, node, value, mark.words)
    if isinstance(mark, OneOf):
        return lambda mapper, node, value: _one_of(mapper, node, value, mark)
    if isinstance(mark, Shape):
        return lambda mapper, node, value: _shaped(mapper, node, value, mark)
    return None


def _one_of(mapper: Mapper, node: Node, value: str, allowed: OneOf) -> bool:
    if value in allowed.words:
        return True
    if value in allowed.never:
        mapper.report(allowed.never[value], node, value=value)
    else:
        meant = nearest(value, allowed.words)
        mapper.report("unknown-word", node, meant=meant, value=value, words=listed(allowed.words))
    return False


def _glob(mapper: Mapper, node: Node, value: str, words: tuple[str, ...]) -> bool:
    name = value.removeprefix("!")
    if any(matches(word, name) for word in words):
        return True
    if "*" in name or "?" in name:
        mapper.report("glob-matches-nothing", node, value=value)
        return False
    families = dict.fromkeys(f"{family}.*" if dot else family for family, dot, _ in (w.partition(".") for w in words))
    mapper.report("unknown-word", node, meant=_meant(name, words, families), value=value, words=listed(families))
    return False


def _meant(name: str, words: tuple[str, ...], families: dict[str, None]) -> str | None:
    """Return the family of that name, the word whose last part it is, or the nearest of either kind."""
    if f"{name}.*" in families:
        return f"{name}.*"
    tails = {word.rpartition(".")[2]: word for word in words}
    close = nearest(name, (*tails, *words))
    return tails.get(close, close) if close else None


def _shaped(mapper: Mapper, node: Node, value: str, shape: Shape) -> bool:
    if shape.pattern.fullmatch(value):
        return True
    meant = languages.meant(value) if shape.kind == "language" else None
    mapper.report(f"not-{shape.kind}", node, meant=meant, value=value[:60])
    return False
