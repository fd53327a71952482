"""Reads of the room: what is asked of whom, how a clause is shown, where everybody stands, who may read a remark."""

from clausier.chapters.ambassadors.selectors.asked import WORDS, Asked, answers_of, asked_of, asked_of_each
from clausier.chapters.ambassadors.selectors.certificates import Certificate, certificate_of
from clausier.chapters.ambassadors.selectors.clauses import Shown, shown_clauses
from clausier.chapters.ambassadors.selectors.page import Group, groups_of
from clausier.chapters.ambassadors.selectors.progress import Counts, Standing, counts_of, team_of
from clausier.chapters.ambassadors.selectors.remarks import owners, readable_by, representatives

__all__ = [
    "WORDS",
    "Asked",
    "Certificate",
    "Counts",
    "Group",
    "Shown",
    "Standing",
    "answers_of",
    "asked_of",
    "asked_of_each",
    "certificate_of",
    "counts_of",
    "groups_of",
    "owners",
    "readable_by",
    "representatives",
    "shown_clauses",
    "team_of",
]
