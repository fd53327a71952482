"""Campaigns: who is asked, who has answered, team by team."""

import csv
from datetime import UTC, date, datetime, timedelta

import pytest

from clausier.audit.models import Entry
from clausier.chapters.ambassadors.actions import campaign as acts
from clausier.chapters.ambassadors.actions import keep_campaign, remind_again
from clausier.chapters.ambassadors.models import Call, Campaign
from clausier.chapters.ambassadors.selectors.campaigns import askings, by_audience, by_team, counted, together
from clausier.identity.actions import add_absence, change_person, end_person, send_digests
from clausier.identity.models import Person
from clausier.lib.clock import now, set_clock
from clausier.lib.refusals import RefusedError
from clausier.policy.actions import announce
from clausier.tasks.models import Mail
from factories.ambassadors import amended, asking, give_word, make_version
from people import make_person, signed_in

MONDAY = datetime(2026, 11, 23, 15, tzinfo=UTC)
TEN_DAYS = "commit: {as: acknowledge, within: 10d, remind: [2d]}"


@pytest.fixture(autouse=True)
def version(organization):
    """A policy that asks everybody for a word within ten working days."""
    set_clock(MONDAY)
    Person.objects.create(name="Installer", email="installer@valbleu.example", relation="agency")
    return make_version(asking(TEN_DAYS))


@pytest.fixture
def officer():
    return make_person("Olga", "people-officer", unit="Human resources")


def _bar():
    return together(counted(Campaign.objects.get(closed=None)))


def test_everybody_is_asked_once():
    """A thousand at a time; run again, it asks nobody twice."""
    make_person("Paul", unit="Roads")
    make_person("Zoe", unit="Pools")
    keep_campaign()
    keep_campaign()
    assert Call.objects.asked().count() == 2
    assert [bar.name for bar in by_team(counted(Campaign.objects.get()))] == ["Pools", "Roads"]
    assert Entry.objects.filter(action="ambassadors.campaign.opened").count() == 1
    assert Entry.objects.filter(action="ambassadors.campaign.asked").count() == 1


def test_it_goes_on_where_it_was_stopped(monkeypatch):
    """Each batch is a transaction of its own: what was written stays."""
    monkeypatch.setattr(acts, "BATCH", 2)
    for number in range(5):
        make_person(f"Person {number}")
    whole = acts.calls_of
    monkeypatch.setattr(acts, "calls_of", lambda *given: 1 / 0 if Call.objects.count() == 2 else whole(*given))
    with pytest.raises(ZeroDivisionError):
        keep_campaign()
    assert Call.objects.count() == 2
    assert Campaign.objects.get().filled is None
    monkeypatch.setattr(acts, "calls_of", whole)
    keep_campaign()
    assert Call.objects.asked().count() == 5
    assert Campaign.objects.get().filled


def test_newcomers_join_by_themselves():
    """With a time of their own, from the day they come."""
    first = make_person("Paul")
    keep_campaign()
    set_clock(MONDAY + timedelta(days=30))
    second = make_person("Zoe")
    keep_campaign()
    dues = dict(Call.objects.asked().values_list("person", "due"))
    assert dues[first.pk] + timedelta(days=20) < dues[second.pk]


def test_an_answer_counts_at_once(officer):
    keep_campaign()
    give_word(officer)
    assert _bar()[1:] == (1, 1, 0, 0)


def test_whoever_leaves_is_asked_no_more(officer):
    """Whoever had answered goes on counting."""
    paul, zoe = make_person("Paul"), make_person("Zoe")
    keep_campaign()
    give_word(zoe)
    end_person(actor=officer, person=paul)
    end_person(actor=officer, person=zoe)
    assert set(Call.objects.asked().values_list("person", flat=True)) == {officer.pk, zoe.pk}


def test_an_absence_moves_the_day(officer):
    """The clock stands still while somebody is away, and the count follows."""
    paul = make_person("Paul")
    keep_campaign()
    before = Call.objects.get(person=paul).due
    add_absence(actor=officer, person=paul, first=date(2026, 11, 24), last=date(2026, 12, 8))
    keep_campaign()
    assert Call.objects.get(person=paul).due > before + timedelta(days=10)


def test_a_person_who_changes_team_is_counted_there(officer):
    paul = make_person("Paul", unit="Roads")
    keep_campaign()
    change_person(actor=officer, person=paul, unit="Pools")
    keep_campaign()
    assert "Pools" in [bar.name for bar in by_team(counted(Campaign.objects.get()))]


def test_a_new_version_opens_its_own():
    """The one before is closed, and keeps its numbers."""
    paul = make_person("Paul")
    keep_campaign()
    give_word(paul)
    set_clock(MONDAY + timedelta(days=1))
    amended(files=asking(TEN_DAYS))
    keep_campaign()
    first = Campaign.objects.get(version__major=1)
    assert first.closed
    assert together(counted(first)).done == 1
    assert _bar().open == 1


def test_a_version_in_force_opens_it_in_the_background(version):
    """The date comes, the queue is told, nobody waits for a hundred thousand people."""
    from django_tasks_db.models import DBTaskResult

    version.announced = None
    version.save()
    announce()
    assert DBTaskResult.objects.filter(task_path__endswith="receivers.open_campaign").count() == 1


def test_a_year_later_it_is_asked_again():
    """``every`` brings those who had answered back."""
    make_version(asking("commit: {as: acknowledge, within: 10d, every: 12m}"))
    paul = make_person("Paul")
    keep_campaign()
    give_word(paul)
    assert _bar().done == 1
    set_clock(now() + timedelta(days=370))
    keep_campaign()
    assert _bar().open == 1


def test_the_officer_sees_bars_and_people(officer):
    make_person("Paul", unit="Roads", email=None)
    keep_campaign()
    browser, campaign = signed_in(officer), Campaign.objects.get()
    page = browser.get("/en/campaigns").content.decode()
    assert "Roads" in page
    assert "<progress" in page
    people = browser.get(f"/en/campaigns/{campaign.uid}/people?state=open&team=Roads").content.decode()
    assert "Paul" in people
    assert "Olga</th>" not in people
    assert "Hand a link over" in people
    assert browser.get(f"/en/campaigns/{campaign.uid}/people?state=nothing").status_code == 404
    give_word(officer)
    done = browser.get(f"/en/campaigns/{campaign.uid}/people?state=done").content.decode()
    assert "Olga</th>" in done
    assert "Paul" not in done


def test_each_audience_has_its_bar(officer):
    """Whoever is of several counts in each; an audience that is asked nothing has none."""
    managers = asking(TEN_DAYS)["chapters/02-transparency.yaml"].replace("[everyone]", "[everyone, managers]")
    make_version(asking(TEN_DAYS) | {"chapters/02-transparency.yaml": managers})
    paul = make_person("Paul", unit="Roads", audiences=["managers", "agencies"])
    keep_campaign()
    give_word(officer)
    bars = by_audience(counted(Campaign.objects.get(closed=None)))
    assert {slug: (bar.total, bar.done) for slug, bar in bars.items()} == {"everyone": (2, 1), "managers": (1, 0)}
    change_person(actor=officer, person=paul, audiences=[])
    keep_campaign()
    assert "managers" not in by_audience(counted(Campaign.objects.get(closed=None)))


def test_an_audience_leads_to_its_people(officer):
    make_person("Paul", unit="Roads", relation="elected", audiences=["everyone"])
    keep_campaign()
    browser, campaign = signed_in(officer), Campaign.objects.get()
    assert "audience=everyone" in browser.get("/en/campaigns").content.decode()
    listed = browser.get(f"/en/campaigns/{campaign.uid}/people?state=open&audience=everyone").content.decode()
    assert "Paul" in listed
    assert "audience=everyone&amp;" in listed or "&amp;audience=everyone" in listed
    empty = browser.get(f"/en/campaigns/{campaign.uid}/people?state=open&audience=every").content.decode()
    assert "Paul" not in empty


def test_the_list_is_taken_away_as_a_sheet(officer):
    """And the ledger says so."""
    make_person("=Paul", unit="Roads")
    keep_campaign()
    answer = signed_in(officer).post(f"/en/campaigns/{Campaign.objects.get().uid}/export")
    rows = list(csv.reader(b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()))
    assert rows[0][1] == "Name"
    assert "'=Paul" in [row[1] for row in rows]
    assert Entry.objects.filter(action="ambassadors.campaign.exported").exists()


def test_what_is_asked_is_told_in_words(version):
    [(slug, _name, [demand])] = askings(version, "en")
    assert slug == "everyone"
    assert demand.word == "I have read and know whom to ask"
    assert demand.within == "within 10 working days"


def test_a_manager_has_the_late_ones_reminded():
    """Their own people only, and once a day."""
    manager = make_person("Max", "manager")
    paul, zoe = make_person("Paul", manager=manager), make_person("Zoe")
    keep_campaign()
    set_clock(MONDAY + timedelta(days=30))
    send_digests()
    set_clock(now() + timedelta(minutes=5))
    assert remind_again(actor=manager, campaign=Campaign.objects.get()) == 1
    send_digests()
    assert Mail.objects.filter(to=paul.email).count() == 1
    set_clock(MONDAY + timedelta(days=31))
    send_digests()
    assert Mail.objects.filter(to=paul.email).count() == 2
    assert Mail.objects.filter(to=zoe.email).count() == 1


def test_nobody_else_has_people_reminded(officer):
    keep_campaign()
    with pytest.raises(RefusedError, match="not-permitted"):
        remind_again(actor=make_person("Paul"), campaign=Campaign.objects.get())


def test_before_any_version_there_is_a_page(officer, version):
    version.delete()
    assert signed_in(officer).get("/en/campaigns").status_code == 200
