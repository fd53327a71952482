"""What the policy says of itself, read aloud: when it is reviewed, and which examples the whole of it is held to."""

from clausier.document.aloud.voice import Voice
from clausier.document.model import Clause, Policy


def review_aloud(policy: Policy, language: str) -> str:
    """Return how often the policy is reviewed, and by whom; nothing when it does not say."""
    if policy.review is None:
        return ""
    voice = Voice(policy, language)
    by = voice.phrase(", par {who}", ", by {who}", who=voice.people(policy.review.by)) if policy.review.by else ""
    return voice.sentence(
        "La présente politique est revue {every}{by}",
        "This policy is reviewed {every}{by}",
        every=voice.every(policy.review.every),
        by=by,
    )


def promise_aloud(policy: Policy, clause: Clause, language: str) -> str:
    """Return what the clause promises by its examples; nothing when none is judged by the whole policy."""
    number = len(clause.promises())
    if not number:
        return ""
    voice = Voice(policy, language)
    if number == 1:
        return voice.sentence(
            "Un exemple de cette clause est mis à l'épreuve de toute la politique : "
            "aucune autre clause ne peut être plus stricte",
            "One example of this clause is tested against the whole policy: no other clause may be stricter",
        )
    return voice.sentence(
        "{n} exemples de cette clause sont mis à l'épreuve de toute la politique : "
        "aucune autre clause ne peut être plus stricte",
        "{n} examples of this clause are tested against the whole policy: no other clause may be stricter",
        n=str(number),
    )
