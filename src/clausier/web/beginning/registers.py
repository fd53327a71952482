"""What the rooms below are told of these pages."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from clausier.audit.records import Kind
from clausier.document.vocabulary import Label
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.policy import selectors as policies
from clausier.ui.panels import Panel
from clausier.web.beginning.models import Document, Interview

ACTS = {
    "beginning.interview.saved": Label("Réponses de l'entrevue gardées", "Answers of the interview saved"),
    "beginning.interview.drafted": Label("Brouillon tiré de l'entrevue", "Draft made from the interview"),
    "beginning.document.read": Label("Document existant lu", "Existing document read"),
    "beginning.document.drafted": Label("Brouillon tiré d'un document", "Draft made from a document"),
    "beginning.document.dropped": Label("Document écarté", "Document dropped"),
}


def _export_interview(row: Interview) -> dict[str, Any]:
    return {"changed": row.changed, "answers": sorted(row.answers)}


def _export_document(row: Document) -> dict[str, Any]:
    return {"made": row.made, "name": row.name}


KINDS = (
    Kind(
        "beginning.interview",
        Label("réponses de l'entrevue", "answers of the interview"),
        Interview,
        "by",
        "changed",
        None,  # one row, about the organisation
        _export_interview,
    ),
    Kind(
        "beginning.document",
        Label("documents en cours de reprise", "documents being brought in"),
        Document,
        "by",
        "made",
        lambda before: int(Document.objects.filter(made__lt=before).delete()[0]),
        _export_document,
    ),
)


def begins(person: Person | None) -> bool:
    """Tell whether the pages are offered: to who writes, until a first version is adopted."""
    return person is not None and can(person, "policy.drafts.edit") and policies.base_of() is None


PANEL = Panel("interview", _("Begin the policy"), "edit", "governance", 5, begins)
