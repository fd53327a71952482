"""A check in one's own name leaves no trace: not in the database, the ledger, the logs, the mails, the cache."""

import json
import logging

import pytest
from django.apps import apps
from django.core import serializers
from django.core.cache import cache

from clausier.engine.engine import Engine
from factories.posts import NUMBER, make_town, open_public_check
from people import make_person, signed_in

MARK = "quetzalcoatlus-7431"
TEXT = f"Bravo à la Ville de Val-Bleu! {MARK} {NUMBER} Project Chickadee"


@pytest.fixture(autouse=True)
def version(organization):
    """The policy of the town is in force."""
    return make_town()


def _everything():
    """Every row of every table, the ledger, the queue, the outbox and the sessions included."""
    return "".join(serializers.serialize("json", model.objects.all()) for model in apps.get_models())


def _counts():
    return {model: model.objects.count() for model in apps.get_models()}


def _cached():
    return repr({key: cache.get(key.split(":", 2)[2]) for key in list(cache._cache)})  # noqa: SLF001  # what is in it is the point


def _check_everywhere(browser):
    for headers in ({}, {"HX-Request": "true"}):
        browser.post("/fr/check", {"text": TEXT, "as_whom": "me", "network": "x"}, headers=headers)
        browser.post("/fr/check", {"text": TEXT, "as_whom": "me", "fix": "0.0"}, headers=headers)
        browser.post("/fr/check", {"text": TEXT, "as_whom": "organization"}, headers=headers)
    browser.post("/fr/check", {"text": TEXT * 2_000})
    browser.post("/fr/receipt", {"text": TEXT, "receipt": "x"})


def test_nothing_is_written(caplog):
    """Not a row more in any table, and the words in none of them."""
    browser = signed_in(make_person("Paul"))
    before = _counts()
    with caplog.at_level(logging.DEBUG):
        _check_everywhere(browser)
    assert _counts() == before
    for place in (_everything(), caplog.text, _cached(), json.dumps(dict(browser.session))):
        assert MARK not in place
        assert "046 454 286" not in place


def test_an_engine_that_fails_tells_nothing(caplog, monkeypatch):
    """Even when its exception quotes the text: the page says so, with the text still in the box."""

    def fail(self, context, **_):
        raise ValueError(context.text)

    monkeypatch.setattr(Engine, "check", fail)
    browser = signed_in(make_person("Paul"))
    with caplog.at_level(logging.DEBUG):
        page = browser.post("/en/check", {"text": TEXT})
    assert page.status_code == 200
    assert MARK in page.content.decode()
    assert "could not be made" in page.content.decode()
    assert "ValueError" in caplog.text
    assert MARK not in caplog.text + _everything() + _cached()


def test_a_page_that_breaks_tells_nothing(caplog, monkeypatch):
    """What fails after the engine has the text in its frames, and the log has no frame's values."""
    monkeypatch.setattr("clausier.chapters.posts.views.check.receipt_of", lambda *_: 1 / 0)
    browser = signed_in(make_person("Paul"))
    browser.raise_request_exception = False
    with caplog.at_level(logging.DEBUG):
        page = browser.post("/en/check", {"text": TEXT})
    assert page.status_code == 500
    assert MARK not in page.content.decode()
    assert MARK not in caplog.text + _everything() + _cached()


def test_the_answer_stays_in_no_cache():
    """Neither of the browser nor of a proxy."""
    answer = signed_in(make_person("Paul")).post("/fr/check", {"text": TEXT})
    assert "no-store" in answer.headers["Cache-Control"]
    assert 'hx-history="false"' in answer.content.decode()


def test_an_address_never_carries_a_text():
    """What is asked by GET is not read."""
    page = signed_in(make_person("Paul")).get("/fr/check", {"text": MARK})
    assert MARK not in page.content.decode().split("<main", 1)[1]


def test_the_public_check_writes_a_number_and_no_text(client, caplog):
    """A digest of the address, which is another one tomorrow."""
    open_public_check()
    with caplog.at_level(logging.DEBUG):
        assert client.post("/fr/may-i", {"text": TEXT, "relation": "employee"}).status_code == 200
    assert MARK not in _everything() + caplog.text
    assert "127.0.0.1" not in _everything()
    assert not client.session.session_key
