"""Every page of every room is accessible: axe finds nothing, on a screen and on a phone, by day and by night."""

from pprint import pformat

import pytest
from django.test import Client

from browser.conftest import person_behind
from web.net import addresses_of, rooms, somebody_for

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
# A window, a light, and what is looked for there: by night only the colours are others.
VIEWS = [
    ({"width": 1280, "height": 900}, "light", RULES),
    ({"width": 390, "height": 844}, "light", RULES),
    ({"width": 390, "height": 844}, "dark", CONTRAST),
]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("room", rooms())
def test_axe_finds_nothing(room, language, world, opened):
    """Nor does a page need to be pushed sideways, nor does its script fail."""
    found, windows = {}, {}
    for route, kwargs in addresses_of(room, world):
        who, client = somebody_for(route, world)
        url = route.url(kwargs, language)
        if _is_page(client, url):
            page = windows.get(who) or windows.setdefault(who, opened(person_behind(who, world)))
            told = problems(page, url)
            found |= {route.name: told} if told else {}
    assert not found, pformat(found, width=200)


def _is_page(client: Client, url):
    answer = client.get(url)
    return answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")


def problems(page, url):
    """Return what axe finds in a page, what makes it wider than its window, and what its script said went wrong."""
    from axe_playwright_python.sync_playwright import Axe

    page.faults.clear()
    page.set_viewport_size(VIEWS[0][0])
    page.emulate_media(color_scheme="light")
    page.goto(url)
    found = set()
    for size, scheme, options in VIEWS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        for each in Axe().run(page, options=options).response["violations"]:
            found |= {(size["width"], scheme, each["id"], node["html"][:160]) for node in each["nodes"]}
        width = page.evaluate("document.documentElement.scrollWidth")
        found |= {(size["width"], scheme, "wider than its window", str(width))} if width > size["width"] else set()
    return sorted(found | {(0, "", "script", fault) for fault in page.faults})
