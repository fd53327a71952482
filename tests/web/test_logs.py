"""The logs tell what went wrong, and neither a key of an address nor anybody's words."""

import io
import logging

import pytest
from django.test import Client

from clausier.lib.logs import UNKNOWN, Wordless
from factories.identity import make_link
from people import make_person

KEY = "dGhpcy1pcy1hLWtleQ"
WORDS = "Tout ce que quelqu'un a écrit"


@pytest.fixture
def logged(monkeypatch):
    """What is written to the console, by the handler of the settings."""
    handler = next(each for each in logging.getLogger().handlers if isinstance(each.formatter, Wordless))
    monkeypatch.setattr(handler, "stream", io.StringIO())
    return handler.stream.getvalue


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", [f"/fr/l/{KEY}", f"/fr/slip/{KEY}", f"/en/slip/{KEY}/appeal", f"/en/nowhere/{KEY}", f"/fr/nowhere/é\n{KEY}"]
)
def test_no_key_of_an_address_is_logged(path, organization, logged):
    """One that is gone, wrong, or mistyped: the pattern of the address stands there instead."""
    assert Client().get(path).status_code in (404, 410)
    said = logged()
    assert KEY not in said
    assert "django.request" in said
    assert UNKNOWN in said if "nowhere" in path else "<str:" in said


@pytest.mark.django_db
def test_a_key_that_still_opens_is_not_logged(organization, logged):
    """A form sent without its box, or without the guard of its page, is refused, and its link goes on living."""
    token = make_link(make_person())
    assert Client().post(f"/fr/l/{token}").status_code == 422
    assert Client(enforce_csrf_checks=True).post(f"/fr/l/{token}", {"agreed": "yes"}).status_code == 403
    said = logged()
    assert token not in said
    assert said.count("<str:token>") == 2


def test_an_error_is_told_without_its_words(logged):
    """Where it happened and its kind, that of the error behind it too."""

    def fail():
        try:
            int(WORDS)
        except ValueError:
            raise RuntimeError(WORDS) from None

    try:
        try:
            fail()
        except RuntimeError as error:
            raise KeyError(WORDS) from error
    except KeyError:
        logging.getLogger("clausier.somewhere").exception("It failed")
    said = logged()
    assert WORDS not in said
    assert "in fail" in said
    assert "builtins.RuntimeError" in said
    assert "builtins.KeyError" in said


@pytest.mark.django_db
def test_a_broken_page_is_told_without_what_was_sent(organization, logged, monkeypatch):
    """Neither its words nor its query."""

    def broken(*_args, **_kwargs):
        raise RuntimeError(WORDS)

    monkeypatch.setattr("clausier.web.views.front_page", broken)
    assert Client(raise_request_exception=False).get("/fr/", {"q": WORDS}).status_code == 500
    said = logged()
    assert "Internal Server Error: /fr/" in said
    assert "builtins.RuntimeError" in said
    assert WORDS not in said


@pytest.mark.django_db
def test_a_name_that_is_not_ours_is_refused_in_silence(organization, logged):
    assert Client().get("/fr/", headers={"host": "evil.example"}).status_code == 400
    assert logged() == ""
