"""The spellings of a name: what people type for "Val-Bleu" and for "la Ville"."""

import re
from collections.abc import Collection, Iterator

from clausier.engine.text import fold

SHORTEST_TAG = 4  # letters of a name that stands for the organisation as a hashtag

_ARTICLE = re.compile(r"(?:le|la|les|the) |l'")
_CONTRACTED = {"le ": ("du ", "au "), "les ": ("des ", "aux ")}


def joined(name: str) -> str:
    """Return a name as a hashtag or a handle writes it, without its sign: letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", fold(name))


def generic(name: str) -> bool:
    """Tell whether a name is an article and common words, such as "the City": it may mean another one."""
    return _ARTICLE.match(fold(name)) is not None


def spellings(name: str) -> Iterator[str]:
    """Yield the folded spellings of a name: as it is, without hyphens or run together, contracted, as a hashtag."""
    folded = fold(name).strip()
    yield folded
    if "-" in folded:
        yield from (folded.replace("-", " "), folded.replace("-", ""))
    for article, contractions in _CONTRACTED.items():
        if folded.startswith(article):
            yield from (contraction + folded.removeprefix(article) for contraction in contractions)
    if not generic(name) and len(joined(name)) >= SHORTEST_TAG:
        yield "#" + joined(name)


def scored(names: Collection[str], sure: float = 0.9, unsure: float = 0.6) -> dict[str, float]:
    """Return every spelling of the names with its confidence, lower for the generic ones."""
    plain = {fold(name) for name in names}
    return {
        spelling: sure if not generic(name) or _ARTICLE.sub("", fold(name)) in plain else unsure
        for name in names
        for spelling in spellings(name)
    }
