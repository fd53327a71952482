"""Nothing public holds a protected entry."""

import pytest
from django.test import Client

from clausier.document.reading import read_mapping
from factories.policy import approver, changed, keeper, make_version, val_bleu
from factories.posts import open_public_check
from factories.world import make_world
from people import make_person, signed_in
from web.net import addresses_of, rooms

OLD, NEW = "mode: closed", "mode: pre"


@pytest.mark.django_db
def test_no_public_byte_holds_a_protected_entry(organization):
    """The policy of the town is published with its lists: no term, and no other spelling of one, is in any page."""
    from clausier.policy.actions import save_protected

    files = val_bleu()
    save_protected(actor=keeper(), files={path: text for path, text in files.items() if path.startswith("protected/")})
    first = make_version(files)
    second = make_version(changed(OLD, NEW, first.files))
    said = b"".join(_bytes(Client(), first, second)) + b"".join(_bytes(signed_in(approver()), first, second))
    page = said.decode().casefold()
    assert len(page) > 100_000
    assert [term for term in protected_terms(files) if term.casefold() in page] == []


def _bytes(client, *versions):
    for language in ("fr", "en"):
        paths = ["policy", "comments-policy", "policy/compare", "feed", "policy/compare?from=2.0&to=1.0", ""]
        paths += [f"policy/{version.number}" for version in versions]
        paths += [f"policy/1.0/{name}" for name in ("confidentiality.code-names", "comments.open-and-why")]
        for path in paths:
            yield client.get(f"/{language}/{path}").content


@pytest.mark.django_db
def test_no_answer_to_a_stranger_holds_a_protected_entry():
    """Of any room, an error included, nor of the API; and the public check, which runs the published rules alone."""
    world = make_world()
    open_public_check()
    terms = {term.casefold() for term in protected_terms(val_bleu())}
    asked = {"text": f"{min(terms)} mesange", "relation": "employee"}
    said = Client().get("/api/v1/openapi.json").content + Client().post("/fr/receipt", asked).content
    for route, kwargs in (each for room in rooms() for each in addresses_of(room, world)):
        for language in ("fr", "en"):
            said += Client().get(route.url(kwargs, language)).content
    page = said.decode(errors="replace").casefold()
    assert [term for term in terms - {min(terms)} if term in page] == []
    checked = Client().post("/en/may-i", asked).content.decode().split("</form>")[-1]
    assert min(terms) not in checked.casefold()


@pytest.mark.django_db
def test_those_who_keep_no_list_read_none_of_it():
    """On any page of any room, in all the roles together but that which keeps the lists."""
    world = make_world()
    terms = {term.casefold() for term in protected_terms(val_bleu())}
    browser = signed_in(make_person("Every Role", *(role for role in world.people if role != "privacy-officer")))
    found = []
    for route, kwargs in (each for room in rooms() for each in addresses_of(room, world)):
        page = browser.get(route.url(kwargs)).content.decode(errors="replace").casefold()
        found += [route.name for term in terms if term in page]
    assert found == []


def protected_terms(files):
    entries = [entry for each in read_mapping(files, "town").protected for entry in each.entries]
    terms = [term for entry in entries for term in (entry.term, *entry.also)]
    assert len(terms) >= 3
    return terms
