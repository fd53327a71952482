"""Placeholder until the language rules land."""

from clausier.engine.text import Text


def language_of(text: Text, hint: str | None) -> str:
    """Return the language of a message."""
    return hint or ("fr" if " le " in text.folded else "und")
