"""The acts of decisions: decide, tell what came of it, appeal, answer, ask where a comment went."""

from clausier.decisions.actions.answers import answer_appeal
from clausier.decisions.actions.appeals import lodge_appeal
from clausier.decisions.actions.attempts import forget_attempts, note_attempt
from clausier.decisions.actions.deciding import Recorded, decide, undo
from clausier.decisions.actions.enquiries import answer_enquiry, ask
from clausier.decisions.actions.forgetting import purge_decisions, purge_enquiries
from clausier.decisions.actions.reports import report_done, report_notice

__all__ = [
    "Recorded",
    "answer_appeal",
    "answer_enquiry",
    "ask",
    "decide",
    "forget_attempts",
    "lodge_appeal",
    "note_attempt",
    "purge_decisions",
    "purge_enquiries",
    "report_done",
    "report_notice",
    "undo",
]
