"""What goes otherwise than foreseen: a text that changed meanwhile, links, two audiences, a change of clocks."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from clausier.chapters.ambassadors.actions import hand_link
from clausier.chapters.ambassadors.models import Commitment
from clausier.chapters.ambassadors.selectors import asked_of
from clausier.chapters.ambassadors.selectors.audiences import reasons_of
from clausier.chapters.ambassadors.selectors.due import Away, Deadlines
from clausier.document.model import Duration
from clausier.identity.models import Link
from clausier.lib.clock import now, set_clock
from clausier.policy.selectors import facts, policy_of
from factories.ambassadors import CLAUSE, amended, asking, make_version
from people import make_person, signed_in

TORONTO = ZoneInfo("America/Toronto")


@pytest.fixture(autouse=True)
def version(organization):
    """A policy that asks everybody for a word."""
    return make_version(asking())


def test_a_text_that_changed_is_refused_and_the_change_shown(version):
    """What was read stays on the page, marked; the next answer is on the new text."""
    browser = signed_in(make_person())
    sent = {"word": "acknowledge", "digest": version.digest, "clauses": CLAUSE, "sure": "on"}
    later = amended(files=asking())
    page = browser.post("/en/sign/answer", sent)
    assert page.status_code == 409
    assert "<ins>" in page.content.decode()
    assert not Commitment.objects.exists()
    browser.post("/en/sign/answer", sent | {"digest": later.digest})
    assert Commitment.objects.get().version == later


def test_by_a_link_too_and_it_stays_good(client, version):
    token = hand_link(actor=make_person("Olga", "people-officer"), person=make_person("Paul", email=None))
    sent = {"digest": version.digest, "clauses-acknowledge": CLAUSE, "agreed": "yes"}
    later = amended(files=asking())
    page = client.post(f"/en/l/{token}", sent)
    assert page.status_code == 409
    assert "<ins>" in page.content.decode()
    assert Link.objects.get().spent is None
    assert client.post(f"/en/l/{token}", sent | {"digest": later.digest}).status_code == 200


def test_a_digest_that_nobody_knows_shows_the_text_whole(version):
    sent = {"word": "acknowledge", "digest": "0" * 64, "clauses": CLAUSE, "sure": "on"}
    page = signed_in(make_person()).post("/en/sign/answer", sent)
    assert page.status_code == 409
    assert CLAUSE in page.content.decode()


def test_an_old_link_opens_nothing(client):
    token = hand_link(actor=make_person("Olga", "people-officer"), person=make_person("Paul", email=None))
    set_clock(now() + timedelta(days=8))
    assert client.get(f"/en/l/{token}").status_code == 410


def test_a_forwarded_link_says_whose_it_is(client):
    """The page names the person, and so does the box that is to be ticked."""
    token = hand_link(actor=make_person("Olga", "people-officer"), person=make_person("Paul", email=None))
    page = client.get(f"/en/l/{token}").content.decode()
    assert "The policy, for Paul" in page
    assert "I am Paul, and I have read" in page


def test_two_audiences_that_ask_different_words_are_told():
    """Each with its day, the first one first; the duty on one's own page is due on that day."""
    policy = policy_of(make_version(asking()))
    slug = next(name for name in policy.audiences if name != "everyone")
    person = make_person(audiences=[slug])
    clause = next(each for each in policy.clauses() if each.id == CLAUSE)
    [asked] = [each for each in asked_of(person) if each.clause.id == CLAUSE]
    sooner = asked._replace(word="agree", due=asked.due - timedelta(days=9), clause=replace(clause, audience=(slug,)))
    first, second = reasons_of(person, [asked, sooner], policy, "en")
    assert (first.word, second.word) == ("I agree", "I have read and know whom to ask")
    assert first.due < second.due
    assert reasons_of(person, [asked], policy, "en") == []
    [alike] = reasons_of(person, [asked._replace(clause=replace(clause, audience=("everyone", slug)))], policy, "en")
    assert alike.audiences.count(",") == 1


def test_a_change_of_clocks_keeps_the_end_of_the_day():
    """Due on the last minute of the day as people there see it, before and after the clocks change."""
    deadlines = Deadlines(facts())
    start = datetime(2026, 10, 30, 15, tzinfo=UTC)
    due = deadlines.after(start, Duration(1, "d", calendar=False))
    assert due == datetime(2026, 11, 2, 23, 59, tzinfo=TORONTO)
    assert due.astimezone(UTC) == datetime(2026, 11, 3, 4, 59, tzinfo=UTC)
    on_the_day = deadlines.after(start, Duration(2, "d", calendar=True))
    assert on_the_day.astimezone(UTC) == datetime(2026, 11, 2, 4, 59, tzinfo=UTC)
    moved = deadlines.after(start, Duration(2, "d", calendar=True), [Away(date(2026, 11, 1), date(2026, 11, 1))])
    assert moved.astimezone(TORONTO).date() == date(2026, 11, 2)
