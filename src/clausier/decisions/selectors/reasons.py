"""A decision as a statement of reasons: the fields of the transparency database of Regulation (EU) 2022/2065.

The database is for online platforms; its form serves as a model for whoever owes reasons. It holds no name and no
address, and neither the text nor a passage of it: those who write the facts are told that they may leave the house.
"""

from typing import Any

from clausier.decisions.models import Decision
from clausier.decisions.selectors.reading import Reading, read
from clausier.decisions.states import Effect, Ground

_VISIBILITY = {
    Effect.REMOVE: "DECISION_VISIBILITY_CONTENT_REMOVED",
    Effect.HIDE: "DECISION_VISIBILITY_CONTENT_DISABLED",
    Effect.HOLD: "DECISION_VISIBILITY_CONTENT_DISABLED",
}
# The category of the database for the first family of signals that a ground looks for; else it is one of the terms.
_CATEGORIES = {
    "pi.": "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
    "abuse.self-harm": "STATEMENT_CATEGORY_SELF_HARM",
    "abuse.threat": "STATEMENT_CATEGORY_VIOLENCE",
    "abuse.": "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
    "spam.scam": "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
}
_TERMS = "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"
_MOST_FACTS = 5_000


def statement_of_reasons(decision: Decision, *, reference_url: str = "") -> dict[str, Any]:
    """Return the statement of one decision, in the language in which its author was told; empty fields are left out."""
    reading = read(decision, decision.language)
    said = {
        "puid": decision.reference,
        "decision_visibility": [_VISIBILITY[Effect(decision.effect_wanted)]]
        if decision.effect_wanted in _VISIBILITY
        else [],
        "end_date_visibility_restriction": decision.until.date().isoformat() if decision.until else "",
        **_ground(reading),
        "decision_ground_reference_url": reference_url,
        "content_type": ["CONTENT_TYPE_TEXT"],
        "content_language": decision.language.upper(),
        "content_date": reading.shown.written.date().isoformat() if reading.shown and reading.shown.written else "",
        "application_date": decision.at.date().isoformat(),
        "category": _category(reading),
        "decision_facts": decision.facts[:_MOST_FACTS],
        "source_type": "SOURCE_VOLUNTARY",
        "automated_detection": "Yes" if decision.found_by_program else "No",
        "automated_decision": "AUTOMATED_DECISION_NOT_AUTOMATED" if decision.by_id else "AUTOMATED_DECISION_FULLY",
    }
    return {name: value for name, value in said.items() if value}


def _ground(reading: Reading) -> dict[str, str]:
    decision = reading.decision
    cited = f"{reading.number} {reading.title} ({decision.version.number})".strip()
    if decision.ground == Ground.LAW:
        return {
            "decision_ground": "DECISION_GROUND_ILLEGAL_CONTENT",
            "illegal_content_legal_ground": decision.law,
            "illegal_content_explanation": decision.facts[:_MOST_FACTS],
        }
    return {
        "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
        "incompatible_content_ground": cited,
        "incompatible_content_explanation": reading.said or decision.facts[:_MOST_FACTS],
        "incompatible_content_illegal": "No",
    }


def _category(reading: Reading) -> str:
    rules = reading.clause.rules if reading.clause else ()
    signals = [signal for rule in rules for signal in rule.when.signal]
    named = (name for signal in signals for start, name in _CATEGORIES.items() if signal.startswith(start))
    return next(named, _TERMS)
