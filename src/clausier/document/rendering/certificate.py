"""The certificate of an answer on paper, as plain data: ``certificate.typ`` sets it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clausier.document.vocabulary import Label

WORDS = {
    "certificate": Label("Attestation", "Certificate"),
    "version": Label("Version de la politique", "Version of the policy"),
    "date": Label("Date", "Date"),
    "clauses": Label("Clauses", "Clauses"),
    "code": Label("Code de vérification", "Check code"),
    "digest": Label("Empreinte du texte lu", "Digest of the text that was read"),
    "collector": Label("Recueillie sur papier par", "Collected on paper by"),
    "check": Label("À vérifier à l'adresse", "To be checked at"),
}


@dataclass(frozen=True, slots=True)
class CertificateSheet:
    """What is printed of one answer; ``collector`` is empty unless it was given on paper."""

    language: str
    organization: str
    name: str
    sentence: str
    version: str
    date: dt.date
    code: str
    digest: str
    clauses: Sequence[str]
    address: str
    collector: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Say the words of the page in its language."""
        words = {name: label.in_language(self.language) for name, label in WORDS.items()}
        object.__setattr__(self, "words", words)
