"""The acts of decisions: decide, tell what came of it, appeal, answer, ask where a comment went."""

from clausier.decisions.actions.answers import answer_appeal
from clausier.decisions.actions.appeals import lodge_appeal
from clausier.decisions.actions.deciding import Recorded, decide, undo
from clausier.decisions.actions.reports import report_done, report_notice

__all__ = ["Recorded", "answer_appeal", "decide", "lodge_appeal", "report_done", "report_notice", "undo"]
