"""The amendment of the third month: proposed, approved by another person, in force; and the next one, which waits."""

from collections.abc import Mapping
from datetime import datetime

from clausier.demo.town import Town
from clausier.policy import actions as policy
from clausier.policy.models import Version
from clausier.policy.states import Status

Pairs = tuple[tuple[str, str], ...]
Changes = Mapping[str, Pairs]

COMMENTS, RESPONSES = "chapters/09-comments.yaml", "chapters/08-responses.yaml"
# What the council heard: ten working days are long for a few words, and staff wondered what they owe on a day off.
# Both languages and what the program runs change in step.
AMENDMENT = {
    COMMENTS: (
        ("Elle vous répond en dix jours ouvrables.", "Elle vous répond en cinq jours ouvrables."),
        ("answers you within ten working days", "answers you within five working days"),
        ("answered: 10d", "answered: 5d"),
    ),
    RESPONSES: (
        (
            "Rien ne vous oblige à répondre depuis votre",
            "Rien ne vous oblige à répondre, en congé ou non, depuis votre",
        ),
        ("Nothing obliges you to answer from your", "Nothing obliges you to answer, on a day off or not, from your"),
    ),
}
NEXT = {
    RESPONSES: (
        (
            "n'avez pas à porter cela sans aide.",
            "n'avez pas à porter cela sans aide, et quelqu'un vous rappelle avant la fin de la journée.",
        ),
        ("\n        alone. A cry", "\n        alone, and somebody calls you back before the day ends. A cry"),
    )
}


def propose_amendment(town: Town) -> None:
    """Write that appeals are answered faster and that a day off is one, and propose it."""
    _propose(town, "Répondre plus vite, et se reposer sans gêne", AMENDMENT)


def approve_amendment(town: Town) -> None:
    """Let another person approve what is proposed."""
    policy.approve(actor=town["Luc Desjardins"], version=_proposed())


def adopt_amendment(town: Town, in_force_from: datetime) -> None:
    """Adopt it, for a date."""
    policy.adopt(actor=town["Luc Desjardins"], version=_proposed(), in_force_from=in_force_from)


def propose_next(town: Town) -> None:
    """Leave one proposal that waits for its approval, so that somebody has it to do."""
    _propose(town, "Rappeler qui a reçu un appel à l'aide", NEXT)


def _propose(town: Town, title: str, changes: Changes) -> None:
    """Start a draft from the version in force, change some chapters, and propose it."""
    author = town["Odile Tremblay"]
    draft = policy.start_draft(actor=author, title=title)
    files = draft.files | {path: _changed(path, draft.files[path], pairs) for path, pairs in changes.items()}
    draft = policy.save_draft(actor=author, version=draft, files=files, revision=draft.revision)
    policy.propose(actor=author, version=draft)


def _changed(path: str, text: str, pairs: Pairs) -> str:
    for old, new in pairs:
        if old not in text:
            raise LookupError(f"{path} no longer says: {old}")
        text = text.replace(old, new)
    return text


def _proposed() -> Version:
    return Version.objects.filter(status=Status.PROPOSED).latest("made")
