"""The reader of pasted threads: lines of interface are told from lines of comment, and comments from one another.

A network's page copied as text is a list of short lines: a name, badges, when, the words, then the buttons. Buttons
end a comment. What each network calls them, and where it puts the time, is its dialect.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from clausier.chapters.inbox.pasting.moments import moment_of

ANSWERED = 60  # characters at the head of a reply among which it names whom it answers
_SEPARATORS = re.compile(r"\s*[·•|]\s*|\t+")
_COUNT = re.compile(r"\d[\d\s.,]*(?:k|m)?")
_EDITED = re.compile(r"^\(?(?:modifié|edited)\)? ?| ?\(?(?:modifié|edited)\)?$")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u200b": "", "\ufeff": ""})

# What every network says, in French and in English.
BUTTONS = r"j'aime|je n'aime plus|répondre|reply|like|unlike|react|réagir"
POST_BUTTONS = r"commenter|comment|partager|share|republier|repost|envoyer|send"
NOISE = (
    r"modifié|\(modifié\)|edited|\(edited\)|auteur|auteure|author|suivre|follow|suivi|following|abonné|abonnée"
    r"|vérifié|compte vérifié|verified|traduire|voir la traduction|afficher la traduction|see translation"
    r"|translate to english|traduire en français|translate|voir plus|afficher plus|see more|show more|read more"
    r"|lire la suite|afficher moins|show less|les plus pertinents|plus pertinents|most relevant|top comments"
    r"|les plus récents|newest|newest first|tous les commentaires|all comments|commentaires|comments"
    r"|plus d'options|more options|options|signaler|report|masquer|hide|supprimer|delete|remove"
    r"|envoyer un message|message|send message"
)
SHOWN = r"(?:masquer|hide)(?: les| the)? ?(?P<replies>\d{1,3})? ?(?:réponses?|replies|reply)"
MORE = (
    r"(?:voir|afficher|view|show|see)(?: les| the| all| toutes les)?(?: \d{1,3})?(?: autres| more| previous)?"
    r" ?(?:réponses?|replies|reply|commentaires?|comments?)(?: précédente?s| précédents)?(?: ?\(\d{1,3}\))?"
    r"|(?:\d{1,3}|une?|one) ?(?:réponses?|replies|reply|commentaires?|comments?|partages?|shares?)"
    r"|.{1,60} (?:a répondu|replied)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A comment of a pasted text; ``level`` is 0 for a comment, 1 for a reply to the last comment before it."""

    text: str
    author: str = ""
    handle: str = ""
    written: datetime | None = None
    within: timedelta = timedelta(0)
    level: int = 0


class Reading(NamedTuple):
    """What was read of a paste: its comments, and how many had no words (a picture, a sticker)."""

    comments: list[Pasted]
    wordless: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a network's page reads when copied.

    ``time_leads`` tells that the time stands between the author and the words, not after them. ``buttons`` and
    ``noise`` are patterns of what this network alone says.
    """

    network: str
    time_leads: bool
    buttons: str = r"(?!)"
    noise: str = r"(?!)"
    handles: bool = False  # the author's line is a handle
    headline: bool = False  # a line about the author stands between the name and the time

    def pattern(self) -> "re.Pattern[str]":
        """Return the pattern of one piece of interface."""
        kinds = {
            "shown": SHOWN,
            "more": MORE,
            "post": POST_BUTTONS,
            "button": f"{BUTTONS}|{self.buttons}",
            "noise": f"{NOISE}|{self.noise}",
        }
        return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items()))


@dataclass(slots=True)
class _Block:
    """The lines of a comment being read: those before its time, and those after it."""

    head: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    written: datetime | None = None
    within: timedelta = timedelta(0)

    @property
    def lines(self) -> list[str]:
        return self.head + self.body

    def is_empty(self) -> bool:
        return not any(line for line in self.lines)


def alone(text: str) -> Reading:
    """Return a text as one comment."""
    words = text.strip()
    return Reading([Pasted(text=words)] if words else [])


def read(text: str, dialect: Dialect, now: datetime) -> Reading | None:
    """Return the comments of a text copied from a network, or None when none of its interface is seen."""
    reader = _Reader(dialect, now)
    for line in text.splitlines():
        reader.take(line)
    return reader.finished()


class _Reader:
    def __init__(self, dialect: Dialect, now: datetime) -> None:
        self._dialect, self._now, self._pattern = dialect, now, dialect.pattern()
        self._block = _Block()
        self._comments: list[Pasted] = []
        self._wordless = 0
        self._replies = 0  # that the interface says are shown next
        self._is_after_button = False

    def take(self, line: str) -> None:
        """Read a line."""
        plain = line.translate(_APOSTROPHES).strip()
        pieces = [each for each in _SEPARATORS.split(plain.casefold()) if each]
        kinds = [self._kind(each) for each in pieces]
        if plain and all(kinds):  # a line of separators alone is interface too
            for piece, kind in zip(pieces, kinds, strict=True):
                self._interface(str(kind), piece)
        elif kinds == ["", "time"] and self._dialect.time_leads:  # "@name • 2 days ago"
            self._words(_SEPARATORS.split(plain)[0])
            self._interface("time", pieces[1])
        else:
            self._words(plain)

    def finished(self) -> Reading | None:
        """Return what was read; the last comment may lack its buttons."""
        if not self._comments and not self._wordless and self._block.written is None:
            return None
        self._close()
        return Reading(self._comments, self._wordless)

    def _kind(self, piece: str) -> str:
        """Return the kind of a piece of interface, or "" for words."""
        if _stripped(piece) and moment_of(_stripped(piece), self._now):
            return "time"
        match = self._pattern.fullmatch(piece)
        if match:
            return next(kind for kind, found in match.groupdict().items() if found and kind != "replies")
        has_words = bool(self._block.body) or len([line for line in self._block.head if line]) > 1
        return "noise" if _COUNT.fullmatch(piece) and (has_words or self._block.is_empty()) else ""

    def _interface(self, kind: str, piece: str) -> None:
        if kind == "time":
            self._time(piece)
        elif kind == "button":
            self._close()
            self._is_after_button = True
        elif kind == "post" and self._is_after_button:
            self._drop_post()
        elif kind == "shown":
            self._close()
            count = re.search(r"\d+", piece)
            self._replies = int(count[0]) if count else 0

    def _time(self, piece: str) -> None:
        moment = moment_of(_stripped(piece), self._now)
        if moment is None:
            return
        if self._block.is_empty():
            if self._comments and self._comments[-1].written is None:
                self._comments[-1] = replace(self._comments[-1], written=moment.at, within=moment.within)
            return
        if self._dialect.time_leads and self._block.written is not None and self._block.body:
            self._begin_anew()
        self._block.written, self._block.within = moment
        if self._dialect.time_leads:
            self._block.head, self._block.body = self._block.lines, []

    def _begin_anew(self) -> None:
        """Begin a comment at a second time without a button between: the last words were the name of its author."""
        name = next((line for line in reversed(self._block.body) if line), "")
        while self._block.body and self._block.body.pop() != name:
            pass
        self._close()
        self._block.head = [name]

    def _words(self, line: str) -> None:
        if line:
            self._is_after_button = False
        if line or not self._block.is_empty():
            (self._block.body if self._block.written and self._dialect.time_leads else self._block.head).append(line)

    def _drop_post(self) -> None:
        """Buttons of a post follow its words: what was taken for a comment was the post itself."""
        if self._comments and not self._replies:
            self._comments.pop()
        self._is_after_button = False

    def _close(self) -> None:
        block, self._block = self._block, _Block()
        if block.is_empty():
            return
        author, words = _parted(block, self._dialect)
        text = "\n".join(words).strip("\n")
        if not text:
            self._wordless += 1
            return
        self._comments.append(
            Pasted(
                text=text,
                author="" if _is_handle(author, self._dialect) else author,
                handle=author if _is_handle(author, self._dialect) else "",
                written=block.written,
                within=block.within,
                level=self._level(text),
            )
        )

    def _level(self, text: str) -> int:
        if not self._comments:
            return 0
        if self._replies:
            self._replies -= 1
            return 1
        return int(any(_answers(text, name) for name in self._names_above()))

    def _names_above(self) -> Iterator[str]:
        """Return who spoke in the thread of the last comment."""
        for comment in reversed(self._comments):
            yield comment.handle or comment.author
            if not comment.level:
                return


def _parted(block: _Block, dialect: Dialect) -> tuple[str, list[str]]:
    """Return the author and the words of a block: its first line, and what follows the time or that line."""
    said = [line for line in block.head if line]
    if said[1:] == [] and not any(block.body):
        return (said[0], []) if block.written else ("", said)
    if any(block.body) or (dialect.headline and block.written):
        return (said[0] if said else ""), block.body
    rest = block.head[block.head.index(said[0]) + 1 :]
    is_repeated = said[1] == said[0] and bool(said[2:])  # the name of the picture, then that of the author
    return said[0], rest[rest.index(said[0]) + 1 :] if is_repeated else rest


def _is_handle(author: str, dialect: Dialect) -> bool:
    return author.startswith("@") or (dialect.handles and " " not in author)


def _answers(text: str, name: str) -> bool:
    """Tell whether a text begins by naming somebody."""
    bare = name.lstrip("@").casefold()
    start = text[:ANSWERED].lstrip("@").casefold()
    return bool(bare) and start.startswith(bare) and not start[len(bare) : len(bare) + 1].isalnum()


def _stripped(piece: str) -> str:
    """Return a moment without what networks put around it."""
    return _EDITED.sub("", piece).strip()
