"""Two versions side by side, for people: clause by clause, words marked, effects read aloud."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from clausier.document.asking import labels
from clausier.document.comparison import Change, ClauseChange, Comparison, Effect, Sentence, compare
from clausier.document.comparison.texts import Mark, marks, shown
from clausier.document.comparison.values import EFFECT
from clausier.document.model import STATEMENTS, Clause, Policy
from clausier.document.placeholders import fill
from clausier.document.typography import curled, typeset
from clausier.document.vocabulary import Label
from clausier.policy.models import Version
from clausier.policy.selectors.texts import KEPT, Keyed, facts, key_of, policy_of

# What a policy says as a whole; the keys of a clause have their names in the forms.
_OF_POLICY = {
    "chapters": Label("Chapitre", "Chapter"),
    "languages": Label("Langues", "Languages"),
    "language_regime": Label("Régime linguistique", "Language regime"),
    "sector": Label("Secteur", "Sector"),
    "jurisdictions": Label("Territoires", "Jurisdictions"),
    "regulation_packs": Label("Ensembles d'obligations", "Packs of obligations"),
    "duties": Label("Responsabilités", "Duties"),
    "review": Label("Révision", "Review"),
    "reference_date": Label("Date des exemples", "Date of the examples"),
    "serves": Label("Obligations servies", "Obligations served"),
    "visibility": Label("Visibilité", "Visibility"),
}
_EMPHASIS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_WRAP = re.compile(r"(?<!\n)\n(?!\n|\s*(?:[-*]|\d+\.)\s)")  # a line that ends where no paragraph or item does


class ShownChange(NamedTuple):
    """A value that changed: what it is called, and its words marked, or what it was and what it is."""

    name: str
    marks: tuple[Mark, ...]
    before: str
    after: str


class ShownEffect(NamedTuple):
    """What the program does for a rule or a statement, before and after, read aloud."""

    name: str
    before: list[str]
    after: list[str]


class ShownClauseChange(NamedTuple):
    """What happened to a clause, in one language; ``text`` is that of a clause that came or went."""

    id: str
    title: str
    before: str | None
    after: str | None
    states: tuple[str, ...]
    kinds: tuple[str, ...]
    changes: list[ShownChange]
    effects: list[ShownEffect]
    text: str


class ShownComparison(NamedTuple):
    """Two versions compared; ``withheld`` counts the internal clauses that changed and are not shown."""

    level: str
    policy: list[ShownChange]
    clauses: list[ShownClauseChange]
    sentences: list[Sentence]
    withheld: int

    @property
    def differs(self) -> bool:
        """Tell whether anything does."""
        return bool(self.policy or self.clauses or self.withheld)


def compared(old: Version, new: Version, language: str, *, is_public: bool) -> ShownComparison:
    """Return what differs between two versions, in a language; the public is not shown internal clauses."""
    comparison, told = _compared(Keyed(key_of(old), old), Keyed(key_of(new), new)), _Telling(language)
    policies = policy_of(old), policy_of(new)
    hidden = _internal(*policies) if is_public else frozenset()
    known = {clause.id: clause for policy in policies for clause in policy.clauses()}
    return ShownComparison(
        level=comparison.level,
        policy=list(told.changes(comparison.policy)),
        clauses=[told.clause(each, known[each.id]) for each in comparison.clauses if each.id not in hidden],
        sentences=[
            told.sentence(each) for each in comparison.sentences if each.clause not in hidden and told.is_in(each)
        ],
        withheld=sum(each.id in hidden for each in comparison.clauses),
    )


@lru_cache(maxsize=KEPT)
def _compared(old: Keyed[Version], new: Keyed[Version]) -> Comparison:
    return compare(policy_of(old.row), policy_of(new.row))


def _internal(*policies: Policy) -> frozenset[str]:
    clauses = (clause for policy in policies for clause in policy.clauses())
    return frozenset(clause.id for clause in clauses if clause.visibility == "internal")


class _Telling:
    """What differs in the words of one language, set as it is printed."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.facts = facts()

    def is_in(self, each: Change | Sentence) -> bool:
        """Tell whether something that differs is of this language, or of none."""
        return each.language in (None, self.language)

    def clause(self, change: ClauseChange, clause: Clause) -> ShownClauseChange:
        """Tell a clause; its effects are read aloud, so that only its other changes are told by their words."""
        came_or_went = change.before is None or change.after is None
        return ShownClauseChange(
            id=change.id,
            title=self._set(change.title.best(self.language)),
            before=change.before,
            after=change.after,
            states=change.states,
            kinds=change.kinds,
            changes=list(self.changes(each for each in change.changes if each.kind != EFFECT)),
            effects=[_effect(each, self.language) for each in change.effects],
            text=self._set(clause.text.best(self.language)) if came_or_went else "",
        )

    def changes(self, changes: Iterable[Change]) -> Iterator[ShownChange]:
        """Tell values that changed."""
        for each in filter(self.is_in, changes):
            before, after = self._plain(shown(each.before)), self._plain(shown(each.after))
            yield ShownChange(self._name(each.path), marks(before, after) if each.marks else (), before, after)

    def sentence(self, sentence: Sentence) -> Sentence:
        """Tell a sentence that changed."""
        return sentence._replace(before=self._plain(sentence.before), after=self._plain(sentence.after))

    def _set(self, text: str) -> str:
        return curled(typeset(fill(text, self.facts, self.language), self.language))

    def _plain(self, text: str) -> str:
        """Return a text without its markup of emphasis, its paragraphs on a line each: words are compared."""
        return self._set(_WRAP.sub(" ", _EMPHASIS.sub(r"\1", text)).strip())

    def _name(self, path: str) -> str:
        """Return what a place of the policy is called, such as *Example 3, Text*."""
        parts = (re.match(r"([^\[]+)(?:\[(\d+)\])?", part) for part in path.split("."))
        return ", ".join(" ".join(filter(None, (self._key(part[1]), part[2]))) for part in parts if part)

    def _key(self, key: str) -> str:
        label = labels.PARTS.get(key) or STATEMENTS.get(key) or _OF_POLICY.get(key) or labels.of(object, key)[0]
        return label.in_language(self.language)


def _effect(effect: Effect, language: str) -> ShownEffect:
    name = effect.name.removeprefix("rules.")
    label = STATEMENTS.get(name, labels.PARTS["rules"]).in_language(language)
    before, after = (
        list(told.get(language) or next(iter(told.values()), ())) for told in (effect.before, effect.after)
    )
    return ShownEffect(
        label, [each for each in before if each not in after], [each for each in after if each not in before]
    )
