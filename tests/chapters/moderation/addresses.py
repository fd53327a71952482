"""The addresses of moderation, with a comment that waits and one that was removed."""

from clausier.chapters.moderation import actions
from factories.moderation import ATTACKS, HARMLESS, INSULT, make_review, moderator


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
    """More comments, waiting and harmless."""
    for number in range(8):
        make_review(INSULT, external_id=f"more-{number}")
        make_review(HARMLESS, external_id=f"harmless-{number}")
