"""The writes of the room: answers to the policy, questions and concerns, links, reminders."""

from clausier.chapters.ambassadors.actions.commit import commit, decline
from clausier.chapters.ambassadors.actions.hand_link import hand_link
from clausier.chapters.ambassadors.actions.remark import answer_remark, ask, raise_concern
from clausier.chapters.ambassadors.actions.remind import remind

__all__ = ["answer_remark", "ask", "commit", "decline", "hand_link", "raise_concern", "remind"]
