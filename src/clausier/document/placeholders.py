"""Placeholders of examples and of disclosure wordings, filled from the facts of the organisation.

What the facts do not give, and whatever is protected, is shown between brackets.
"""

import re
from collections.abc import Callable, Mapping

from clausier.document.model import Facts
from clausier.document.vocabulary import PLACEHOLDERS, Label

_SHOWN = {
    "organization": Label("l'organisation", "the organization"),
    "handle": Label("identifiant", "handle"),
    "email": Label("courriel", "e-mail"),
    "phone": Label("téléphone", "phone"),
    "offering": Label("produit ou service", "product or service"),
    "figure": Label("personnalité", "public figure"),
    "party": Label("parti", "party"),
    "protected": Label("nom protégé", "protected name"),
    "passage": Label("passage d'un document protégé", "passage of a protected document"),
}
_NAME = re.compile(r"\{(" + "|".join(PLACEHOLDERS) + r")\}")
# In French an article melts into the word before it: « de » + « le Parti » is « du Parti ».
_MELTED = {"de le ": "du ", "de les ": "des ", "à le ": "au ", "à les ": "aux "}
_AFTER = re.compile(r"(?:\b(?:de|à) )?" + _NAME.pattern)
_FROM_FACTS: dict[str, Callable[[Facts, str], str]] = {
    "organization": lambda facts, language: facts.organization(language),
    "handle": lambda facts, _: next((handle for each in facts.handles.values() for handle in each), ""),
    "email": lambda facts, _: next(iter(facts.contacts.emails), ""),
    "phone": lambda facts, _: next(iter(facts.contacts.phones), ""),
    "offering": lambda facts, language: next((each.names.best(language) for each in facts.offerings), ""),
    "figure": lambda facts, _: next((figure.name for figure in facts.public_figures), ""),
    "party": lambda facts, _: next((name for party in facts.parties for name in party.names), ""),
}


def fill(text: str, facts: Facts, language: str, hidden: Mapping[str, str] | None = None) -> str:
    """Return the text with its placeholders filled; anything else between braces stays as it is.

    ``hidden`` is what ``{protected}`` and ``{passage}`` become when an example is judged; what people read never gives
    them.
    """

    def filled(match: re.Match[str]) -> str:
        name = match[1]
        value = _value(name, facts, language, hidden) or f"[{_SHOWN[name].in_language(language)}]"
        if match.start() == 0 and name == "organization":
            value = value[:1].upper() + value[1:]
        words = match[0].removesuffix(f"{{{name}}}") + value
        melted = next((each for each in _MELTED if language == "fr" and words.startswith(each)), "")
        return _MELTED.get(melted, "") + words.removeprefix(melted)

    return _AFTER.sub(filled, text)


def lacking(text: str, facts: Facts, language: str, hidden: Mapping[str, str] | None = None) -> list[str]:
    """Return the placeholders of a text that the facts, or the protected lists, do not fill."""
    names = dict.fromkeys(_NAME.findall(text))
    return [name for name in names if not _value(name, facts, language, hidden)]


def _value(name: str, facts: Facts, language: str, hidden: Mapping[str, str] | None) -> str:
    if name in _FROM_FACTS:
        return _FROM_FACTS[name](facts, language)
    return (hidden or {}).get(name, "")
