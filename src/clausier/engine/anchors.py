"""The literals without one of which a pattern cannot match: read in the pattern itself, so never wrong by hand.

Every detector runs only where one of its literals was seen. For a sequence, any piece of it will do, and the rarest is
chosen; for a choice, each branch has to give its own. Reading is quick, as it is done for thousands of phrases when an
engine is made; whatever the reader does not know gives no literal, and such a pattern always runs.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from clausier.engine.text import fold
from clausier.engine.words import LANGUAGES, words

SHORTEST = 2
MOST = 60  # strings that a piece of a pattern is told by
BEYOND = 2  # letters more that a literal with a character beyond ASCII is worth: it is rare

Literals = frozenset[str]
NOTHING: Literals = frozenset({""})
NONE: Literals = frozenset()

_PIECE = re.compile(
    r"\\.|\.\.\. ?|\{[a-z]+\}|\{\d*,?\d*\}\??|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<?[=!]|\(\?:|\(\?|\(|\)|\||[?*+]\??|[.^$]"
    r"|[^\\.{\[()|?*+^$]+|.",
    re.DOTALL,
)


@dataclass(slots=True)
class _Branch:
    """A sequence being read: its pieces so far, and the strings that its last stretch may be."""

    pieces: list[Literals] = field(default_factory=list)
    run: Literals = NOTHING
    before: Literals = NOTHING  # the run without the last item, which a quantifier may take back
    group: Literals | None = None  # the last item, when it is a group of more than a few strings
    whole: bool = True  # the run is all that the sequence may be

    def add(self, strings: Literals) -> None:
        """Add an item that is one of a few strings."""
        if self.group is not None or len(self.run) * len(strings) > MOST:
            self.cut()
        self.before = self.run
        self.run = frozenset(one + other for one in self.run for other in strings)

    def add_text(self, text: str) -> None:
        """Add plain characters, of which a quantifier may take back the last."""
        if self.group is not None:
            self.cut()
        self.before = frozenset([one + text[:-1] for one in self.run])
        self.run = frozenset([one + text for one in self.run])

    def cut(self, group: Literals | None = None) -> None:
        """End the stretch: what follows is not one of a few strings."""
        self.pieces += (self.run, self.group or NONE)
        self.run, self.before, self.group, self.whole = NOTHING, NOTHING, group, False

    def take_back(self) -> None:
        """Forget the last item: it may be absent."""
        self.run, self.group = self.before, None
        self.cut()

    @property
    def best(self) -> Literals:
        """The rarest literals of which the sequence always holds one."""
        best = max((*self.pieces, self.group or NONE, self.run), key=_worth)
        return best if _worth(best)[0] else NONE


@cache
def anchors_of(pattern: str) -> tuple[str, ...]:
    """Return the literals of which a text holds one at least when the pattern matches it; none when it has none."""
    return tuple(sorted(literals_of(pattern, {})))


def literals_of(pattern: str, named: Mapping[str, Literals]) -> Literals:
    """Return the literals of a pattern or of a line of phrases, in which ``{name}`` stands for those of ``name``."""
    coming = iter(_PIECE.findall(pattern))
    try:
        return _choice(coming, named)[0]
    except ValueError:
        return NONE


def _choice(coming: Iterator[str], named: Mapping[str, Literals]) -> tuple[Literals, Literals]:
    """Read up to the end of a group; return its best literals, and all its strings when they are few."""
    branches = [_Branch()]
    for piece in coming:
        branch = branches[-1]
        if piece == ")":
            break
        if piece == "|":
            branches.append(_Branch())
        else:
            _read(piece, branch, coming, named)
    best = [branch.best for branch in branches]
    strings = [branch.run if branch.whole else NONE for branch in branches]
    return NONE.union(*best) if all(best) else NONE, NONE.union(*strings) if all(strings) else NONE


def _read(piece: str, branch: _Branch, coming: Iterator[str], named: Mapping[str, Literals]) -> None:
    """Read one item of a sequence, or what tells how often the last one comes."""
    if piece[0] == "(":
        _group(piece, branch, coming, named)
    elif piece[0] in "?*" or piece.startswith(("{0", "{,")):
        branch.take_back()
    elif piece[0] == "{" and piece[1].isalpha():
        branch.cut(named[piece[1:-1]])
    elif piece[0] in "{+[.^$" or (piece[0] == "\\" and piece[1].isalnum()):
        branch.cut()
    else:
        branch.add_text(fold(piece.removeprefix("\\")))


def _group(piece: str, branch: _Branch, coming: Iterator[str], named: Mapping[str, Literals]) -> None:
    if piece == "(?":
        raise ValueError(piece)  # a form that is not read here
    best, strings = _choice(coming, named)
    if piece in ("(", "(?:"):
        if strings and len(strings) <= MOST:
            branch.add(strings)
        else:
            branch.cut(best)


@cache
def _worth(literals: Literals) -> tuple[int, int]:
    """Return how good literals are to look for: their rarity, then how few they are."""
    shortest = min(map(_rarity, literals), default=0)
    return (shortest if shortest >= SHORTEST else 0, -len(literals))


@cache
def _rarity(literal: str) -> int:
    """Return how rare a literal is: about its length; everyday words count for little."""
    core = literal.strip(" '-,.")
    if core in _everyday():
        return min(len(core), SHORTEST)
    return len(core) if core.isascii() else len(core) + BEYOND


@cache
def _everyday() -> Literals:
    return frozenset(word for language in LANGUAGES for word in words("stopwords", language))
