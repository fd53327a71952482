"""What a check of one message and a check of many share."""

from typing import Any

from clausier.cli.failure import FINE, FOUND
from clausier.engine.context import Context
from clausier.engine.verdict import Verdict
from clausier.lib.clock import now

MILDEST = frozenset({"allow", "advise", "publish"})
STANDARD_INPUT = "-"


def received(data: dict[str, Any]) -> Context:
    """Return the context that data give, at the moment of its reception when they name none."""
    return Context.from_data(data if data.get("at") is not None else {**data, "at": now()})


def status_of(verdict: Verdict) -> int:
    """Return 1 when a clause asks for more than advice."""
    return FINE if verdict.action in MILDEST else FOUND
