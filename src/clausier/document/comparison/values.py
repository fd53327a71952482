"""The values of a comparison."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, NamedTuple

from clausier.document.comparison.texts import Mark, aligned, marks, sentences_of, shown
from clausier.document.model import Localized

WORDING, EFFECT, AUDIENCE = "wording", "effect", "audience"
ADDED, REMOVED, MOVED, CHANGED = "added", "removed", "moved", "changed"
MAJOR, MINOR = "major", "minor"


Told = dict[str, tuple[str, ...]]  # sentences by language


class Sentence(NamedTuple):
    """A sentence that changed; for a minor change its author states that nobody must act differently."""

    clause: str | None
    path: str
    language: str | None
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One value that changed: where, in which language if it has one, from what to what (None is nothing)."""

    path: str
    kind: str
    language: str | None = None
    before: Any = None
    after: Any = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The words kept, removed and added, for texts; nothing for other values."""
        if isinstance(self.before, str) and isinstance(self.after, str):
            return marks(self.before, self.after)
        return ()

    def sentences(self, clause: str | None) -> list[Sentence]:
        """Return the sentences that differ."""
        pairs = aligned(sentences_of(shown(self.before)), sentences_of(shown(self.after)))
        changed = (pair for old, new in pairs if old != new for pair in zip_longest(old, new, fillvalue=""))
        return [Sentence(clause, self.path, self.language, *pair) for pair in changed if pair[0] != pair[1]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A rule or statement whose program changed, read aloud before and after in each language."""

    name: str
    before: Told
    after: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseChange:
    """What happened to a clause; a number is None where the clause is not."""

    id: str
    title: Localized
    before: str | None
    after: str | None
    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()

    @property
    def states(self) -> tuple[str, ...]:
        """Whether it was added or removed, or else moved and changed."""
        if self.before is None or self.after is None:
            return (ADDED,) if self.before is None else (REMOVED,)
        return ((CHANGED,) if self.changes else ()) + ((MOVED,) if self.before != self.after else ())

    @property
    def kinds(self) -> tuple[str, ...]:
        """What kinds of change it holds, the gravest first."""
        return tuple(kind for kind in (EFFECT, AUDIENCE, WORDING) if any(each.kind == kind for each in self.changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that differs, in the order of the new policy, removed clauses last."""

    clauses: tuple[ClauseChange, ...] = ()
    policy: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.clauses or self.policy)

    @property
    def level(self) -> str:
        """``minor`` when the program part is the same everywhere, else ``major``."""
        changes = [*self.policy, *(change for clause in self.clauses for change in clause.changes)]
        came_or_went = any(clause.before is None or clause.after is None for clause in self.clauses)
        return MAJOR if came_or_went or any(change.kind != WORDING for change in changes) else MINOR

    @property
    def sentences(self) -> list[Sentence]:
        """Every sentence of wording that changed: a minor change needs its author's word on each."""
        of_clauses = [(clause.id, change) for clause in self.clauses for change in clause.changes]
        every: list[tuple[str | None, Change]] = [*((None, change) for change in self.policy), *of_clauses]
        return [each for clause, change in every if change.kind == WORDING for each in change.sentences(clause)]
