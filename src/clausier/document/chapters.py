"""The ten chapters: the one table that joins number, slug, room and titles.

A policy may add chapters of its own (number 11 and up, own slug); they need no line here.
"""

from typing import NamedTuple


class ChapterName(NamedTuple):
    """One of the ten chapters that every policy answers."""

    number: int
    slug: str
    room: str
    fr: str
    en: str


CHAPTERS = (
    ChapterName(1, "expectations", "ambassadors", "Les attentes", "Expectations"),
    ChapterName(2, "transparency", "disclosures", "La transparence", "Transparency"),
    ChapterName(3, "training", "training", "La formation", "Training"),
    ChapterName(4, "regulation", "regulations", "La réglementation", "Regulation"),
    ChapterName(5, "confidentiality", "confidentiality", "La confidentialité", "Confidentiality"),
    ChapterName(6, "time", "posts", "La gestion du temps", "Time"),
    ChapterName(7, "accounts", "account_register", "La propriété des comptes", "Accounts"),
    ChapterName(8, "responses", "inbox", "La marche à suivre pour répondre", "Responses"),
    ChapterName(9, "comments", "moderation", "Les commentaires", "Comments"),
    ChapterName(10, "consequences", "enforcement", "Les conséquences", "Consequences"),
)

BY_SLUG = {chapter.slug: chapter for chapter in CHAPTERS}
