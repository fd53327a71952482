"""Reading aloud: every rule and every statement as sentences, in a language of the policy, generated from the data."""

from clausier.document.aloud.rules import rule_aloud
from clausier.document.aloud.statements import statement_aloud

__all__ = ["rule_aloud", "statement_aloud"]
