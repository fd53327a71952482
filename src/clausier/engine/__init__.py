"""The engine: a policy compiled to bit sets, detectors behind one automaton, verdicts with their clause and mend."""

from clausier.engine.context import Author, Context, ContextError
from clausier.engine.engine import Engine
from clausier.engine.engine import compile_policy as compile  # noqa: A004  # the word of the contract
from clausier.engine.verdict import Verdict

__all__ = ["Author", "Context", "ContextError", "Engine", "Verdict", "compile"]
