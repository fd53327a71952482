"""Whoever has no e-mail reads and signs by a code that is scanned once."""

import re

from clausier.chapters.ambassadors.actions import keep_campaign
from clausier.chapters.ambassadors.models import Campaign, Commitment
from journeys.walker import Walker
from people import make_person


def test_a_person_without_email_signs_by_a_code(world):
    """Opening the link changes nothing; the box signs, once; no session is left on the telephone."""
    worker = make_person("Réjean Côté", email=None, number="1187")
    officer = Walker(world.people["people-officer"])
    keep_campaign()
    campaign = Campaign.objects.get(closed=None)
    officer.opens(f"/fr/campaigns/{campaign.uid}/people?state=open").sends(f"campaigns/link/{worker.uid}")
    address = re.search(r"/fr/l/[\w-]+", officer.page)[0]
    telephone = Walker()
    telephone.opens(address).sees("Réjean Côté")
    telephone.sends(status=422)
    assert not Commitment.objects.exists()
    telephone.opens(address).sends(agreed="yes")
    assert set(Commitment.objects.values_list("person", flat=True)) == {worker.pk}
    assert "sessionid" not in telephone.client.cookies
    Walker().opens(address, status=410)
