"""The policy is amended by one person, approved by another, in force at its date, and signed by whom it concerns."""

from datetime import timedelta

import pytest

from clausier.chapters.ambassadors.models import Commitment
from clausier.lib import clock
from clausier.policy.models import Version
from clausier.policy.selectors import in_force
from clausier.tasks import schedule
from journeys.walker import Walker

CLAUSE = "transparency.say-who-you-are"


@pytest.fixture
def person(world):
    """Somebody who has signed the policy as it was."""
    walker = Walker(world.person)
    walker.opens("/fr/sign")
    while 'name="sure"' in walker.page:
        walker.sends("sign/answer", button="", sure="on").opens("/fr/sign")
    return walker


def test_an_amendment_is_in_force_at_its_date_and_signed(world, person):
    """Whoever signed sees the sentence that changed and nothing else; a text that is past cannot be signed."""
    signed = Commitment.objects.count()
    assert signed
    draft = _is_written(world)
    _is_adopted(world, draft)
    assert in_force().number == "1.0"
    person.opens("/fr/sign")
    assert 'name="sure"' not in person.page
    clock.set_clock(clock.now() + timedelta(days=4))
    schedule.run_periodic.func("policy.announce", "journey")
    new = in_force()
    assert new.uid == draft
    person.opens("/fr/sign").sees("Dites-le toujours.")
    assert person.field("clauses") == CLAUSE
    _is_signed(world, person, new)
    assert Commitment.objects.count() == signed + 1


def _is_written(world):
    author = Walker(world.people["author"])
    author.opens("/fr/policy/edit").sends(title="Le dire toujours", source="last")
    draft = Version.objects.get(title="Le dire toujours")
    author.opens(f"/fr/policy/edit/{draft.uid}/clauses/{CLAUSE}")
    words = author.field("text_fr")
    said = {"text_fr": words + " Dites-le toujours.", "text_en": author.field("text_en") + " Always."}
    author.sends("clauses", button="Enregistrer", **said)
    author.opens(f"/fr/policy/edit/{draft.uid}").sees("Dites-le toujours.").sends("propose")
    return draft.uid


def _is_adopted(world, draft):
    author, approver = Walker(world.people["author"]), Walker(world.people["approver"])
    page = f"/fr/policy/edit/{draft}"
    assert author.client.post(f"{page}/act/approve", {"agreed": "on"}).status_code in {403, 409, 422}
    approver.opens(page).sends("approve", agreed="on")
    day = (clock.now() + timedelta(days=3)).date().isoformat()
    approver.opens(page).sends("act/adopt", in_force_from=day)


def _is_signed(world, person, version):
    sent = {"word": "acknowledge", "digest": world.version.digest, "clauses": CLAUSE, "sure": "on"}
    assert person.client.post("/fr/sign/answer", sent).status_code == 409
    person.opens("/fr/sign").sends("sign/answer", sure="on").sees(version.number)
    assert "/certificate/" in person.url
    Walker().opens(person.url).sees(version.digest[:12])
