"""The page *read and sign*: one group of clauses for each word that is asked, each clause on a card."""

from dataclasses import dataclass
from typing import NamedTuple

from clausier.chapters.ambassadors.selectors.asked import WORDS, Asked
from clausier.chapters.ambassadors.selectors.clauses import Shown, minutes, shown_clauses
from clausier.document.comparison import ClauseChange
from clausier.document.comparison.texts import Mark
from clausier.document.model.statements import COMMITMENTS
from clausier.policy.models import Version


class Card(NamedTuple):
    """A clause to read: as it stands and, for whoever has answered before, what changed in it."""

    asked: Asked
    shown: Shown
    marks: tuple[Mark, ...]
    effects: list[tuple[list[str], list[str]]]

    @property
    def words(self) -> int:
        """How many words there are to read: those of the change where only that is new."""
        changed = sum(len(mark.text.split()) for mark in self.marks)
        return changed or self.shown.words


@dataclass(frozen=True)
class Group:
    """The clauses that one word covers, and the sentence of that word."""

    word: str
    sentence: str
    cards: list[Card]
    language: str

    @property
    def is_first(self) -> bool:
        """Whether nothing of it was ever answered."""
        return all(card.asked.since is None for card in self.cards)

    @property
    def minutes(self) -> int:
        return minutes(sum(card.words for card in self.cards))

    @property
    def clauses(self) -> str:
        return ",".join(card.asked.clause.id for card in self.cards)

    @property
    def chapters(self) -> list[tuple[str, list[Card]]]:
        """The cards by chapter, in the order of the policy."""
        found: dict[str, list[Card]] = {}
        for card in self.cards:
            found.setdefault(card.shown.chapter, []).append(card)
        return list(found.items())


def groups_of(version: Version, asked: list[Asked], language: str) -> list[Group]:
    """Return what is asked, a group for each word."""
    shown = shown_clauses(version, language)
    return [
        Group(
            word,
            COMMITMENTS[word].in_language(language),
            [_card(each, shown[each.clause.id], language) for each in asked if each.word == word],
            language,
        )
        for word in WORDS
        if any(each.word == word for each in asked)
    ]


def _card(asked: Asked, shown: Shown, language: str) -> Card:
    change = asked.changes
    return Card(asked, shown, _marks(change, language), _effects(change, language) if change else [])


def _marks(change: ClauseChange | None, language: str) -> tuple[Mark, ...]:
    texts = [each for each in change.changes if each.path == "text"] if change else []
    mine = [each for each in texts if each.language == language] or texts
    return mine[0].marks if mine else ()


def _effects(change: ClauseChange, language: str) -> list[tuple[list[str], list[str]]]:
    told = []
    for effect in change.effects:
        before, after = (side.get(language) or next(iter(side.values()), ()) for side in (effect.before, effect.after))
        gone = [each for each in before if each not in after]
        come = [each for each in after if each not in before]
        told += [(gone, come)] if gone or come else []
    return told
