"""What the room keeps of people: who wrote, approved and recorded, as long as the policy itself."""

from datetime import datetime
from typing import Any

from clausier.audit.records import Kind
from clausier.document.vocabulary import Label
from clausier.policy.models import Approval, FactsRevision, ProtectedRevision, Resolution, Step, Unsaved, Version


def _version(row: Version) -> dict[str, Any]:
    return {"number": row.number, "title": row.title, "status": row.status, "made": row.made.isoformat()}


def _approval(row: Approval) -> dict[str, Any]:
    return {"digest": row.digest, "at": row.at.isoformat()}


def _resolution(row: Resolution) -> dict[str, Any]:
    return {"body": row.body, "number": row.number, "date": row.date.isoformat(), "at": row.at.isoformat()}


def _revision(row: FactsRevision | ProtectedRevision) -> dict[str, Any]:
    return {"number": row.number, "at": row.at.isoformat()}


def _step(row: Step) -> dict[str, Any]:
    return {"clause": row.clause, "what": row.what, "at": row.at.isoformat()}


def _unsaved(row: Unsaved) -> dict[str, Any]:
    return {"typed": row.typed, "at": row.at.isoformat()}


def _purge_unsaved(before: datetime) -> int:
    return Unsaved.objects.filter(at__lt=before).delete()[0]


KINDS = (
    Kind("policy.step", Label("Changements enregistrés", "Changes saved"), Step, "by", "at", None, _step),
    Kind(
        "policy.unsaved",
        Label("Texte en cours de frappe", "Text being typed"),
        Unsaved,
        "person",
        "at",
        _purge_unsaved,
        _unsaved,
        "draft",
    ),
    Kind("policy.version", Label("Textes écrits", "Texts written"), Version, "author", "made", None, _version),
    Kind("policy.approval", Label("Textes approuvés", "Texts approved"), Approval, "person", "at", None, _approval),
    Kind(
        "policy.resolution",
        Label("Résolutions consignées", "Resolutions recorded"),
        Resolution,
        "by",
        "at",
        None,
        _resolution,
    ),
    Kind("policy.facts", Label("Faits enregistrés", "Facts saved"), FactsRevision, "by", "at", None, _revision),
    Kind(
        "policy.protected",
        Label("Listes protégées enregistrées", "Protected lists saved"),
        ProtectedRevision,
        "by",
        "at",
        None,
        _revision,
    ),
)


ACTS = {
    "policy.draft.started": Label("Projet commencé", "Draft started"),
    "policy.draft.saved": Label("Projet enregistré", "Draft saved"),
    "policy.draft.withdrawn": Label("Projet mis de côté", "Draft withdrawn"),
    "policy.facts.saved": Label("Faits enregistrés", "Facts saved"),
    "policy.protected.saved": Label("Listes protégées enregistrées", "Protected lists saved"),
    "policy.resolution.recorded": Label("Résolution consignée", "Resolution recorded"),
    "policy.version.proposed": Label("Version proposée", "Version proposed"),
    "policy.version.raised": Label("Changement déclaré majeur", "Change made a major one"),
    "policy.version.taken-back": Label("Proposition reprise", "Proposal taken back"),
    "policy.version.approved": Label("Version approuvée", "Version approved"),
    "policy.version.adopted": Label("Version adoptée", "Version adopted"),
    "policy.version.came-into-force": Label("Entrée en vigueur d'une version", "Version came into force"),
}
