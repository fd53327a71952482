"""The answer of a check: the action, what was found, which clauses speak, and how to mend."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from clausier.document.vocabulary import LADDERS


class Signal(NamedTuple):
    """Something found in the message; offsets count code points of the message as written."""

    kind: str
    start: int
    end: int
    quote: str
    confidence: float


class Edit(NamedTuple):
    """Replace what stands from ``start`` to ``end`` with ``insert``."""

    start: int
    end: int
    insert: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Edits that mend a finding (the engine checked that they do), with the words of the button."""

    edits: tuple[Edit, ...]
    label: dict[str, str]

    def apply(self, text: str) -> str:
        """Return ``text`` mended."""
        for edit in sorted(self.edits, key=lambda edit: edit.start, reverse=True):
            text = text[: edit.start] + edit.insert + text[edit.end :]
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule that applied.

    ``signals`` are indexes into those of the verdict, ``obligations`` what its clause serves.
    """

    rule: str
    clause: str | None
    version: str
    action: str
    route: str | None = None
    notify: tuple[str, ...] = ()
    signals: tuple[int, ...] = ()
    say: dict[str, str] = field(default_factory=dict)
    obligations: tuple[dict[str, Any], ...] = ()
    fixes: tuple[Fix, ...] = ()


class Missing(NamedTuple):
    """A detector that was asked for and could not look, and why: ``extra``, ``failed`` or ``not-read``."""

    detector: str
    reason: str


class PolicyMark(NamedTuple):
    """What judged: the policy's id, version, digest, and the revision of the facts."""

    id: str
    version: str
    digest: str
    facts: str


class Verdict(NamedTuple):
    """All findings and the strictest action, under the version in force."""

    action: str
    language: str
    policy: PolicyMark
    engine: str
    intent: tuple[str, float] | None = None
    signals: tuple[Signal, ...] = ()
    findings: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()

    def as_data(self, identifier: Any = None) -> dict[str, Any]:
        """Return the verdict as JSON data, in the shape of the contract (DESIGN, section 5)."""
        return {
            "id": identifier,
            "action": self.action,
            "language": self.language,
            "policy": self.policy._asdict(),
            "engine": self.engine,
            "intent": {"kind": self.intent[0], "confidence": self.intent[1]} if self.intent else None,
            "signals": [each._asdict() for each in self.signals],
            "findings": [_finding(each) for each in self.findings],
            "unknown": list(self.unknown),
            "missing": [each._asdict() for each in self.missing],
            "error": None,
        }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "clause": finding.clause,
        "version": finding.version,
        "action": finding.action,
        "route": finding.route,
        "notify": list(finding.notify),
        "signals": list(finding.signals),
        "say": dict(finding.say),
        "why": {"obligations": list(finding.obligations)},
        "fixes": [{"edits": [edit._asdict() for edit in fix.edits], "label": dict(fix.label)} for fix in finding.fixes],
    }


_SEVERITY: dict[str, int] = {action: place for ladder in LADDERS.values() for place, action in enumerate(ladder)}


def severity(action: str) -> int:
    """Return the place of an action on its ladder; 0 is the mildest."""
    return _SEVERITY[action]


def strictest(actions: list[str], direction: str) -> str:
    """Return the strictest of the actions, or the mildest of the direction when there is none."""
    return max(actions, key=severity, default=LADDERS[direction][0])
