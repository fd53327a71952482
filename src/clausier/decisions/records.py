"""What decisions keep of people, for retention, access and backup."""

from typing import Any

from clausier.audit.records import Kind
from clausier.decisions.actions import purge_decisions, purge_enquiries
from clausier.decisions.models import Appeal, Decision, Enquiry
from clausier.document.vocabulary import Label

LABELS = {
    "decision": Label("décision sur un message", "decision on a message"),
    "decision-made": Label("décision que la personne a prise", "decision that the person made"),
    "appeal": Label("demande de révision d'une décision", "appeal of a decision"),
    "appeal-answered": Label("demande de révision à laquelle la personne a répondu", "appeal that the person answered"),
    "enquiry": Label("demande au sujet d'un commentaire", "enquiry about a comment"),
}


def _decision(decision: Decision) -> dict[str, Any]:
    """Return what whoever lost a message may receive: all that their notice says, and no person's name."""
    told = ("reference", "clause", "ground", "law", "facts", "quote", "effect_wanted", "effect_done", "standing")
    return {name: getattr(decision, name) for name in told} | {
        "version": decision.version.number,
        "at": decision.at.isoformat(),
    }


def _made(decision: Decision) -> dict[str, Any]:
    """Return what whoever decided may receive: their act, nothing of the person it touched."""
    return {"reference": decision.reference, "clause": decision.clause, "at": decision.at.isoformat()}


def _appeal(appeal: Appeal) -> dict[str, Any]:
    said = {name: getattr(appeal, name) for name in ("text", "contact", "outcome", "answer")}
    return said | {"reference": appeal.decision.reference, "at": appeal.at.isoformat()}


def _answered(appeal: Appeal) -> dict[str, Any]:
    return {"reference": appeal.decision.reference, "outcome": appeal.outcome, "answer": appeal.answer}


def _enquiry(enquiry: Enquiry) -> dict[str, Any]:
    said = ("place", "name", "words", "text", "contact", "answer")
    return {name: getattr(enquiry, name) for name in said} | {"at": enquiry.at.isoformat()}


KINDS = (
    Kind("decision", LABELS["decision"], Decision, "", "at", purge_decisions, _decision, "decision"),
    Kind("decision-made", LABELS["decision-made"], Decision, "by", "at", None, _made, "decision"),
    Kind("appeal", LABELS["appeal"], Appeal, "", "at", None, _appeal, "decision"),
    Kind("appeal-answered", LABELS["appeal-answered"], Appeal, "by", "at", None, _answered, "decision"),
    Kind("enquiry", LABELS["enquiry"], Enquiry, "", "at", purge_enquiries, _enquiry, "message"),
)


ACTS = {
    "decisions.decision.made": Label("Décision prise", "Decision made"),
    "decisions.decision.undone": Label("Décision rétractée", "Decision taken back"),
    "decisions.decision.purged": Label(
        "Décision effacée au terme de sa conservation", "Decision erased at the end of its term"
    ),
    "decisions.effect.reported": Label("Effet d'une décision noté", "Effect of a decision noted"),
    "decisions.notice.reported": Label("Remise d'un avis notée", "Delivery of a notice noted"),
    "decisions.appeal.lodged": Label("Révision demandée", "Appeal made"),
    "decisions.appeal.answered": Label("Réponse à une demande de révision", "Appeal answered"),
    "decisions.enquiry.made": Label("Recherche d'un commentaire demandée", "Comment asked to be looked up"),
    "decisions.enquiry.answered": Label("Réponse à une recherche de commentaire", "Comment looked up and answered"),
    "decisions.enquiry.purged": Label(
        "Recherche de commentaire effacée au terme de sa conservation",
        "Request about a comment erased at the end of its term",
    ),
}
