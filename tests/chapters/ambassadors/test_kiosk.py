"""Read and sign on a shared tablet, by number and PIN."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from clausier.audit.models import Entry
from clausier.chapters.ambassadors.actions import close_station, open_station, station
from clausier.chapters.ambassadors.models import Commitment, Station
from clausier.identity.actions import choose_pin, give_pins
from clausier.identity.models import DutyHolder, Pin
from clausier.lib.clock import now, set_clock
from clausier.lib.refusals import RefusedError
from factories.ambassadors import CLAUSE, asking, give_word, make_version
from people import make_person, signed_in


@pytest.fixture(autouse=True)
def version(organization):
    """A policy that asks everybody for a word."""
    return make_version(asking())


@pytest.fixture
def officer():
    return make_person("Olga", "people-officer")


@pytest.fixture
def paul():
    return make_person("Paul", email=None, number="1001", unit="Neige")


@pytest.fixture
def pin(officer, paul):
    [(_person, pin)] = give_pins(actor=officer, people=[paul])
    return pin


@pytest.fixture
def url(officer):
    return f"/en/kiosk/{open_station(actor=officer, team='Neige')}"


def _enter(url, pin, browser=None):
    browser = browser or Client()
    return browser, browser.post(url, {"number": "1001", "password": pin})


def _answer(version, **more):
    return {"digest": version.digest, "clauses-acknowledge": CLAUSE, "text": ""} | more


def test_a_number_and_a_pin_are_enough(url, pin, paul, version):
    """No e-mail; the box is ticked; afterwards nobody is there any more."""
    browser, entered = _enter(url, pin)
    assert entered.headers["Location"] == f"{url}/read"
    page = browser.get(f"{url}/read")
    assert CLAUSE in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert browser.post(f"{url}/read", _answer(version)).status_code == 422
    assert not Commitment.objects.exists()
    done = browser.post(f"{url}/read", _answer(version, agreed="yes"))
    assert done.status_code == 200
    assert Commitment.objects.get().person == paul
    assert browser.get(f"{url}/read").headers["Location"] == url


def test_a_browser_may_send_its_form(url):
    """One told to name no origin would have its form refused."""
    assert Client().get(url).headers["Referrer-Policy"] == "same-origin"


def test_it_opens_no_other_page(url, pin):
    """A PIN is no sign-in."""
    browser, _entered = _enter(url, pin)
    assert browser.get("/en/me").status_code == 302
    assert browser.get("/en/sign").status_code == 302


def test_it_ends_by_itself(url, pin):
    """After some minutes without a sign of life; a touch is one."""
    browser, _entered = _enter(url, pin)
    start = now()
    set_clock(start + timedelta(minutes=4))
    assert browser.post(f"{url}/alive").status_code == 204
    set_clock(start + timedelta(minutes=8))
    assert browser.get(f"{url}/read").status_code == 200
    set_clock(start + timedelta(minutes=14))
    assert browser.get(f"{url}/read").headers["Location"] == url
    assert browser.post(f"{url}/alive").status_code == 404


def test_whoever_leaves_is_forgotten(url, pin):
    browser, _entered = _enter(url, pin)
    browser.post(f"{url}/end")
    assert browser.get(f"{url}/read").headers["Location"] == url


def test_entering_signs_the_last_one_out(url, pin, officer):
    """An officer who tried the tablet leaves no open door behind."""
    browser, _entered = _enter(url, pin, signed_in(officer))
    assert browser.get("/en/me").status_code == 302


def test_a_code_on_a_wall_takes_so_many_wrong_tries_a_day(url, pin, monkeypatch):
    """One PIN tried on every number, from anywhere, is counted by the code; a right one, or a locked one, is not."""
    monkeypatch.setattr(station, "WRONG_A_DAY", 3)
    start = now()
    for number in ("9001", "9002"):
        Client().post(url, {"number": number, "password": pin}, REMOTE_ADDR=f"203.0.113.{number[-1]}")
    for _entry in range(3):
        assert _enter(url, pin)[1].status_code == 302
    Client().post(url, {"number": "9003", "password": pin})
    _browser, paused = _enter(url, pin)
    assert paused.status_code == 429
    assert "Too many wrong tries" in paused.content.decode()
    assert [each.actor for each in Entry.objects.filter(action="ambassadors.station.paused")] == ["program"]
    set_clock(start + timedelta(days=1, minutes=1))
    assert _enter(url, pin)[1].status_code == 302


def test_a_wrong_pin_is_refused_and_counted(url, pin):
    """The same answer for a number that nobody has; after five tries nobody enters, even with the right one."""
    wrong = "000000" if pin != "000000" else "111111"
    browser, answer = _enter(url, wrong)
    assert answer.status_code == 400
    assert "is not right" in answer.content.decode()
    nobody = browser.post(url, {"number": "9999", "password": wrong})
    assert "is not right" in nobody.content.decode()
    for _try in range(5):
        _enter(url, wrong, browser)
    _browser, locked = _enter(url, pin, browser)
    assert locked.status_code in (403, 429)


def test_no_pin_stands_in_the_database(url, pin):
    """Neither kept in the clear nor with the tries that failed."""
    from axes.models import AccessAttempt

    wrong = str((int(pin) + 1) % 10**6).zfill(6)
    _enter(url, wrong)
    assert pin not in Pin.objects.get().digest
    assert wrong not in repr(list(AccessAttempt.objects.values()))


def test_a_closed_or_old_code_leads_nowhere(url, officer):
    set_clock(now() + timedelta(days=91))
    assert Client().get(url).status_code == 404
    set_clock(None)
    close_station(actor=officer, station=Station.objects.get())
    assert Client().get(url).status_code == 404
    with pytest.raises(RefusedError, match="closed"):
        close_station(actor=officer, station=Station.objects.get())


def test_another_station_does_not_know_who_is_there(url, pin, officer):
    browser, _entered = _enter(url, pin)
    other = f"/en/kiosk/{open_station(actor=officer, team='Roads')}"
    assert browser.get(f"{other}/read").headers["Location"] == other


def test_pins_are_for_those_without_e_mail(officer, paul):
    """Whoever has an e-mail or a grave role chooses their own; nobody gives one to themselves."""
    others = [make_person("Zoe", number="2"), make_person("Ada", "auditor", email=None, number="3"), officer]
    assert [person for person, _pin in give_pins(actor=officer, people=[paul, *others])] == [paul]
    choose_pin(person=paul, pin="274915")
    assert give_pins(actor=officer, people=[paul]) == []
    with pytest.raises(RefusedError, match="not-permitted"):
        give_pins(actor=make_person("Max", "manager"), people=[paul])


@pytest.mark.parametrize("pin", ["12345", "1234567", "111111", "123456", "abcdef", "²²²²²²"])
def test_a_plain_pin_is_refused(paul, pin):
    with pytest.raises(ValidationError):
        choose_pin(person=paul, pin=pin)


def test_the_slips_and_the_code_are_shown_once(officer, paul):
    browser = signed_in(officer)
    assert "1001" in browser.post("/en/campaigns/stations/pins", {"team": "Neige"}).content.decode()
    assert "data:image/svg" in browser.post("/en/campaigns/stations", {"team": "Neige"}).content.decode()
    acts = set(Entry.objects.values_list("action", flat=True))
    assert {"identity.pin.given", "ambassadors.station.opened"} <= acts


def test_whoever_is_up_to_date_is_told_so(url, pin, paul):
    give_word(paul)
    browser, _entered = _enter(url, pin)
    assert "nothing waits" in browser.get(f"{url}/read").content.decode()


def test_what_was_typed_comes_back(url, pin, version):
    """The box was not ticked: the words are still there, and the person's no too."""
    browser, _entered = _enter(url, pin)
    page = browser.post(f"{url}/read", _answer(version, text="And <my> page?", declines="1")).content.decode()
    assert "And &lt;my&gt; page?</textarea>" in page
    assert 'name="declines" value="1" checked' in page


def test_a_concern_may_go_to_the_representative_alone(url, pin, paul, version):
    """Whoever has no e-mail has the same ways as the others."""
    browser, _entered = _enter(url, pin)
    assert "private" not in browser.get(f"{url}/read").content.decode()
    DutyHolder.objects.create(duty="representative", person=make_person("Rita Rep"))
    assert 'name="private"' in browser.get(f"{url}/read").content.decode()
    done = browser.post(f"{url}/read", _answer(version, agreed="yes", text="My manager insists.", private="1"))
    assert "Your representative has your concern" in done.content.decode()
    assert [(each.to, each.kind) for each in paul.remarks.all()] == [("representative", "concern")]
