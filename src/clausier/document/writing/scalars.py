"""One scalar as YAML: plain where every reader agrees that it is this text, else quoted.

``yes`` and ``no`` are left plain: the types of our reader come from the model, and people write them so.
"""

import json
import re
import textwrap
from datetime import date
from typing import Any

import yaml

from clausier.document.writing.plain import Scalar

WIDTH = 110
_SAFE = re.compile(r"[^\W\d_](?:[\w’'() .;-]*[\w)])?")
# JSON leaves these as they are, and YAML does not read them so.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_WORDS = frozenset({"yes", "no"})
_HOUR = re.compile(r"\d+:")  # some readers take hours for numbers of base sixty
_SLUG = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_TEXT_TAG = "tag:yaml.org,2002:str"


def inline(value: Scalar, style: str | None = None, *, bracketed: bool = False) -> str:
    """Return a scalar on one line; ``style`` is the quote that it had, so that a change keeps it."""
    if not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else _shown(value)
    if style == '"' or not value.isprintable():
        return _double(value)
    if is_plain(value, bracketed=bracketed):
        return value
    # A plain text that must now be quoted takes single quotes: changed back, it is seen to need none.
    return "'" + value.replace("'", "''") + "'" if style in ("", "'") else _double(value)


def block(value: str, indent: int, *, long: bool = False) -> list[str] | None:
    """Return a text of several lines as a literal block, a long one folded, or None where neither fits."""
    margin = " " * indent
    if "\n" in value:
        if not _fits_literal(value):
            return None
        mark = "|" if value.endswith("\n") else "|-"
        return [mark, *(margin + line if line else "" for line in value.removesuffix("\n").split("\n"))]
    if not long or "  " in value or value != value.strip() or not value.isprintable():
        return None
    lines = textwrap.wrap(value, max(WIDTH - indent, 40), break_long_words=False, break_on_hyphens=False)
    return [">-", *(margin + line for line in lines)] if len(lines) > 1 else None


def is_plain(text: str, *, bracketed: bool) -> bool:
    """Return whether the text may stand without quotes; between brackets less may."""
    if text in _WORDS:
        return True
    if _tag_of(text) != _TEXT_TAG or _HOUR.match(text):
        return False
    return _SAFE.fullmatch(text) is not None or _reads_plain(f"{{k: {text}}}" if bracketed else f"k: {text}\n", text)


def key_of(name: str) -> str:
    """Return the key of a map: a name of the model or a slug as it is, anything else quoted."""
    return name if _SLUG.fullmatch(name) and _tag_of(name) == _TEXT_TAG else _double(name)


def _tag_of(text: str) -> str:
    """Return what a reader that guesses types takes a plain text for."""
    resolver: Any = yaml.SafeLoader
    return str(resolver.resolve(resolver(""), yaml.ScalarNode, text, (True, False)))


def _reads_plain(yaml_text: str, text: str) -> bool:
    """Ask the parser itself: one pair whose value is the text, unquoted."""
    try:
        tree = yaml.compose(yaml_text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return False
    pairs = tree.value if tree else []
    return len(pairs) == 1 and pairs[0][1].value == text and pairs[0][1].style in (None, "")


def _fits_literal(text: str) -> bool:
    lines = text.removesuffix("\n").split("\n")
    return bool(lines[0] and lines[-1]) and lines[0][0] != " " and all(line.isprintable() for line in lines)


def _double(text: str) -> str:
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _shown(value: float | date) -> str:
    return value.isoformat() if isinstance(value, date) else repr(value)
