"""A comment arrives, is judged by the policy, removed for a reason that is cited, objected to, and comes back."""

import re

from clausier.audit.actions import verify_ledger
from clausier.audit.models import Entry
from clausier.chapters.moderation.models import Review
from clausier.decisions.models import Appeal, Decision
from journeys.conftest import INSULT, THREAD
from journeys.walker import Walker
from people import make_person

ATTACKS = "comments.attacks-removed"
FACTS = "Une insulte vise la personne du comptoir."
OBJECTION = "Je parlais de la borne du comptoir, pas d'une personne."
ANSWER = "Vous avez raison : votre commentaire est rétabli."
STORY = [
    "inbox.channel.opened",
    "inbox.batch.received",
    "decisions.decision.made",
    "moderation.review.removed",
    "decisions.effect.reported",
    "decisions.notice.reported",
    "decisions.appeal.lodged",
    "decisions.appeal.answered",
    "decisions.decision.made",
    "moderation.review.restored",
]


def test_a_comment_that_was_wrongly_removed_comes_back(world):
    """From the thread that somebody pastes to the ledger that tells all of it, by the pages alone."""
    _arrives(world)
    marc = Walker(make_person("Marc Dubois", "moderator", "appeal-decider"))
    notice = _is_removed(marc)
    author = Walker()
    _objects(author, notice)
    appeal = f"/fr/appeals/{Appeal.objects.get().uid}"
    marc.opens(appeal).sees("disabled")
    assert marc.client.post(appeal, {"answer": "Non.", "outcome": "upheld"}).status_code == 403
    anna = Walker(make_person("Anna Kowalski", "appeal-decider"))
    anna.opens("/fr/appeals").follows(appeal).sees(INSULT, OBJECTION, FACTS)
    anna.sends(button="overturned", answer=ANSWER)
    author.opens(notice).sees(ANSWER)
    _is_back(marc)
    _is_told(world)


def _arrives(world):
    manager = Walker(world.people["community-manager"])
    manager.opens("/fr/channels").sends(network="facebook", name="Page de la Ville", url="https://facebook.com/valbleu")
    manager.opens("/fr/inbox/paste").sends(text=THREAD, url="https://facebook.com/valbleu/posts/1")
    manager.sees(INSULT).sends("inbox/paste", button="")
    manager.opens("/fr/inbox").sees("niaiseuse", "Merci pour le nouveau parc")


def _is_removed(marc):
    """Marc cites a clause and a fact, does it there, and tells the author; return the address of their notice."""
    marc.opens("/fr/moderation").sees("niaiseuse").follows(f"ground={ATTACKS}")
    marc.sends("/decide", effect="remove", facts=FACTS)
    decision = Decision.objects.get()
    assert (decision.clause, decision.version.number) == (ATTACKS, "1.0")
    marc.opens("/fr/moderation/to-do").sends(decision.reference, button="by-hand")
    address = re.search(r"/fr/slip/[\w-]+", marc.page)[0]
    marc.sends(decision.reference, button="delivered")
    Walker().opens(f"/fr/decision/{decision.reference}")
    return address


def _objects(author, notice):
    number = "9.3"
    author.opens(notice).sees(INSULT, FACTS, number).follows("/appeal")
    author.sends(text=OBJECTION, button="").sees(OBJECTION)  # without the box: nothing was sent, no word was lost
    assert not Appeal.objects.exists()
    author.sends(text=OBJECTION, sure="on").sees(OBJECTION)


def _is_back(marc):
    review = Review.objects.get(item__text=INSULT)
    first, second = Decision.objects.order_by("at")
    assert (first.standing, second.effect_wanted, second.replaces) == ("overturned", "restore", first)
    marc.opens(f"/fr/moderation/{review.uid}").sees(second.reference)


def _is_told(world):
    """The ledger reads as that story, holds no word of it, and verifies."""
    told = list(Entry.objects.order_by("seq").values_list("action", flat=True))
    assert told == STORY
    said = "".join(Entry.objects.values_list("detail__details", flat=True))
    assert not [word for word in ("niaiseuse", "Tremblay", "borne", "Marc", "insulte") if word in said]
    assert verify_ledger().breaks == ()
    Walker(world.people["auditor"]).opens("/fr/ledger").sends("verify")
