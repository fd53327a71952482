"""Where people stand, and who may see it."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.chapters.ambassadors.actions import decline, hand_link, keep_campaign
from clausier.chapters.ambassadors.models import Campaign, Commitment, Remark
from clausier.chapters.ambassadors.selectors import counts_of, team_of
from clausier.chapters.ambassadors.selectors.progress import STATES, hidden
from clausier.identity.models import Link
from clausier.lib import clock
from factories.ambassadors import asking, give_word, make_version
from people import make_person, signed_in


@pytest.fixture(autouse=True)
def version(organization):
    """A policy is in force."""
    return make_version(asking("commit: {as: acknowledge, within: 2d}"))


def test_a_manager_sees_their_own_team():
    """Late or done, and nobody else's people."""
    manager = make_person("Max Manager", "manager")
    mine, other = make_person("Paul", manager=manager), make_person("Zoe")
    assert [each.person for each in team_of(manager)] == [mine]
    page = signed_in(manager).get("/en/progress").content.decode()
    assert "Paul" in page
    assert other.name not in page


def test_late_comes_first_and_done_last():
    manager = make_person("Max Manager", "manager")
    give_word(make_person("Olga", manager=manager))
    make_person("Paul", manager=manager)
    later = clock.now() + timedelta(days=10)
    states = [each.state for each in team_of(manager, later)]
    assert states == sorted(states, key=STATES.index)
    assert states == ["late", "done"]


def test_who_declined_is_done():
    """A refusal is nobody's business but the person's."""
    manager = make_person("Max Manager", "manager")
    person = make_person("Paul", manager=manager)
    version = make_version(asking())
    decline(person=person, version=version, word="acknowledge", language="fr", digest=version.digest)
    assert {each.person: each.state for each in team_of(manager)}[person] == "done"
    assert "declined" not in signed_in(manager).get("/en/progress").content.decode()


def test_an_observer_sees_no_person():
    """Counts alone; under five people nothing; neither teams nor names."""
    observer = make_person("Oscar Observer", "observer")
    make_person("Paul Person", unit="Roads")
    keep_campaign()
    browser = signed_in(observer)
    page = browser.get("/en/campaigns").content.decode()
    assert "Paul Person" not in page
    assert "Roads" not in page
    assert browser.get(f"/en/campaigns/{Campaign.objects.get().uid}/people").status_code == 403
    assert browser.get("/en/progress").status_code == 403


def test_small_counts_are_hidden():
    for number in range(6):
        make_person(f"Person {number}")
    give_word(make_person("Only One"))
    keep_campaign()
    counts = counts_of(Campaign.objects.get())
    assert counts.total >= 7
    assert counts.done is None


@given(st.tuples(*[st.integers(0, 40)] * 3))
def test_no_small_count_can_be_worked_out(numbers):
    """A number under five is hidden, and never the only one that is."""
    counts = hidden(Counter(dict(zip(STATES, numbers, strict=True))))
    told = dict(zip(("late", "open", "done"), numbers, strict=True))
    for name, number in told.items():
        shown = getattr(counts, name)
        assert shown in (None, number)
        assert shown is None or shown == 0 or shown >= 5
    unknown = [name for name in told if getattr(counts, name) is None]
    others = [number for name, number in told.items() if number and name not in unknown]
    assert len(unknown) != 1 or not others


def test_progress_is_closed_to_the_rest():
    assert signed_in(make_person("Paul")).get("/fr/progress").status_code == 403


def test_an_officer_hands_a_link_over():
    """It is for one person, and its code can be scanned."""
    officer, person = make_person("Olga", "people-officer"), make_person("Paul", email=None)
    page = signed_in(officer).post(f"/fr/campaigns/link/{person.uid}")
    assert page.status_code == 200
    assert "data:image/svg" in page.content.decode()
    assert Link.objects.get().person == person


def test_a_manager_hands_no_link_over():
    """Whoever could sign in somebody's place is kept from it."""
    manager = make_person("Max Manager", "manager")
    person = make_person("Paul", manager=manager, email=None)
    assert signed_in(manager).post(f"/fr/campaigns/link/{person.uid}").status_code == 403


def test_a_link_reads_and_signs(client, version):
    """Opened, or sent without its box, it changes nothing; with it, once, it answers everything."""
    person = make_person("Paul", email=None)
    token = hand_link(actor=make_person("Olga", "people-officer"), person=person)
    page = client.get(f"/en/l/{token}").content.decode()
    assert "transparency.say-who-you-are" in page
    sent = {"digest": version.digest, "clauses-acknowledge": "transparency.say-who-you-are", "text": "Why?"}
    assert client.post(f"/en/l/{token}", sent).status_code == 422
    assert not Commitment.objects.exists()
    assert client.post(f"/en/l/{token}", sent | {"agreed": "yes"}).status_code == 200
    assert Commitment.objects.get().person == person
    assert Remark.objects.get().text == "Why?"
    assert client.post(f"/en/l/{token}", sent | {"agreed": "yes"}).status_code == 410
