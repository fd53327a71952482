"""The names that a form offers: those of the policy, of the facts and of the library, as the checks know them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clausier.document.aloud import words
from clausier.document.checks import names as kinds
from clausier.document.checks.names import Kind
from clausier.document.checks.subject import Subject
from clausier.document.model import Clause, Example, Policy
from clausier.document.model.statements import Waive
from clausier.document.networks import load_network
from clausier.document.packs import Obligation, known_packs, load_packs
from clausier.document.reading import Folder
from clausier.document.vocabulary import Label

_EVERYWHERE = "*"
MAX_WORDS = 90  # characters of a rule or an obligation in a list to choose from


def _obligations(subject: Subject) -> dict[str, Obligation]:
    return load_packs(each for each in subject.policy.regulation_packs if each in known_packs())


def _rules(subject: Subject) -> Iterable[str]:
    return [rule.id for _, rule in subject.rules]


OBLIGATION = Kind(Label("obligation", "obligation"), _obligations)
BECAUSE = Kind(kinds.RULE, _rules)
# What a form offers beside the names that every document is checked for: these have checks of their own.
OFFERED: dict[tuple[type, str], Kind] = {(Example, "because"): BECAUSE, (Waive, "obligation"): OBLIGATION}


class Names(NamedTuple):
    """Where the names of a folder are looked up, each with the words that people read for it.

    ``clause`` is the one that the form belongs to, if any: its own rules are offered first.
    """

    subject: Subject
    language: str
    clause: Clause | None = None

    def of(self, kind: Kind) -> dict[str, str]:
        """Return the names of a kind with what people read for each."""
        if kind is BECAUSE:
            return dict(self._rules())
        if kind is OBLIGATION:
            return {name: _short(each.say.best(self.language)) for name, each in _obligations(self.subject).items()}
        known = {name: self._word(kind, name) for name in kind.names(self.subject)}
        return {_EVERYWHERE: words.PLACES[_EVERYWHERE].in_language(self.language), **known} if kind.pattern else known

    def taken(self) -> list[str]:
        """Return the short names that parts of the policy and of the facts have."""
        return [leaf.value for leaf in self.subject.leaves if leaf.field == "id"]

    def _rules(self) -> Iterator[tuple[str, str]]:
        numbers, own = self.subject.policy.numbers(), self.clause.id if self.clause else ""
        for clause in sorted(self.subject.policy.clauses(), key=lambda each: each.id != own):
            place = "" if clause.id == own else f"{numbers[clause.id]} "
            for rule in clause.rules:
                yield rule.id, _short(f"{place}{rule.say.best(self.language) or rule.id}")

    def _word(self, kind: Kind, name: str) -> str:
        if kind in (kinds.NETWORK, kinds.NETWORKS_LIKE):
            return load_network(name).name.best(self.language)
        if kind is kinds.REMINDER and name in words.CHAIN:
            return words.CHAIN[name].in_language(self.language)
        policy = self.subject.policy
        people = policy.audiences.get(name) or policy.duties.get(name)
        return people.name.best(self.language) if people else name


def names_in(folder: Folder, policy: Policy, language: str, clause: Clause | None = None) -> Names:
    """Return the names of a folder, said in a language, for a form of a clause."""
    return Names(Subject(folder, policy), language, clause)


def _short(text: str) -> str:
    return text if len(text) <= MAX_WORDS else f"{text[: MAX_WORDS - 1]}…"
