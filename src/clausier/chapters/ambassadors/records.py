"""What the room keeps of people: for retention, access requests, the proof pack and backups."""

from datetime import datetime
from typing import Any

from clausier.audit.records import Kind
from clausier.chapters.ambassadors.models import Call, Commitment, Paper, Remark, Station
from clausier.document.vocabulary import Label


def _purge_commitments(before: datetime) -> int:
    return Commitment.objects.filter(at__lt=before).delete()[0]


def _purge_remarks(before: datetime) -> int:
    return Remark.objects.filter(at__lt=before).exclude(answered=None).delete()[0]


def _commitment(row: Commitment) -> dict[str, Any]:
    return {
        "at": row.at.isoformat(),
        "version": row.version.number,
        "word": row.word,
        "clauses": row.clauses,
        "language": row.language,
        "code": row.code,
        "declined": row.declined,
        "shown": row.shown,
        "by_hand_of": row.paper.collector.name if row.paper else None,
    }


def _remark(row: Remark) -> dict[str, Any]:
    answered = row.answered.isoformat() if row.answered else None
    return {
        "at": row.at.isoformat(),
        "version": row.version.number,
        "kind": row.kind,
        "to": row.to,
        "clause": row.clause,
        "text": row.text,
        "answer": row.answer,
        "answered": answered,
    }


def _paper(row: Paper) -> dict[str, Any]:
    return {"day": row.day, "entered": row.at, "answers": row.answers.count()}


def _purge_papers(before: datetime) -> int:
    return Paper.objects.filter(at__lt=before, answers=None).delete()[0]


def _station(row: Station) -> dict[str, Any]:
    return {"team": row.team, "made": row.made, "closed": row.closed}


def _call(row: Call) -> dict[str, Any]:
    return {"version": row.campaign.version.number, "asked": row.asked, "due": row.due, "done": row.done}


def _purge_calls(before: datetime) -> int:
    return Call.objects.filter(campaign__closed__lt=before, asked__lt=before).delete()[0]


ACTS = {
    "ambassadors.campaign.opened": Label("Campagne ouverte", "Campaign opened"),
    "ambassadors.campaign.asked": Label("Personnes invitées à signer", "People asked to sign"),
    "ambassadors.campaign.exported": Label("Liste de la campagne exportée", "List of the campaign exported"),
    "ambassadors.reminder.asked": Label("Rappel demandé", "Reminder asked for"),
    "ambassadors.station.opened": Label("Code d'équipe créé", "Code of a team made"),
    "ambassadors.station.paused": Label(
        "Code d'équipe suspendu un jour : trop d'essais manqués",
        "Code of a team paused for a day: too many wrong tries",
    ),
    "ambassadors.station.closed": Label("Code d'équipe fermé", "Code of a team closed"),
    "ambassadors.lateness.told": Label("Retards signalés", "Lateness told"),
    "ambassadors.commitment.given": Label("Engagement donné", "Word given"),
    "ambassadors.commitment.declined": Label("Engagement refusé", "Word declined"),
    "ambassadors.remark.written": Label("Question ou préoccupation écrite", "Question or concern written"),
    "ambassadors.remark.answered": Label("Question ou préoccupation répondue", "Question or concern answered"),
    "ambassadors.concern.entrusted": Label(
        "Préoccupation confiée à la représentation", "Concern entrusted to the representative"
    ),
    "ambassadors.link.handed": Label("Lien de signature remis", "Link to sign handed over"),
}
KINDS = (
    Kind(
        "ambassadors.commitment",
        Label("réponses à la politique", "answers to the policy"),
        Commitment,
        "person",
        "at",
        _purge_commitments,
        _commitment,
        "signature",
    ),
    Kind(
        "ambassadors.remark",
        Label("questions et préoccupations", "questions and concerns"),
        Remark,
        "person",
        "at",
        _purge_remarks,
        _remark,
    ),
    Kind(
        "ambassadors.paper",
        Label("signatures sur papier que la personne a recueillies", "signatures on paper that the person collected"),
        Paper,
        "collector",
        "at",
        _purge_papers,
        _paper,
        "signature",
    ),
    Kind(
        "ambassadors.station",
        Label("codes d'équipe que la personne a créés", "codes of teams that the person made"),
        Station,
        "by",
        "made",
        None,
        _station,
    ),
    Kind(
        "ambassadors.call",
        Label("ce qui est demandé dans une campagne", "what is asked in a campaign"),
        Call,
        "person",
        "asked",
        _purge_calls,
        _call,
    ),
)
