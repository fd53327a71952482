"""The public name of a decision: the organisation's initials, the year, six letters. Not secret, not to be counted."""

import unicodedata

from clausier.lib import clock
from clausier.lib.tokens import new_letters

_INITIALS, _LETTERS = 2, 6
_UNKNOWN = "CL"


def new_reference(organization: str) -> str:
    """Return a reference such as ``VB-2026-BCDFGH``; the caller looks whether it is free."""
    return f"{initials(organization)}-{clock.now().year}-{new_letters(_LETTERS)}"


def initials(organization: str) -> str:
    """Return two letters for an organisation: of its last capitalised words, else of its name."""
    plain = unicodedata.normalize("NFKD", organization).encode("ascii", "ignore").decode()
    words = "".join(each if each.isalnum() else " " for each in plain).split()
    capitals = [word[0] for word in words if word[0].isupper()]
    found = capitals[-_INITIALS:] if len(capitals) >= _INITIALS else list("".join(words).upper()[:_INITIALS])
    return "".join(found).ljust(_INITIALS, "X") if found else _UNKNOWN
