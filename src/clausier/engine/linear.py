"""Tells from its structure whether a regular expression reads any text in a time that grows no faster than the text.

The engine of ``re`` tries the ways to match one after the other, so a careless pattern takes minutes on a hostile
line. What costs is a choice of lengths that nothing settles: two repeats in a row that may share the same characters,
a repeat inside a repeat, or an unbounded repeat that a search may begin anywhere in. A character that a repeat cannot
hold, such as the ``@`` after the name of an address, settles its length. So we walk the pattern and keep the open
repeats: the characters that each may hold and how many ways have led there.
"""

from dataclasses import dataclass, replace
from functools import lru_cache, reduce

from clausier.document.vocabulary import Label
from clausier.engine.expression import (
    EVERY,
    NONE,
    Characters,
    Either,
    ExpressionError,
    Look,
    NotAfter,
    One,
    Repeat,
    Step,
    Steps,
    Whole,
    read,
)

UNBOUNDED = 10**9  # the ways of a repeat without a bound: one is fine, two that multiply are not
MOST_WAYS = 100_000
MOST_TURNS = 60  # doubling so often is past any bound

MESSAGES: dict[str, Label] = {
    "syntax": Label("L'expression n'est pas bien formée.", "The expression is not well formed."),
    "unknown": Label("L'expression emploie une forme non permise.", "The expression uses a form that is not allowed."),
    "search": Label(
        "Une répétition sans limite peut commencer n'importe où. Donnez-lui une limite.",
        "An unbounded repeat may begin anywhere. Give it a bound.",
    ),
    "ways": Label(
        "Des répétitions voisines ou imbriquées peuvent se partager les mêmes caractères. Séparez-les ou limitez-les.",
        "Neighbouring or nested repeats may share the same characters. Separate them or bound them.",
    ),
}


class CostlyError(ValueError):
    """The pattern costs too much; ``args[0]`` is the code of the message."""


def problem_of(pattern: str) -> str | None:
    """Return the code of what is wrong with a pattern (a key of MESSAGES), or None when it is linear."""
    try:
        _walk(_last_settled(read(pattern)), State())
    except (ExpressionError, CostlyError) as error:
        return str(error)
    return None


def _last_settled(steps: Steps) -> Steps:
    """Return the steps, the last one without its surplus: nothing after it can fail, so it never gives back."""
    if steps and isinstance(steps[-1], Repeat):
        return (*steps[:-1], replace(steps[-1], most=steps[-1].least))
    return steps


@dataclass(frozen=True, slots=True)
class State:
    """What is open at a place of the pattern.

    ``tails`` are the open repeats. ``marks`` are the sets of which every match has held a character so far; before
    the first of them, ``first`` holds what a match may begin with. ``guard`` holds the characters that no match begins
    after, as a lookbehind or a word boundary says.
    """

    tails: tuple[tuple[Characters, int], ...] = ()
    marks: frozenset[Characters] = frozenset()
    first: Characters = NONE
    guard: Characters = NONE

    def ways(self, characters: Characters = EVERY) -> int:
        """Return in how many ways one may stand here, with one of the characters ahead."""
        return max((ways for held, ways in self.tails if held & characters), default=1)

    def fixed(self, characters: Characters) -> "State":
        """Return what is open after one of the characters, which settles the repeats that cannot hold it."""
        tails = tuple(tail for tail in self.tails if tail[0] & characters)
        return replace(self, tails=tails, marks=self.marks | {characters if self.marks else self.first | characters})

    def held(self, characters: Characters, ways: int) -> "State":
        """Return what is open after a repeat of the characters, reached in so many ways."""
        if ways >= UNBOUNDED**2 or (ways // UNBOUNDED if ways >= UNBOUNDED else ways) > MOST_WAYS:
            raise CostlyError("ways")
        return replace(self, tails=(*self.tails, (characters, ways))) if ways > 1 else self

    def begins_in(self, characters: Characters) -> bool:
        """Tell whether a search may begin, and come as far as here, in the middle of a run of these characters."""
        return not characters <= self.guard and all(characters & mark for mark in self.marks)


def _walk(steps: Steps, state: State) -> State:
    return reduce(_step, steps, state)


def _step(state: State, step: Step) -> State:
    match step:
        case One():
            return state.fixed(step.characters)
        case Repeat():
            return _repeat(state, step)
        case Either():
            return _either(state, step)
        case Whole():
            return replace(_walk(step.body, state), tails=state.tails)
        case Look():
            _walk(step.body, state)
            return state
        case NotAfter():
            # It says where a match begins only when nothing stands before it.
            return state if state.marks or state.first else replace(state, guard=state.guard | step.characters)


def _repeat(state: State, step: Repeat) -> State:
    passed = _walk(step.body, state)
    after = passed if step.least else replace(state, first=state.first | _firsts(step.body)[0])
    if step.most is None and after.begins_in(_alphabet(step.body)):
        raise CostlyError("search")
    entries = state.ways(_firsts(step.body)[0])
    return reduce(lambda state, end: state.held(end[0], end[1] * entries), _ends(step), after)


@lru_cache(maxsize=512)  # nested repeats would be walked again and again
def _ends(step: Repeat) -> tuple[tuple[Characters, int], ...]:
    """Return what a repeat leaves open: how many turns, and the repeats open at the end of the last of them.

    Turns of which one does not tell where the next begins multiply.
    """
    turns = UNBOUNDED if step.most is None else step.most - step.least + 1
    once = _walk(step.body, State(guard=EVERY))
    growth = -(-_walk(step.body, once).ways() // once.ways())
    if growth > 1:
        more = MOST_TURNS if step.most is None else min(step.most - 1, MOST_TURNS)
        return ((_alphabet(step.body), min(int(once.ways() * growth**more), UNBOUNDED**2)),)
    return ((_alphabet(step.body), turns), *((held, min(ways * turns, UNBOUNDED)) for held, ways in once.tails))


def _either(state: State, step: Either) -> State:
    ends = [_walk(body, state) for body in step.bodies]
    firsts = NONE.union(*(_firsts(body)[0] for body in step.bodies))
    first = state.first | firsts
    after = State(
        tails=tuple({tail for end in ends for tail in end.tails}),
        marks=frozenset.intersection(*(end.marks for end in ends))
        | ({first} if all(end.marks for end in ends) else set()),
        first=first,
        guard=frozenset.intersection(*(end.guard for end in ends)),
    )
    alphabet = NONE.union(*map(_alphabet, step.bodies))
    rivals = max(sum(_are_rivals(one, other) for other in step.bodies) for one in step.bodies)
    return after.held(alphabet, rivals * state.ways(firsts))


def _are_rivals(one: Steps, other: Steps) -> bool:
    """Tell whether two bodies may match at one place: no character of their fixed beginnings tells them apart."""
    for mine, yours in zip(one, other, strict=False):
        if not (isinstance(mine, One) and isinstance(yours, One)):
            return bool(_firsts((mine,))[0] & _firsts((yours,))[0]) or _is_optional(mine) or _is_optional(yours)
        if not mine.characters & yours.characters:
            return False
    return True


def _is_optional(step: Step) -> bool:
    return _firsts((step,))[1]


def _bodies(step: Step) -> tuple[Steps, ...]:
    return step.bodies if isinstance(step, Either) else (step.body,) if isinstance(step, Repeat | Whole) else ()


def _alphabet(steps: Steps) -> Characters:
    """Return every character that the steps may take."""
    own = (step.characters for step in steps if isinstance(step, One))
    return NONE.union(*own, *(_alphabet(body) for step in steps for body in _bodies(step)))


def _firsts(steps: Steps) -> tuple[Characters, bool]:
    """Return the characters that the steps may begin with, and whether they may take none."""
    firsts = NONE
    for step in steps:
        if isinstance(step, One):
            return firsts | step.characters, False
        inner = [_firsts(body) for body in _bodies(step)]
        firsts = firsts.union(*(first for first, _ in inner))
        skipped = not inner or any(empty for _, empty in inner)
        if not skipped and not (isinstance(step, Repeat) and step.least == 0):
            return firsts, False
    return firsts, True
