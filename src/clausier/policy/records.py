"""What the room keeps of people: who wrote, approved and recorded, as long as the policy itself."""

from datetime import datetime
from typing import Any

from clausier.audit.records import Kind
from clausier.document.vocabulary import Label
from clausier.policy.models import (
    Approval,
    ApprovalPlan,
    Comment,
    Consultation,
    FactsRevision,
    OutsideApprover,
    ProtectedRevision,
    Rejection,
    Repeal,
    Resolution,
    Review,
    Step,
    Unsaved,
    Version,
)


def _version(row: Version) -> dict[str, Any]:
    return {"number": row.number, "title": row.title, "status": row.status, "made": row.made.isoformat()}


def _approval(row: Approval) -> dict[str, Any]:
    return {"digest": row.digest, "at": row.at.isoformat()}


def _resolution(row: Resolution) -> dict[str, Any]:
    return {"body": row.body, "number": row.number, "date": row.date.isoformat(), "at": row.at.isoformat()}


def _revision(row: FactsRevision | ProtectedRevision | ApprovalPlan) -> dict[str, Any]:
    return {"number": row.number, "at": row.at.isoformat()}


def _comment(row: Comment) -> dict[str, Any]:
    return {"clause": row.clause, "text": row.text, "answer": row.answer, "at": row.at.isoformat()}


def _rejection(row: Rejection) -> dict[str, Any]:
    return {"reason": row.reason, "at": row.at.isoformat()}


def _consultation(row: Consultation) -> dict[str, Any]:
    return {"body": row.body, "reason": row.reason, "at": row.at.isoformat()}


def _outsider(row: OutsideApprover) -> dict[str, Any]:
    return {"name": row.name, "capacity": row.capacity, "at": row.at.isoformat()}


def _repeal(row: Repeal) -> dict[str, Any]:
    return {"reason": row.reason, "ends": row.ends.isoformat(), "at": row.at.isoformat()}


def _review(row: Review) -> dict[str, Any]:
    return {"note": row.note, "at": row.at.isoformat()}


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
    Kind(
        "policy.comment",
        Label("Commentaires en consultation", "Comments in consultation"),
        Comment,
        "person",
        "at",
        None,
        _comment,
    ),
    Kind("policy.rejection", Label("Textes refusés", "Texts refused"), Rejection, "person", "at", None, _rejection),
    Kind(
        "policy.consultation",
        Label("Consultations consignées", "Consultations recorded"),
        Consultation,
        "by",
        "at",
        None,
        _consultation,
    ),
    Kind(
        "policy.plan",
        Label("Étapes d'approbation établies", "Steps of approval set"),
        ApprovalPlan,
        "by",
        "at",
        None,
        _revision,
    ),
    Kind(
        "policy.outsider",
        Label("Approbations demandées à l'extérieur", "Approvals asked outside"),
        OutsideApprover,
        "by",
        "at",
        None,
        _outsider,
    ),
    Kind("policy.repeal", Label("Abrogations", "Repeals"), Repeal, "by", "at", None, _repeal),
    Kind("policy.review", Label("Révisions faites", "Reviews made"), Review, "by", "at", None, _review),
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
    "policy.draft.consulted": Label("Consultation ouverte", "Consultation opened"),
    "policy.draft.consultation-ended": Label("Consultation close", "Consultation ended"),
    "policy.comment.written": Label("Commentaire en consultation", "Comment in consultation"),
    "policy.comment.answered": Label("Réponse à un commentaire", "Comment answered"),
    "policy.answers.seen": Label("Réponses lues", "Answers read"),
    "policy.consultation.recorded": Label("Consultation consignée", "Consultation recorded"),
    "policy.plan.saved": Label("Étapes d'approbation établies", "Steps of approval set"),
    "policy.outsider.asked": Label("Approbation demandée à l'extérieur", "Approval asked outside"),
    "policy.outsider.approved": Label("Version approuvée de l'extérieur", "Version approved from outside"),
    "policy.outsider.rejected": Label("Version refusée de l'extérieur", "Version refused from outside"),
    "policy.version.rejected": Label("Version refusée", "Version refused"),
    "policy.clause.repeal-started": Label("Abrogation d'une clause commencée", "Repeal of a clause started"),
    "policy.repeal.stated": Label("Abrogation demandée", "Repeal asked for"),
    "policy.repeal.agreed": Label("Abrogation décidée", "Repeal decided"),
    "policy.repeal.dropped": Label("Abrogation abandonnée", "Repeal dropped"),
    "policy.review.recorded": Label("Révision faite", "Review made"),
    "policy.version.raised": Label("Changement déclaré majeur", "Change made a major one"),
    "policy.version.taken-back": Label("Proposition reprise", "Proposal taken back"),
    "policy.version.approved": Label("Version approuvée", "Version approved"),
    "policy.version.adopted": Label("Version adoptée", "Version adopted"),
    "policy.version.came-into-force": Label("Entrée en vigueur d'une version", "Version came into force"),
}
