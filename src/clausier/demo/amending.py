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
QUIET = "chapters/06-time.yaml"


def propose_amendment(town: Town) -> None:
    """Write that appeals are answered faster, and propose it."""
    author = town["Odile Tremblay"]
    draft = policy.start_draft(actor=author, title="Répondre plus vite aux demandes de révision")
    files = dict(draft.files)
    for old, new in FASTER:
        if old not in files[REVIEW]:
            raise LookupError(f"{REVIEW} no longer says: {old}")
        files[REVIEW] = files[REVIEW].replace(old, new)
    draft = policy.save_draft(actor=author, version=draft, files=files, revision=draft.revision)
    policy.propose(actor=author, version=draft)


def approve_amendment(town: Town) -> None:
    """Let another person approve what is proposed."""
    policy.approve(actor=town["Luc Desjardins"], version=_proposed())


def adopt_amendment(town: Town, in_force_from: datetime) -> None:
    """Adopt it, for a date."""
    policy.adopt(actor=town["Luc Desjardins"], version=_proposed(), in_force_from=in_force_from)


def propose_next(town: Town) -> None:
    """Leave one proposal that waits for its approval, so that somebody has it to do."""
    author = town["Odile Tremblay"]
    draft = policy.start_draft(actor=author, title="Une phrase plus claire sur les appels à l'aide")
    policy.propose(actor=author, version=draft)


def _proposed() -> Version:
    return Version.objects.filter(status="proposed").latest("made")
