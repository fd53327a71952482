"""The frame of a detector: what to look for, what makes it sure, what it is mistaken for.

A detector is a small module of ``engine/detectors`` that ends with ``DETECTORS = (…)``. Four kinds cover them all:

- ``Pattern``: a linear-time regular expression that runs only when one of its anchors was seen (or enough digits),
  then a validator (a checksum, a structure), then the words around it that speak for it or against it;
- ``Said``: the same for the phrases of a list, which one pass over the message finds (``engine/phrasebook.py``);
- ``Lexicon``: literal terms, found by the one automaton that all detectors share, at word boundaries;
- ``Derived``: a function of the whole view, run after the detectors it needs (a missing disclosure is one).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, NamedTuple, Protocol

from clausier.document.model import Facts, ProtectedList
from clausier.engine.anchors import anchors_of
from clausier.engine.beginnings import set_first
from clausier.engine.context import Context
from clausier.engine.phrasebook import Matches, Sayings, phrasebook
from clausier.engine.text import Text

MAX_FOUND = 500  # by one detector in one message: a flood of numbers needs no longer list to be judged


class Found(NamedTuple):
    """A signal at a span of the folded text; ``learned`` when only a learned head saw it."""

    kind: str
    start: int
    end: int
    confidence: float
    learned: bool = False


class Hit(NamedTuple):
    """A literal of a detector, seen at a span of the folded text."""

    start: int
    end: int
    literal: str


@dataclass(frozen=True, eq=False)
class Known:
    """What the organisation told us: its facts, its protected lists and markings. Detectors may cache by it.

    ``wordings`` are the words by which its policy discloses a tie: pairs of a language and a folded text.
    """

    facts: Facts
    protected: tuple[ProtectedList, ...] = ()
    markings: tuple[str, ...] = ()
    wordings: tuple[tuple[str, str], ...] = ()


class Reader(Protocol):
    """What reads a message, to which a detector may give another text that it made of it."""

    def scan(self, view: "View", kinds: frozenset[str] | None = None) -> list[str]:
        """Fill what is found in a view, by the detectors that find some of these kinds and no other."""


@dataclass(slots=True)
class View:
    """One message under examination, and what has been found in it so far."""

    text: Text
    context: Context
    known: Known
    language: str = "und"
    found: list[Found] = field(default_factory=list)
    reader: Reader | None = None  # what has scanned it
    intent: tuple[str, float] | None = None  # what a received message wants, and how sure that is
    weight: int | None = None  # what its words say for each class of messages, once weighed (engine/weighing.py)
    heard: Sayings[str] | None = None  # what the lists of phrases say in it, once looked for

    @property
    def said(self) -> Sayings[str]:
        """What the lists of phrases say."""
        return self.heard or self.listen()

    def listen(self) -> Sayings[str]:
        """Look for the lists of phrases, once, and return what they say."""
        if self.heard is None:
            self.heard = phrasebook().read(self.text.folded)
        return self.heard

    def phrases(self, name: str) -> Matches:
        """Return the places of the phrases of a list."""
        return self.said.of(name)

    def says(self, name: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether a phrase of a list stands in the message, or in a span of its folded text."""
        found = (self.heard or self.said).of(name)
        return bool(found) if end is None else any(start <= each.start() and each.end() <= end for each in found)

    def of(self, *kinds: str) -> list[Found]:
        """Return what was found of these kinds; a name that ends with a dot stands for its family."""
        return [each for each in self.found if each.kind in kinds or each.kind.startswith(kinds)]

    def around(self, start: int, end: int, width: int) -> tuple[str, str]:
        """Return the folded text before and after a span, ``width`` characters each at most."""
        return self.text.folded[max(0, start - width) : start], self.text.folded[end : end + width]


class Detector:
    """What every detector answers.

    ``kinds`` is all that it may find, ``after`` the kinds it looks at, ``digits`` how many of them a message needs.
    It runs where one of its literals was seen, one of its ``lists`` of phrases says something, or one of the kinds
    that it ``needs`` was found; always when it has none of these. ``together`` is how many digits stand with nothing
    but marks and white space between them where there is something to find. ``placed`` tells that it asks for the
    places of its literals, ``whole`` that these are no part of a longer word.
    """

    kinds: tuple[str, ...]
    after: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    digits: int = 0
    together: int = 0
    placed: bool = True
    whole: bool = False

    def literals(self, known: Known) -> Iterable[str]:
        """Return the literals, folded, of which a message holds one where there is something to find."""
        del known
        return ()

    def find(self, view: View, hits: list[Hit]) -> Iterable[Found]:
        """Yield what is found; ``hits`` are the places of the literals, for a detector that is ``placed``."""
        raise NotImplementedError


@dataclass(frozen=True)
class Pattern(Detector):
    """A regular expression on the folded text (or on the raw one) with its anchors, validator and context.

    ``valid`` takes the match and answers False, True, or a confidence of its own. ``wanted`` and ``unwanted`` are
    words: near the match (``near`` characters on each side, ``unwanted`` before it only) the first ones raise the
    confidence by .35, the second ones lower it by .5 unless a wanted one stands nearer. ``public`` tells that the
    match is a public fact, such as the organisation's own telephone, and therefore no finding.
    """

    kind: str
    pattern: str
    anchors: tuple[str, ...] = ()
    digits: int = 0
    together: int = 0
    confidence: float = 0.9
    raw: bool = False
    group: int | str = 0
    valid: Callable[["re.Match[str]"], bool | float] | None = None
    public: Callable[["re.Match[str]", Known], bool] | None = None
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    near: int = 40
    placed: ClassVar[bool] = False  # type: ignore[misc]

    @property
    def kinds(self) -> tuple[str, ...]:  # type: ignore[override]
        """The one kind of the pattern."""
        return (self.kind,)

    @cached_property
    def _folded(self) -> "re.Pattern[str]":
        return re.compile(set_first(self.pattern), re.ASCII)

    @cached_property
    def _raw(self) -> "re.Pattern[str]":
        return re.compile(set_first(self.pattern))

    @cached_property
    def _wanted(self) -> "re.Pattern[str]":
        return _words(self.wanted)

    @cached_property
    def _unwanted(self) -> "re.Pattern[str]":
        return _words(self.unwanted)

    def literals(self, known: Known) -> Iterable[str]:
        """Return the anchors: those given, else those that the pattern itself shows."""
        del known
        return self.anchors if self.anchors or self.digits or self.together or self.raw else anchors_of(self.pattern)

    def find(self, view: View, hits: list[Hit]) -> Iterable[Found]:
        """Return the matches that hold, with the confidence that the words around give them."""
        del hits
        matches = self._matches(view)
        return self._holding(view, matches) if matches else ()

    def _holding(self, view: View, matches: Matches) -> Iterator[Found]:
        for match in matches:
            start, end = match.span(self.group)
            if self.raw:
                start, end = view.text.folded_span(start, end)
            confidence = self._confidence(match, view, start, end)
            if end > start and confidence > 0 and not (self.public and self.public(match, view.known)):
                yield Found(self.kind, start, end, min(confidence, 1.0))

    def _matches(self, view: View) -> Matches:
        text = view.text
        if self.raw:
            return list((self._folded if text.plain else self._raw).finditer(text.raw))
        return list(self._folded.finditer(text.folded))

    def _confidence(self, match: "re.Match[str]", view: View, start: int, end: int) -> float:
        verdict = self.valid(match) if self.valid else True
        if verdict is False:
            return 0.0
        confidence = self.confidence if verdict is True else verdict
        if self.wanted or self.unwanted:
            before, after = view.around(start, end, self.near)
            wanted = _last(self._wanted, before) if self.wanted else -1
            if wanted >= 0 or (self.wanted and self._wanted.search(after)):
                confidence += 0.35
            if self.unwanted and _last(self._unwanted, before) > wanted:
                confidence -= 0.5
        return round(confidence, 3)


@dataclass(frozen=True)
class Said(Pattern):
    """The phrases of a list (``pattern`` is its name), with what makes them sure or unsure."""

    @property
    def lists(self) -> tuple[str, ...]:  # type: ignore[override]
        """The one list."""
        return (self.pattern,)

    def literals(self, known: Known) -> Iterable[str]:
        """Return nothing: the list wakes it."""
        del known
        return ()

    def _matches(self, view: View) -> Matches:
        return view.phrases(self.pattern)


def _words(words: tuple[str, ...]) -> "re.Pattern[str]":
    """Return a pattern for any of the words; one that ends with ``*`` stands for all that begin so."""
    parts = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


def _last(words: "re.Pattern[str]", text: str) -> int:
    """Return where the last of the words ends, or -1."""
    return max((match.end() for match in words.finditer(text)), default=-1)


@dataclass(frozen=True)
class Lexicon(Detector):
    """Terms found as they are at word boundaries, each with its confidence.

    ``terms`` gives the folded terms of an organisation; ``when`` may refuse a term in a message (an embargo is over).
    """

    kind: str
    terms: Callable[[Known], dict[str, float]]
    when: Callable[[str, View], bool] | None = None
    whole: ClassVar[bool] = True  # type: ignore[misc]

    @property
    def kinds(self) -> tuple[str, ...]:  # type: ignore[override]
        """The one kind of the lexicon."""
        return (self.kind,)

    def literals(self, known: Known) -> Iterable[str]:
        """Return the terms."""
        return self.terms(known)

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the terms that stand alone, the longest one where several overlap."""
        if not hits:
            return
        confidences = self.terms(view.known)
        last = -1
        for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
            if hit.start < last:
                continue
            if self.when is None or self.when(hit.literal, view):
                last = hit.end
                yield Found(self.kind, hit.start, hit.end, confidences[hit.literal])


@dataclass(frozen=True)
class Derived(Detector):
    """What follows from the whole view, after the detectors of the kinds in ``after`` and ``needs``."""

    kinds: tuple[str, ...]
    look: Callable[[View], Iterable[Found]]
    after: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    digits: int = 0
    placed: ClassVar[bool] = False  # type: ignore[misc]

    def literals(self, known: Known) -> Iterable[str]:
        """Return the anchors."""
        del known
        return self.anchors

    def find(self, view: View, hits: list[Hit]) -> Iterable[Found]:
        """Return what the function finds."""
        del hits
        return self.look(view)


def whole_word(text: str, start: int, end: int) -> bool:
    """Tell whether a span is no part of a longer word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    starts = not (before.isalnum() and text[start].isalnum())
    return starts and not (after.isalnum() and text[end - 1].isalnum())
