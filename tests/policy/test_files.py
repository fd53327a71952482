"""The policy as files to keep, and as a line on another site."""

import pytest

from factories.policy import approver, changed, make_draft, make_version
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
KINDS = {"pdf": b"%PDF-", "docx": b"PK", "html": b"<!doctype html>", "md": b"# "}
INTERNAL = ("en: During breaks.}", "en: During breaks.}\n    visibility: internal")


@pytest.mark.parametrize("kind", KINDS)
def test_a_version_is_a_file_that_is_kept(client, kind):
    """Made once: asked again with its mark, it is not sent again."""
    make_version()
    answer = client.get(f"/en/policy/1.0.{kind}")
    assert answer.status_code == 200
    assert answer.content.startswith(KINDS[kind])
    assert f'-1.0-en.{kind}"' in answer["Content-Disposition"]
    assert client.get(f"/en/policy/1.0.{kind}", HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304
    assert client.get(f"/en/policy/1.0.{kind}").content == answer.content


def test_the_address_of_the_file_in_force_stays(client):
    make_version()
    make_version(changed("Say what ties you to us.", "Say it."))
    assert client.get("/fr/policy.md")["Location"] == "/fr/policy/2.0.md"
    assert client.get("/fr/policy/9.9.md").status_code == 404


def test_a_file_is_in_the_language_asked_for(client):
    make_version()
    french, english = (client.get(f"/{language}/policy/1.0.md").content.decode() for language in ("fr", "en"))
    assert "Sommaire" in french
    assert "Contents" in english


def test_internal_clauses_are_in_no_public_file(client):
    """Whoever asks: a file is passed on."""
    make_version(changed(*INTERNAL))
    for each in (client, signed_in(approver())):
        assert "During breaks." not in each.get("/en/policy/1.0.md").content.decode()


def test_a_draft_is_a_file_for_those_who_work_on_it(client):
    """It says that it is not adopted."""
    draft = make_draft()
    assert client.get(f"/en/policy/edit/{draft.uid}/policy.md").status_code == 302
    assert signed_in(make_person()).get(f"/en/policy/edit/{draft.uid}/policy.md").status_code == 403
    assert "Draft, not adopted" in signed_in(approver()).get(f"/en/policy/edit/{draft.uid}/policy.md").content.decode()


def test_another_site_may_show_it(client):
    """In a frame, without a cookie; a clause, if one is named; nothing before the first adoption."""
    assert client.get("/en/policy/embedded").status_code == 404
    make_version()
    answer = client.get("/en/policy/embedded?clause=transparency.say-who-you-are")
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert not answer.cookies
    assert "Say what ties you to us." in answer.content.decode()
    assert "Read" in client.get("/en/policy/embedded?clause=nothing.here").content.decode()


def test_the_feed_says_in_words_what_changed(client):
    make_version()
    make_version(changed("Say what ties you to us.", "Say it."))
    assert "Changed: 2.1 " in client.get("/en/feed").content.decode()
