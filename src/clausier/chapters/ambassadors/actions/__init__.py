"""The writes of the room: answers to the policy, questions and concerns, links, campaigns and what reminds."""

from clausier.chapters.ambassadors.actions.campaign import export_calls, keep_campaign, let_go, look_again
from clausier.chapters.ambassadors.actions.commit import commit, decline
from clausier.chapters.ambassadors.actions.escalate import tell_lateness
from clausier.chapters.ambassadors.actions.hand_link import hand_link
from clausier.chapters.ambassadors.actions.paper import record_paper
from clausier.chapters.ambassadors.actions.remark import answer_remark, ask, raise_concern
from clausier.chapters.ambassadors.actions.remind import remind_again
from clausier.chapters.ambassadors.actions.station import close_station, count_try, forget_try, open_station

__all__ = [
    "answer_remark",
    "ask",
    "close_station",
    "commit",
    "count_try",
    "decline",
    "export_calls",
    "forget_try",
    "hand_link",
    "keep_campaign",
    "let_go",
    "look_again",
    "open_station",
    "raise_concern",
    "record_paper",
    "remind_again",
    "tell_lateness",
]
