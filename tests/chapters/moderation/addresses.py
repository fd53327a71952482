"""The addresses of moderation, with a comment that waits and one that was removed."""

from clausier.chapters.moderation import actions
from clausier.lib.tokens import new_uid
from factories.moderation import ATTACKS, HARMLESS, INSULT, PERSONAL, make_review, moderator


def addresses(world):
    """One comment of each kind."""
    waits, gone = make_review(INSULT, external_id="waits"), make_review(INSULT, external_id="gone")
    words = {"clause": ATTACKS, "facts": "Une insulte.", "quote": "niaiseuse"}
    decision = actions.remove(actor=moderator(), review=gone, revision=1, **words).decision
    return {
        "moderation": {},
        "moderation-list": {},
        "moderation-sweep": {},
        "moderation-todo": {},
        "moderation-fairness": {},
        "moderation-review": {"uid": waits.uid},
        "moderation-act": {"uid": waits.uid, "verb": "keep"},
        "moderation-report": {"reference": decision.reference},
    }


def grow(world):
    """More comments: waiting, harmless, hidden by the program."""
    for text in (INSULT, HARMLESS, PERSONAL) * 4:
        make_review(text, external_id=new_uid())
