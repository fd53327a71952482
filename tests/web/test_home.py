"""The first page, at each age of an installation."""

import pytest

from clausier.identity.models import Organization
from factories.world import make_world
from people import signed_in


def test_before_anything_it_says_what_to_do(db, client):
    """A new installation leads its two first people."""
    assert "createadmin" in client.get("/fr/").content.decode()


def test_before_the_policy_it_says_so(organization, client):
    assert "en cours de rédaction" in client.get("/fr/").content.decode()


@pytest.mark.parametrize(("language", "title"), [("fr", "Politique d’utilisation"), ("en", "Social media policy")])
def test_the_policy_in_force_is_the_first_thing(language, title, db, client):
    """Its title, its version, its chapters, in the language asked."""
    make_world()
    page = client.get(f"/{language}/").content.decode()
    assert f"<h1>{title}" in page
    assert "Version 1.0" in page
    assert page.count('<span class="number">') == 11


def test_a_demonstration_says_so_on_every_page(db, client):
    """Nobody takes a made-up town for a real one."""
    world = make_world()
    Organization.objects.update(demonstration=True)
    pages = [client.get("/fr/"), client.get("/fr/nowhere"), signed_in(world.person).get("/fr/me")]
    assert all("set-clock" in page.content.decode() for page in pages)


def test_the_components_are_closed_where_people_work(db, client):
    make_world()
    assert client.get("/fr/components").status_code == 404


@pytest.mark.parametrize(("accepted", "led"), [("fr-CA,fr", "/fr/"), ("en-US", "/en/"), ("de", "/fr/")])
def test_the_browser_chooses_the_language(accepted, led, client):
    """The address of the site leads to a language that the visitor reads."""
    assert client.get("/", headers={"accept-language": accepted}).headers["Location"] == led


def test_a_language_without_its_slash_is_found(client):
    assert client.get("/fr").headers["Location"] == "/fr/"


def test_the_other_language_keeps_the_place(db):
    """Whoever changes language stays on the page, with what was asked."""
    world = make_world()
    assert 'href="/en/palette?q=nuit"' in signed_in(world.person).get("/fr/palette?q=nuit").content.decode()
