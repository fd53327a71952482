"""A room that is off leaves no trace: no menu, page, duty, letter; its clauses are still text."""

from datetime import UTC, datetime

import pytest

from clausier.chapters.ambassadors.actions import keep_campaign
from clausier.identity import duties, rooms
from clausier.identity.actions import send_digests
from clausier.identity.models import Organization
from clausier.tasks.models import Mail
from factories.world import make_world
from people import signed_in

pytestmark = pytest.mark.django_db


def off(*names):
    """Switch rooms off."""
    Organization.objects.update(settings={rooms.key_of(name): False for name in names})


def test_its_pages_menu_and_palette_are_gone():
    world = make_world()
    client = signed_in(world.people["moderator"])
    assert "/fr/moderation" in client.get("/fr/me").content.decode()
    off("moderation", "inbox")
    assert client.get("/fr/moderation").status_code == 404
    assert client.get("/fr/inbox").status_code == 404
    for url in ("/fr/me", "/fr/palette", "/fr/"):
        page = client.get(url).content.decode()
        assert "/fr/moderation" not in page
        assert "/fr/inbox" not in page


def test_it_asks_nothing_and_writes_to_nobody():
    world = make_world()
    before = duties.for_person(world.person)
    off("ambassadors")
    assert before
    assert duties.for_person(world.person) == []
    keep_campaign()
    send_digests(datetime(2026, 3, 3, 15, tzinfo=UTC))
    assert not Mail.objects.filter(to=world.person.email).exists()


def test_the_check_is_gone_from_the_first_page():
    world = make_world()
    client = signed_in(world.person)
    assert 'href="/fr/check"' in client.get("/fr/").content.decode()
    off("posts")
    assert 'href="/fr/check"' not in client.get("/fr/").content.decode()
    assert client.get("/fr/check").status_code == 404


def test_its_clauses_are_read_as_what_people_carry_out():
    """The software no longer says that it does it."""
    world = make_world()
    client = signed_in(world.person)
    url = f"/en/policy/{world.version.number}/{world.ground}"
    before = client.get(url)
    off("moderation", "ambassadors", "posts")
    after = client.get(url, headers={"if-none-match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "What the software does" in before.content.decode()
    assert _told(after).count("<li>") == _told(before).count("<li>")
    assert before.content != after.content


def _told(page):
    text = page.content.decode()
    return text[text.index("<article") : text.index("</article")]


def test_the_settings_open_and_close_it():
    """Each room has its switch, and a change is told."""
    world = make_world()
    client = signed_in(world.people["administrator"])
    assert "les commentaires" in client.get("/fr/settings").content.decode()
    client.post("/fr/settings/switch/room-moderation", {"on": "0"})
    assert rooms.off(Organization.objects.get()) == {"moderation"}
