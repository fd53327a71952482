"""Reading aloud: every rule and every statement as sentences, in a language of the policy, generated from the data."""

from clausier.document.aloud.policies import promise_aloud, review_aloud
from clausier.document.aloud.rules import rule_aloud
from clausier.document.aloud.statements import statement_aloud

__all__ = ["promise_aloud", "review_aloud", "rule_aloud", "statement_aloud"]
