"""Placeholder until the intent rules land."""

from clausier.engine.detector import View


def intent_of(view: View) -> tuple[str, float]:
    """Return the intent of a received message."""
    return ("question", 0.6) if "?" in view.text.folded else ("other", 0.5)
