"""The letter of the day: all that is asked of a person, when something of it calls for one."""

from datetime import UTC, datetime, timedelta

import pytest

from clausier.chapters.ambassadors.actions import keep_campaign
from clausier.identity import duties
from clausier.identity.actions import send_digests
from clausier.identity.duties import Duty
from clausier.identity.models import Absence, Digest, Person
from clausier.lib.clock import now, set_clock
from clausier.policy.actions import open_consultation, start_draft
from clausier.tasks.models import Mail
from factories.ambassadors import asking, give_word, make_remark, make_version
from people import make_person

MONDAY = datetime(2026, 11, 23, 15, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def asked(organization, monkeypatch):
    """What a room asks of whoever holds a role; a test changes it."""
    set_clock(MONDAY)
    Person.objects.create(name="Installer", email="installer@valbleu.example", relation="agency", is_active=False)
    told = []
    monkeypatch.setattr(duties, "_sources", {})
    duties.register(lambda _person: told)
    return told


def _duty(key="one", due=None, **values):
    return Duty(key, f"Do {key}", "", due, f"/en/{key}", **values)


def _days(asked_on=range(12)):
    """The days on which a letter left, one hour after the other."""
    for day in asked_on:
        set_clock(MONDAY + day * DAY)
        send_digests()
        set_clock(now() + HOUR)
        send_digests()
    return [round((each.at - MONDAY) / DAY) for each in Digest.objects.order_by("at")]


def test_one_letter_names_every_duty(asked):
    """With its address, the most pressing first, what is late said so."""
    author = make_person("Ann", "author", language="en")
    asked += [_duty("later", MONDAY + 5 * DAY), _duty("late", MONDAY - DAY)]
    assert send_digests() == 1
    mail = Mail.objects.get(to=author.email)
    assert mail.subject == "Ville de Val-Bleu: 2 things wait for you"
    assert mail.text.index("Do late (was due on 22 November 2026)") < mail.text.index("Do later (due on 28")
    assert "/en/late\n" in mail.text
    assert "/en/me" in mail.text


def test_one_duty_is_the_subject(asked):
    author = make_person("Ann", "author", language="en")
    asked.append(_duty())
    send_digests()
    assert Mail.objects.get(to=author.email).subject == "Ville de Val-Bleu: Do one"


def test_a_long_list_is_cut(asked):
    make_person("Ann", "author", language="en")
    asked += [_duty(f"n{number:02}") for number in range(25)]
    send_digests()
    mail = Mail.objects.get()
    assert "Do n19" in mail.text
    assert "Do n20" not in mail.text
    assert "And 5 more" in mail.text


def test_what_was_said_is_said_again_after_a_week(asked):
    """Not each day: a letter that says nothing new is not read."""
    make_person("Ann", "author")
    asked.append(_duty())
    assert _days() == [0, 7]


def test_something_new_calls_the_next_day(asked):
    """One a day, whatever comes."""
    make_person("Ann", "author")
    asked.append(_duty())
    send_digests()
    asked.append(_duty("two"))
    assert _days(range(3)) == [0, 1]
    assert Digest.objects.latest("at").told == ["one", "two"]


def test_the_eve_of_a_term_calls_and_its_end(asked):
    make_person("Ann", "author")
    asked.append(_duty(due=MONDAY + 4 * DAY))
    assert _days(range(8)) == [0, 3, 4]


def test_what_does_not_call_is_told_with_the_rest(asked):
    make_person("Ann", "author")
    asked.append(_duty("quiet", calls=False))
    assert _days(range(9)) == []
    asked.append(_duty())
    assert _days([9]) == [9]
    assert "quiet" in Digest.objects.get().told


def test_whoever_has_no_role_nor_address_or_is_away_has_none(asked):
    """Nor a manager who is nothing else: the clauses say when managers are told."""
    asked.append(_duty())
    make_person("Paul")
    make_person("Max", "manager")
    make_person("Zoe", "author", email=None)
    away = make_person("Ann", "author")
    Absence.objects.create(person=away, first=MONDAY.date(), last=MONDAY.date())
    assert send_digests() == 0
    set_clock(MONDAY + DAY)
    assert send_digests() == 1


def test_it_is_in_the_language_of_each(asked):
    make_person("Ann", "author", language="en")
    make_person("Odile", "author", language="fr")
    asked.append(_duty())
    send_digests()
    assert sorted(each.text[:7] for each in Mail.objects.all()) == ["Bonjour", "Hello A"]


@pytest.fixture
def version(organization):
    set_clock(MONDAY)
    return make_version(asking("commit: {as: acknowledge, within: 10d}"))


def test_signing_stands_in_the_same_letter(version):
    """Two rooms, one letter: the clauses to sign, and the question to answer."""
    author = make_person("Ann", "author", language="en")
    make_remark()
    keep_campaign()
    send_digests()
    mail = Mail.objects.get(to=author.email)
    assert "Read and sign 1 clause" in mail.text
    assert "Answer a question about the policy" in mail.text


def test_a_consultation_of_everybody_is_told_once(version):
    """To people without any role, too."""
    author, paul = make_person("Ann", "author"), make_person("Paul")
    give_word(paul)
    draft = start_draft(actor=author, title="Tablets")
    send_digests()
    assert not Mail.objects.filter(to=paul.email).exists()
    set_clock(MONDAY + DAY)
    closes = (MONDAY + 20 * DAY).date()
    open_consultation(actor=author, version=draft, closes=closes, consulted="everybody")
    send_digests()
    assert "Tablets" in Mail.objects.get(to=paul.email).text
    set_clock(MONDAY + 3 * DAY)
    send_digests()
    assert Mail.objects.filter(to=paul.email).count() == 1


def test_people_of_no_role_cost_no_query_each(version, django_assert_max_num_queries):
    """A hundred thousand of them are asked to sign at once."""
    for number in range(30):
        make_person(f"Person {number}")
    keep_campaign()
    people = list(Person.objects.all())
    with django_assert_max_num_queries(25):
        called = {
            source: frozenset(rows.values_list("pk", flat=True)) for source, rows in duties.callers(now()).items()
        }
        found = duties.for_each(people, called)
    assert all(found[each.pk] for each in people)
