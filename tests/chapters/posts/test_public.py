"""The check without signing in, and receipts."""

import html
import re
from datetime import timedelta

import pytest

from clausier.chapters.posts.actions import forget_tallies, tally
from clausier.chapters.posts.models import Tally
from clausier.chapters.posts.selectors.judging import Question, judge
from clausier.chapters.posts.selectors.receipts import read_receipt, receipt_of
from clausier.lib import clock
from clausier.lib.clock import set_clock
from clausier.lib.refusals import RefusedError
from factories.posts import FINE, make_town, open_public_check
from people import make_person


@pytest.fixture
def version(organization):
    """The policy of the town is in force, and anybody may ask."""
    open_public_check()
    return make_town()


def _asked(client, text, **more):
    return client.post("/fr/may-i", {"text": text, "relation": "employee"} | more)


def test_it_is_off_unless_it_is_turned_on(client, organization):
    assert client.get("/fr/may-i").status_code == 404


def test_anybody_may_ask(client, version):
    """And no machine that indexes pages keeps it."""
    page = client.get("/fr/may-i")
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "Rien à signaler" in _asked(client, FINE).content.decode()


def test_a_protected_name_is_not_told_to_strangers(client, version):
    """Neither that it is one, nor whom to ask."""
    page = html.unescape(_asked(client, "Vive Project Chickadee!").content.decode())
    assert 'class="band allow"' in page


def test_ten_a_minute(client, version):
    """The eleventh is asked to wait, and keeps what was typed."""
    set_clock(clock.now().replace(second=0))
    answers = [_asked(client, FINE) for _ in range(11)]
    assert [each.status_code for each in answers] == [200] * 10 + [429]
    assert FINE in html.unescape(answers[-1].content.decode())


def test_a_hundred_a_day(db):
    start = clock.now().replace(hour=12, minute=0, second=0)
    for number in range(100):
        set_clock(start + timedelta(minutes=number // 10))
        tally(address="192.0.2.1")
    set_clock(start + timedelta(minutes=30))
    with pytest.raises(RefusedError, match="too-often"):
        tally(address="192.0.2.1")
    tally(address="192.0.2.2")
    set_clock(start + timedelta(days=1))
    tally(address="192.0.2.1")


def test_tallies_are_forgotten(db):
    """After two days nothing is left of them."""
    tally(address="192.0.2.1")
    set_clock(clock.now() + timedelta(days=3))
    assert forget_tallies() == 2
    assert not Tally.objects.exists()


def test_five_thousand_characters(client, version):
    page = _asked(client, "x" * 5_001)
    assert "errorlist" in page.content.decode()
    assert 'class="band' not in page.content.decode()


def test_an_internal_clause_does_not_speak(client, version):
    """What the public may not read does not answer it."""
    page = html.unescape(_asked(client, "Mon NAS est le 046 454 286").content.decode())
    assert re.search(r'class="band (block|review|advise)"', page)


def test_a_receipt_is_that_of_its_text(version):
    """Of this very text, whatever ends its lines; of no other one."""
    verdict = judge(version, make_person(), Question(text=FINE))
    receipt = receipt_of("Bon\nmatin", verdict)
    read = read_receipt(f" {receipt[:50]}\n{receipt[50:]} ", "Bon\r\nmatin ")
    assert (read.is_of_text, read.action, read.version) == (True, "allow", version.number)
    assert not read_receipt(receipt, "Bon soir").is_of_text


@pytest.mark.parametrize(
    "spoil", [lambda r: r[:-4] + "AAAA", lambda r: "x." + r, lambda _: "", lambda _: "clausier-1.é.à"]
)
def test_a_receipt_that_was_changed_is_none(version, spoil):
    verdict = judge(version, make_person(), Question(text=FINE))
    assert read_receipt(spoil(receipt_of(FINE, verdict)), FINE) is None


def test_the_page_reads_a_receipt(client, version):
    receipt = receipt_of(FINE, judge(version, make_person(), Question(text=FINE)))
    page = client.post("/en/receipt", {"text": FINE, "receipt": receipt}).content.decode()
    assert "Genuine, and for this very text." in page
    page = client.post("/en/receipt", {"text": FINE, "receipt": receipt[:-3]}).content.decode()
    assert "was not given here" in page
