"""Four things that a picture may show and that no program sees: each leads to a clause and a way on."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from clausier.chapters.ambassadors.selectors import Shown, shown_clauses
from clausier.document.vocabulary import OUTGOING
from clausier.lib.refusals import Words
from clausier.policy.models import Version
from clausier.policy.selectors import policy_of


class Tap(NamedTuple):
    """A question about a picture, and what to do when the answer is yes."""

    key: str
    ask: Words
    advice: Words


TAPS = (
    Tap(
        "someone",
        _("Can somebody be recognized?"),
        _("Ask that person before you publish, or choose a picture in which nobody can be recognized."),
    ),
    Tap(
        "minor",
        _("Is it a minor or a patient?"),
        _("Do not publish it without the written consent of a parent or of the person, given for this picture."),
    ),
    Tap(
        "screen",
        _("Is there a screen, a badge or a licence plate?"),
        _("Crop the picture or blur what can be read, then look at it once more in full size."),
    ),
    Tap(
        "place",
        _("Does it tell where or when somebody will be?"),
        _("Publish it afterwards, or without the place and the time."),
    ),
)


def clause_on_pictures(version: Version, language: str) -> Shown | None:
    """Return the clause of the policy that speaks of pictures: the first with a rule on them, confidentiality first."""
    chapters = sorted(policy_of(version).chapters, key=lambda chapter: chapter.chapter != "confidentiality")
    for chapter in chapters:
        for clause in chapter.clauses:
            if any(rule.way == OUTGOING and "image" in rule.when.has for rule in clause.rules):
                return shown_clauses(version, language)[clause.id]
    return None
