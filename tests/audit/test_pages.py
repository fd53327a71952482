"""The pages of the ledger: acts in words, whether it holds, and erasing."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from clausier.audit import triggers
from clausier.audit.models import Detail, Entry
from clausier.audit.permissions import ERASERS
from clausier.audit.selectors import SIZE
from clausier.audit.sources import DatabaseSource
from clausier.audit.verification import verify
from clausier.identity.permissions import PERMISSIONS
from clausier.lib import clock
from factories.ledger import run, write_acts
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def auditor():
    return signed_in(make_person("Paul Roy", "auditor"))


@pytest.fixture
def officer():
    return signed_in(make_person("Odile Roy", "privacy-officer"))


def _shown(client, query=""):
    """The numbers of the entries that the page shows."""
    return [row.entry.seq for row in client.get(f"/en/ledger?{query}").context["rows"]]


def test_it_is_closed_to_others():
    """A page of who did what."""
    assert signed_in(make_person("Luc Roy", "administrator", "people-officer")).get("/fr/ledger").status_code == 403


def test_acts_are_told_in_words(officer, auditor):
    """By a person's name, which the ledger itself does not hold."""
    officer.post(f"/fr/ledger/{write_acts(1)[0].seq}/erase", {"reason_code": "request", "agreed": "on"})
    page = auditor.get("/fr/ledger").content.decode()
    assert "Détails d&#x27;une entrée effacés" in page
    assert "Odile Roy" in page
    assert not Entry.objects.filter(actor__contains="Odile").exists()


def test_pages_follow_one_another(auditor):
    """Every entry once, the newest first."""
    write_acts(SIZE + 3)
    first = _shown(auditor)
    assert first == list(range(SIZE + 3, 3, -1))
    assert _shown(auditor, f"before={first[-1]}") == [3, 2, 1]
    assert _shown(auditor, "before=abc") == first


def test_filters(auditor):
    """By act, by whom or on what, by days."""
    clock.set_clock(datetime(2026, 3, 1, 12, tzinfo=UTC))
    write_acts(2, actor="ada")
    clock.set_clock(datetime(2026, 3, 2, 12, tzinfo=UTC))
    write_acts(2)
    assert _shown(auditor, "name=ada") == [2, 1]
    assert _shown(auditor, "name=thing0") == [3, 1]
    assert _shown(auditor, "since=2026-03-02") == [4, 3]
    assert _shown(auditor, "until=2026-03-01") == [2, 1]
    assert _shown(auditor, "since=2026-03-02&until=2026-03-01") == []
    assert _shown(auditor, "action=audit.entry.erased") == []
    assert len(_shown(auditor, "since=nonsense")) == 4


def test_verifying_now_says_whether_it_holds(auditor):
    """And once somebody has tampered, what is wrong and since which entry."""
    write_acts(3)
    assert "Yes: 3 entries" in auditor.post("/en/ledger/verify", follow=True).content.decode()
    run(triggers.unmade(connection.vendor))
    Entry.objects.filter(seq=2).update(actor="x")
    assert "Entry 2 was changed." in auditor.post("/en/ledger/verify", follow=True).content.decode()


def test_a_long_ledger_is_verified_by_the_worker(auditor, monkeypatch):
    """Nobody waits for it."""
    monkeypatch.setattr("clausier.audit.periodic.AT_ONCE", 1)
    write_acts(2)
    assert "the worker verifies it" in auditor.post("/en/ledger/verify", follow=True).content.decode()


def test_erasing_needs_the_box_and_the_right(officer, auditor):
    """What was chosen stays in the form."""
    address = f"/en/ledger/{write_acts(1)[0].seq}"
    assert auditor.post(f"{address}/erase", {"reason_code": "request", "agreed": "on"}).status_code == 403
    assert "Erase the details" not in auditor.get(address).content.decode()
    again = officer.post(f"{address}/erase", {"reason_code": "mistake"})
    assert '<option value="mistake" selected' in again.content.decode()
    assert Detail.objects.get(pk=1).details is not None
    done = officer.post(f"{address}/erase", {"reason_code": "mistake", "agreed": "on"}, follow=True)
    assert "They were erased by entry 2." in done.content.decode()
    assert verify(DatabaseSource()).erased == 1


def test_who_erases_is_who_the_table_says():
    """The ledger stands below people, so it names the role itself."""
    assert PERMISSIONS["audit.entry.erase"] == ERASERS


def test_reading_writes_nothing(auditor, officer):
    """Neither the page nor an entry."""
    write_acts(1)
    for client in (auditor, officer):
        assert client.get("/fr/ledger").status_code == client.get("/fr/ledger/1").status_code == 200
    assert Entry.objects.count() == 1
    assert auditor.get("/fr/ledger/99").status_code == 404
