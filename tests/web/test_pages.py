"""What holds for every page: one title, its language, nothing inline, guarded forms, links that lead somewhere."""

from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from factories.world import make_world
from web.net import addresses_of, rooms, somebody_for
from web.pages import Page

LANGUAGES = ("fr", "en")


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def _pages(room, language):
    """Every page of a room that opens, with its address and the browser that opened it."""
    world = make_world()
    for route, kwargs in addresses_of(room, world):
        client = somebody_for(route, world)[1]
        url = route.url(kwargs, language)
        answer = client.get(url)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            yield route.name, url, client, Page(answer.content.decode())


@pytest.mark.parametrize("room", rooms())
def test_a_page_says_what_it_is(room, language, db):
    """One heading of the first level, a title, its language, no level skipped, and no id twice."""
    wrong = [
        (name, page.lang, page.title, page.headings, _twice(page.ids))
        for name, _, _, page in _pages(room, language)
        if page.headings.count("h1") != 1
        or not page.title.split("·")[0].strip()
        or page.lang != language
        or _skips(page.headings)
        or _twice(page.ids)
    ]
    assert wrong == []


def _skips(headings):
    levels = [int(each[1]) for each in headings]
    return any(below - above > 1 for above, below in pairwise(levels))


def _twice(ids):
    return sorted({each for each in ids if ids.count(each) > 1})


@pytest.mark.parametrize("room", rooms())
def test_nothing_is_inline(room, language, db):
    """The browser refuses scripts and styles that stand in the page, ours included."""
    assert {name: page.inline for name, _, _, page in _pages(room, language) if page.inline} == {}


@pytest.mark.parametrize("room", rooms())
def test_forms_are_guarded(room, language, db):
    """Whoever posts shows that the form was ours."""
    assert {name: page.unguarded for name, _, _, page in _pages(room, language) if page.unguarded} == {}


@pytest.mark.parametrize("room", rooms())
def test_a_page_that_asks_by_itself_has_what_asks(room, language, db):
    """A public page with hx- attributes fills the block ``htmx``."""
    missing = [
        name
        for name, _, _, page in _pages(room, language)
        if page.htmx and not any("htmx" in script for script in page.scripts)
    ]
    assert missing == []


@pytest.mark.parametrize("room", rooms())
def test_links_lead_somewhere(room, language, db):
    """Every link of a page opens for whoever reads the page, and each anchor of the page is in it."""
    broken, seen = [], set()
    for name, _, client, page in _pages(room, language):
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or (not parts.path and not parts.fragment):
                continue
            if not parts.path:
                broken += [] if parts.fragment in page.ids or parts.query else [(name, link)]
            elif (client.session.session_key, link) not in seen:
                seen.add((client.session.session_key, link))
                broken += [] if _opens(client, link) else [(name, link)]
    assert broken == []


def _opens(client, link):
    path = urlsplit(link).path
    if path.startswith("/static/"):
        return True
    try:
        resolve(path)
    except Resolver404:
        return False
    return client.get(link).status_code in {200, 301, 302, 304}
