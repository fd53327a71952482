"""What changed between two policies, clause by clause, and whether the change is major or minor."""

from clausier.document.comparison.comparing import compare
from clausier.document.comparison.telling import as_data, as_text
from clausier.document.comparison.values import Change, ClauseChange, Comparison, Effect, Sentence

__all__ = ["Change", "ClauseChange", "Comparison", "Effect", "Sentence", "as_data", "as_text", "compare"]
