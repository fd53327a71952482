"""What holds for every page: one title, its language, nothing inline, guarded forms, links that lead somewhere."""

from itertools import pairwise
from typing import ClassVar
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from django.utils.translation import override

from factories.world import make_world
from web.catalogues import english
from web.net import addresses_of, rooms, somebody_for
from web.pages import Page

LANGUAGES = ("fr", "en")


CHECKS = {
    "its language": lambda page, language: [] if page.lang == language else [page.lang],
    "one title": lambda page, _: [] if page.title.split("·")[0].strip() else ["none"],
    "one heading of the first level": lambda page, _: [] if page.headings.count("h1") == 1 else page.headings,
    "no level skipped": lambda page, _: page.headings if _skips(page.headings) else [],
    "no id twice": lambda page, _: _twice(page.ids),
    "nothing inline, which the browser would refuse": lambda page, _: page.inline,
    "a token in every form that acts": lambda page, _: page.unguarded,
    "what asks by itself has the script that asks": lambda page, _: _without_script(page),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", rooms())
def test_every_page_is_well_made(room, language, db):
    """Each check above holds, and each link opens for whoever reads the page; the French speaks no English."""
    world = make_world()
    wrong, opened = {}, Opened()
    for route, kwargs in addresses_of(room, world):
        who, client = somebody_for(route, world)
        answer = client.get(route.url(kwargs, language))
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            page = Page(answer.content.decode())
            found = {rule: found for rule, check in CHECKS.items() if (found := check(page, language))}
            found |= {"links": links} if (links := opened.broken(who, client, page)) else {}
            found |= {"English": said} if (said := _english(page, language)) else {}
            wrong |= {route.name: found} if found else {}
    assert wrong == {}


def _skips(headings):
    levels = [int(each[1]) for each in headings]
    return any(below - above > 1 for above, below in pairwise(levels))


def _twice(ids):
    return sorted({each for each in ids if ids.count(each) > 1})


def _without_script(page):
    return page.htmx if page.htmx and not any("htmx" in script for script in page.scripts) else []


def _english(page, language):
    return sorted(english().intersection(page.texts)) if language == "fr" else []


class Opened:
    """The links that were tried, by whom: what stands on every page is opened once.

    A page without arguments is the same in every world: it is opened once for all rooms.
    """

    everywhere: ClassVar = {}

    def __init__(self):
        self.here = {}

    def broken(self, who, client, page):
        """Return the links of a page that lead nowhere: an anchor is in the page, an address of ours opens."""
        return [link for link in sorted(set(page.links)) if not self._leads(who, client, page, urlsplit(link))]

    def _leads(self, who, client, page, link):
        if link.scheme or link.netloc or link.path.startswith("/static/"):
            return True  # those of others are theirs
        if not link.path:
            return not link.fragment or link.fragment in page.ids
        known, key = self._known(link), (who, link.path, link.query)
        if key not in known:
            known[key] = client.get(link.geturl()).status_code in {200, 301, 302, 304}
        return known[key]

    def _known(self, link):
        try:
            with override(link.path.split("/")[1]):
                is_alone = not resolve(link.path).kwargs and not link.query
        except Resolver404:
            is_alone = False
        return self.everywhere if is_alone else self.here
