"""What goes wrong is told in a sentence, in the language of the page, with a way on."""

import pytest
from django.test import Client

from clausier.lib.refusals import RefusedError
from clausier.web import errors
from factories.world import make_world
from people import signed_in


@pytest.mark.parametrize(
    ("path", "words"), [("/fr/nowhere", "Cette page n&#x27;existe pas"), ("/en/nowhere", "No such page")]
)
def test_no_such_page(path, words, db, client):
    answer = client.get(path)
    assert (answer.status_code, words in answer.content.decode()) == (404, True)


def test_a_wrong_verb_gets_a_page(db):
    """With what the address allows."""
    answer = signed_in(make_world().person).post("/fr/me")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert "<h1>" in answer.content.decode()


def test_an_old_form_is_told(db):
    answer = Client(enforce_csrf_checks=True).post("/fr/account/login/", {"login": "a@b.example"})
    assert (answer.status_code, "a expiré" in answer.content.decode()) == (403, True)


def test_too_much_is_told_with_the_limit(db, client, settings):
    """The limit is in the sentence."""
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2**20
    answer = client.post("/fr/account/login/", {"login": "x" * (2**20 + 1)})
    assert (answer.status_code, "la limite est de 1" in answer.content.decode()) == (413, True)


def test_a_fragment_gets_the_sentence_alone(db, rf):
    """It is shown at the top of the page that asked, which stays as it was."""
    request = rf.post("/fr/x", headers={"HX-Request": "true"})
    answer = errors.refused(request, RefusedError("late", "Trop tard.", 409))
    assert answer.content.decode().strip() == '<p class="notice error" role="alert">Trop tard.</p>'
    assert (answer.status_code, answer.headers["HX-Retarget"]) == (409, "#main")


def test_a_program_gets_a_problem(db, rf):
    answer = errors.refused(rf.get("/api/v1/x"), RefusedError("late", "Trop tard.", 429))
    assert (answer.status_code, answer.headers["Content-Type"]) == (429, "application/json")


def test_what_breaks_is_told_in_both_languages(rf):
    """Without the database, which may be what broke."""
    page = errors.broken(rf.get("/")).content.decode()
    assert "Quelque chose s'est brisé" in page
    assert "Something broke" in page


@pytest.mark.parametrize("path", ["policy/%00", "l/%00", "slip/a%00b", "decision/%00", "people?q=%00", "?x=a%00"])
def test_what_no_text_holds_breaks_no_page(path, db):
    """PostgreSQL refuses it in the middle of a query; SQLite takes it."""
    assert Client().get(f"/fr/{path}").status_code == 400
