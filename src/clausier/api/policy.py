"""The policy in force and its decisions, as anybody may read them."""

from datetime import datetime

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from clausier.decisions.models import Decision
from clausier.identity.bearers import Bearer
from clausier.identity.states import Scope
from clausier.policy.selectors import in_force, policy_of

router = Router(tags=["policy"])
PUBLIC = "public"


class ClauseOut(Schema):
    id: str
    number: str
    chapter: str
    title: dict[str, str]
    text: dict[str, str]


class PolicyOut(Schema):
    """The public clauses of the version in force."""

    id: str
    version: str
    digest: str
    in_force_from: datetime | None
    languages: list[str]
    title: dict[str, str]
    clauses: list[ClauseOut]


class DecisionOut(Schema):
    """What anybody may know of a decision: neither the text, nor its author, nor who decided."""

    reference: str
    kind: str
    clause: str
    version: str
    ground: str
    law: str
    effect: str
    done: str
    at: datetime
    until: datetime | None
    appeal_by: datetime | None
    standing: str


@router.get("/policy", response=PolicyOut, auth=Bearer(Scope.POLICY), summary="The policy in force")
def policy(request: HttpRequest) -> PolicyOut:  # noqa: ARG001
    """Return the version in force and its public clauses, in each language of the policy."""
    version = in_force()
    if version is None:
        raise Http404
    text = policy_of(version)
    numbers = text.numbers()
    return PolicyOut(
        id=text.id,
        version=version.number,
        digest=version.digest,
        in_force_from=version.in_force_from,
        languages=list(text.languages),
        title=dict(text.title),
        clauses=[
            ClauseOut(
                id=each.id,
                number=numbers[each.id],
                chapter=chapter.chapter,
                title=dict(each.title),
                text=dict(each.text),
            )
            for chapter in text.chapters
            for each in chapter.clauses
            if each.visibility == PUBLIC
        ],
    )


@router.get(
    "/decisions/{reference}",
    response=DecisionOut,
    auth=Bearer(Scope.DECISIONS),
    summary="The public part of a decision",
)
def decision(request: HttpRequest, reference: str) -> DecisionOut:  # noqa: ARG001
    """Return a decision by its public reference."""
    name = reference.replace("\0", "").strip().upper()[:40]
    found = Decision.objects.select_related("version").filter(reference=name).first()
    if found is None:
        raise Http404
    same = ("reference", "kind", "clause", "ground", "law", "at", "until", "appeal_by", "standing")
    return DecisionOut(
        **{name: getattr(found, name) for name in same},
        version=found.version.number,
        effect=found.effect_wanted,
        done=found.effect_done,
    )
