"""The pages in a real browser: Debian's Chromium, one for each worker."""

import os

import pytest
from django.conf import settings

import peers
from factories.world import make_world
from people import signed_in
from web.net import ANONYMOUS

# Playwright keeps a loop of its own in the thread of the tests, which Django takes for a server's.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
STILL = {"reduced_motion": "reduce"}  # what is looked at has come to rest


@pytest.fixture(scope="session")
def chromium():
    """The browser, started once."""
    program = peers.chromium()
    try:
        import axe_playwright_python  # noqa: F401  # what looks at the pages there
        from playwright import sync_api
    except ImportError:
        peers.lack(peers.BROWSER)
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def world(live_server):
    """The world that the pages show."""
    return make_world()


@pytest.fixture
def opened(chromium, live_server):
    """Return a way to open a window, signed in as somebody or as nobody; each is closed in the end."""
    windows = []

    def open_window(person=None, **options):
        window = chromium.new_context(
            viewport={"width": 1280, "height": 900}, base_url=live_server.url, **STILL, **options
        )
        windows.append(window)
        if person is not None:
            cookie = signed_in(person).cookies[settings.SESSION_COOKIE_NAME]
            window.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
        page = window.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
        return page

    yield open_window
    for window in windows:
        window.close()


def person_behind(who, world):
    """Return the person of a kind, or None for a stranger."""
    return None if who == ANONYMOUS else world.holder(who)
