"""Texts side by side: which words and which sentences differ."""

import json
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

SAME, REMOVED, ADDED = "same", "removed", "added"
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_SENTENCE_END = re.compile(r"(?<=[.!?…»”])\s+(?=[^a-zà-ÿ])|\n{2,}")


class Mark(NamedTuple):
    """A run of words that are the same in both texts, removed from the first, or added in the second."""

    kind: str
    text: str


def marks(before: str, after: str) -> tuple[Mark, ...]:
    """Return both texts as one, its words marked."""
    found = []
    for old, new in aligned(_WORD.findall(before), _WORD.findall(after)):
        if old == new:
            found.append(Mark(SAME, "".join(old)))
            continue
        found += [Mark(kind, "".join(run)) for kind, run in ((REMOVED, old), (ADDED, new)) if run]
    return tuple(found)


def aligned(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield runs of both sequences: the same in both, or what stands in one place of each."""
    for _, old, old_end, new, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield before[old:old_end], after[new:new_end]


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text, on one line each."""
    return [" ".join(sentence.split()) for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def shown(value: Any) -> str:
    """Return a value as a person reads it: texts as they are, nothing as nothing, the rest as data."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
