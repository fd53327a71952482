"""What the room keeps of people: the drafts they submitted, and nothing of what they checked."""

from datetime import datetime
from typing import Any

from clausier.audit.records import Kind
from clausier.chapters.posts.models import Draft
from clausier.document.vocabulary import Label


def _purge(before: datetime) -> int:
    return Draft.objects.filter(at__lt=before).delete()[0]


def _export(row: Draft) -> dict[str, Any]:
    return {
        "at": row.at.isoformat(),
        "version": row.version.number,
        "channel": row.channel,
        "text": row.text,
        "reason": row.reason,
        "question": row.is_question,
        "verdict": row.verdict,
    }


ACTS = {
    "posts.draft.submitted": Label("Texte soumis pour l'organisation", "Text submitted for the organization"),
    "posts.probing.stopped": Label(
        "Vérifications suspendues : trop de noms protégés", "Checks stopped: too many protected names"
    ),
}
KINDS = (
    Kind(
        "posts.draft",
        Label("brouillons soumis", "submitted drafts"),
        Draft,
        "author",
        "at",
        _purge,
        _export,
        "draft",
    ),
)
