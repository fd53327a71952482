"""The names that a form offers: those of the policy, of the facts and of the library, as the checks know them."""

from typing import NamedTuple

from clausier.document.aloud import words
from clausier.document.checks import names as kinds
from clausier.document.checks.names import Kind
from clausier.document.checks.subject import Subject
from clausier.document.model import Policy
from clausier.document.networks import load_network
from clausier.document.reading import Folder

_EVERYWHERE = "*"


class Names(NamedTuple):
    """Where the names of a folder are looked up, each with the words that people read for it."""

    subject: Subject
    language: str

    def of(self, kind: Kind) -> dict[str, str]:
        """Return the names of a kind with what people read for each."""
        known = {name: self._word(kind, name) for name in kind.names(self.subject)}
        return {_EVERYWHERE: words.PLACES[_EVERYWHERE].in_language(self.language), **known} if kind.pattern else known

    def _word(self, kind: Kind, name: str) -> str:
        if kind in (kinds.NETWORK, kinds.NETWORKS_LIKE):
            return load_network(name).name.best(self.language)
        if kind is kinds.REMINDER and name in words.CHAIN:
            return words.CHAIN[name].in_language(self.language)
        policy = self.subject.policy
        people = policy.audiences.get(name) or policy.duties.get(name)
        return people.name.best(self.language) if people else name


def names_in(folder: Folder, policy: Policy, language: str) -> Names:
    """Return the names of a folder, said in a language."""
    return Names(Subject(folder, policy), language)
