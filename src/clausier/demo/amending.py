"""The amendment of the third month: proposed, approved by another person, in force; and the next one, which waits."""

from datetime import datetime

from clausier.demo.town import Town
from clausier.policy import actions as policy
from clausier.policy.models import Version

REVIEW = "chapters/09-comments.yaml"
# What the council heard: ten working days are long for a few words. Both languages and the rule change in step.
FASTER = (
    ("Elle vous répond en dix jours ouvrables.", "Elle vous répond en cinq jours ouvrables."),
    ("answers you within ten working days", "answers you within five working days"),
    ("answered: 10d", "answered: 5d"),
)
URGENT = "chapters/08-responses.yaml"
CALLED_BACK = (
    (
        "n'avez pas à porter cela sans aide.",
        "n'avez pas à porter cela sans aide, et quelqu'un vous rappelle avant la fin de la journée.",
    ),
    ("\n        alone. A cry", "\n        alone, and somebody calls you back before the day ends. A cry"),
)


def propose_amendment(town: Town) -> None:
    """Write that appeals are answered faster, and propose it."""
    _propose(town, "Répondre plus vite aux demandes de révision", REVIEW, FASTER)


def approve_amendment(town: Town) -> None:
    """Let another person approve what is proposed."""
    policy.approve(actor=town["Luc Desjardins"], version=_proposed())


def adopt_amendment(town: Town, in_force_from: datetime) -> None:
    """Adopt it, for a date."""
    policy.adopt(actor=town["Luc Desjardins"], version=_proposed(), in_force_from=in_force_from)


def propose_next(town: Town) -> None:
    """Leave one proposal that waits for its approval, so that somebody has it to do."""
    _propose(town, "Rappeler qui a reçu un appel à l'aide", URGENT, CALLED_BACK)


def _propose(town: Town, title: str, path: str, changes: tuple[tuple[str, str], ...]) -> None:
    """Start a draft from the version in force, change a chapter, and propose it."""
    author = town["Odile Tremblay"]
    draft = policy.start_draft(actor=author, title=title)
    text = draft.files[path]
    for old, new in changes:
        if old not in text:
            raise LookupError(f"{path} no longer says: {old}")
        text = text.replace(old, new)
    files = draft.files | {path: text}
    draft = policy.save_draft(actor=author, version=draft, files=files, revision=draft.revision)
    policy.propose(actor=author, version=draft)


def _proposed() -> Version:
    return Version.objects.filter(status="proposed").latest("made")
