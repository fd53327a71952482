"""Moderation by the keyboard alone, in Chromium: what a comment costs in keys and in requests."""

import pytest

from clausier.chapters.moderation.models import Review
from clausier.decisions.models import Decision
from factories.moderation import ATTACKS, INSULT, OPINION, make_review, moderator

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEYS = {"keep": ("f",), "remove": ("3", "Enter")}  # 3 is the ground of attacks in the policy of Val-Bleu


class Desk:
    """The desk of a moderator, who has no mouse: counts the keys pressed and the pages asked for."""

    def __init__(self, page):
        self.page, self.keys, self.requests = page, 0, 0
        page.on("request", self._count)

    def _count(self, request):
        self.requests += "/moderation" in request.url and request.resource_type in {"document", "xhr", "fetch"}

    @property
    def review(self):
        return self.page.locator("#desk").get_attribute("data-review")

    def press(self, key):
        self.keys += 1
        self.page.keyboard.press(key)

    def decide(self, verb):
        """Decide on the comment that is shown, and wait for the next one.

        No person is so fast as to press a key before the script has taken up the new comment; if one were, the plain
        form would do the same with a request more.
        """
        shown = self.review
        for key in KEYS[verb]:
            if key == "Enter":
                self.page.locator("#case input[name=facts]:focus").wait_for()
            self.press(key)
        self.page.locator(f"#desk:not(.htmx-added):not([data-review='{shown}'])").wait_for()


@pytest.fixture
def desk(live_server, opened):
    for number in range(20):
        make_review(INSULT, external_id=str(number))
    page = opened(moderator())
    page.goto("/fr/moderation")
    yield Desk(page)
    assert page.faults == []


def test_twenty_comments_by_the_keyboard(desk):
    """A removal with its ground, facts and passage is two keys and two requests; to keep is one of each."""
    for number in range(20):
        desk.decide("keep" if number % 2 else "remove")
    assert Review.objects.filter(closed=None).count() == 0
    assert Decision.objects.filter(clause=ATTACKS).count() == 10
    assert (desk.keys, desk.requests) == (30, 30)


def test_u_undoes_and_comes_back(desk):
    shown = desk.review
    desk.decide("remove")
    desk.press("u")
    desk.page.locator(f"#desk[data-review='{shown}']").wait_for()
    assert Decision.objects.get().standing == "undone"


def test_the_eye_and_the_reader_are_led_to_the_next_comment(desk):
    """After an act the focus stands on the title of the next comment; a ground leads to its facts."""
    desk.decide("keep")
    desk.page.locator("#desk h1:focus").wait_for()
    desk.press("3")
    desk.page.locator("#case input[name=facts]:focus").wait_for()
    desk.press("Alt+r")
    desk.page.locator("#case").wait_for(state="detached")


def test_n_skips_and_w_says_that_the_program_is_wrong(desk):
    shown = desk.review
    desk.press("w")
    desk.page.locator("[data-key=w]").wait_for(state="detached")
    assert Review.objects.get(uid=shown).wrong
    desk.press("n")
    desk.page.locator(f"#desk:not(.htmx-added):not([data-review='{shown}'])").wait_for()


def test_an_opinion_is_proposed_not_removed(live_server, opened):
    """The same keys: where a public body needs two people, the first one's words wait for a second."""
    review = make_review(OPINION, external_id="opinion")
    page = opened(moderator())
    page.goto(f"/fr/moderation/{review.uid}?ground={ATTACKS}")
    page.locator("input[name=facts]").fill("Le ton.")
    page.locator("textarea[name=quote]").fill("Démissionnez donc")
    page.locator("input[name=facts]").press("Enter")
    page.locator("#case").wait_for(state="detached")
    assert Decision.objects.count() == 0
    assert review.proposals.count() == 1
