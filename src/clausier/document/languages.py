"""Languages: their codes, the names people give them, and the code that somebody probably meant."""

from clausier.document.folding import fold
from clausier.document.vocabulary import Label

LANGUAGE_NAMES = {
    "fr": Label("français", "French"),
    "en": Label("anglais", "English"),
    "es": Label("espagnol", "Spanish"),
    "pt": Label("portugais", "Portuguese"),
    "de": Label("allemand", "German"),
    "it": Label("italien", "Italian"),
    "ar": Label("arabe", "Arabic"),
    "zh": Label("chinois", "Chinese"),
    "iu": Label("inuktitut", "Inuktitut"),
    "cr": Label("cri", "Cree"),
}
_CODES = {fold(name): code for code, label in LANGUAGE_NAMES.items() for name in (code, *label)}


def meant(name: str) -> str | None:
    """Return the code of a language from its name, or from a code in capitals or with a country."""
    folded = fold(name)
    return _CODES.get(folded) or _CODES.get(folded[:2] if folded[2:3] in ("-", "_") else "")
