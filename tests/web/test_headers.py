"""What leaves with every page to keep the browser on our side."""

import gzip
import re

import pytest
from django.templatetags.static import static
from django.test import Client

from factories.world import make_world
from people import make_person, signed_in


@pytest.fixture
def world(db):
    return make_world()


@pytest.mark.parametrize("path", ["/fr/", "/en/account/login/", "/fr/nowhere"])
def test_a_page_is_closed_to_other_sites(path, world, client):
    """No inline script or style, no frame, no guessed type, no address told to others."""
    headers = client.get(path).headers
    policy = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*"} & set(" ".join(policy.values()).split())
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


def test_static_files_are_kept_for_a_year(world, client):
    """Their address changes with their content, so that nobody sees an old one."""
    address = static("ui/clausier.css")
    assert re.fullmatch(r"/static/ui/clausier\.css\?v=[0-9a-f]{10}", address)
    answer = client.get(address)
    answer.close()
    assert answer.headers["Cache-Control"] == "max-age=31536000, public"


def test_pages_of_people_are_not_kept_by_others(world):
    """A page differs with who is signed in, and says so to caches."""
    assert "Cookie" in signed_in(world.person).get("/fr/me").headers["Vary"]


@pytest.mark.parametrize("path", ["", "me", "settings", "limits", "roles", "ledger", "nowhere", "tokens"])
def test_what_somebody_signed_in_reads_is_kept_nowhere(path, world):
    """Neither by a proxy nor by the browser: the next person at a shared computer goes back to nothing."""
    browser = signed_in(make_person("Many Roles", "auditor", "administrator"))
    for answer in (browser.get(f"/fr/{path}"), browser.post("/fr/me")):
        assert {"private", "no-store"} <= set(answer.headers["Cache-Control"].split(", "))
    assert "no-store" not in Client().get("/fr/").headers.get("Cache-Control", "")


def test_what_a_program_reads_is_kept_nowhere(world):
    answer = Client().get("/api/v1/policy", headers={"authorization": "Bearer none"})
    assert answer.headers["Cache-Control"] == "private, no-store"


def _weight(client, path):
    answer = client.get(path, headers={"accept-encoding": "gzip"})
    content = answer.getvalue()
    answer.close()
    return len(content), content


def test_the_first_page_is_light(world):
    """With its style, its scripts and its icons it weighs less than 100 kB: it opens at once on a slow line."""
    browser = signed_in(world.person)
    _, page = _weight(browser, "/fr/")
    files = set(re.findall(r'"(/static/[^"#]+)', gzip.decompress(page).decode()))
    assert {"clausier.css", "clausier.js", "icons.svg"} <= {file.split("?")[0].rsplit("/", 1)[1] for file in files}
    assert sum(_weight(browser, file)[0] for file in files) + len(page) < 100_000
