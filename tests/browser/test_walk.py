"""The decisive path in Chromium: a comment removed for a reason, objected to by its author, put back by another."""

import re

import pytest

from clausier.audit.actions import verify_ledger
from clausier.decisions.models import Decision
from factories.moderation import ATTACKS, INSULT, make_review, moderator
from factories.posts import NUMBER
from people import make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OBJECTION = "Je parlais de la borne du comptoir."
ANSWER = "Vous avez raison : votre commentaire est rétabli."


def test_a_comment_is_removed_objected_to_and_put_back(live_server, opened):
    """By clicks and keys, in three windows: a moderator, the author who has no account, and another person."""
    make_review(INSULT)
    marc, author, anna = opened(moderator()), opened(), opened(make_person("Anna Kowalski", "appeal-decider"))
    notice = _is_removed(marc)
    author.goto(notice)
    author.locator("section[aria-labelledby=text] summary").click()  # what was set aside is veiled
    author.get_by_text(INSULT).wait_for()
    author.locator("a.primary").click()
    author.locator("textarea[name=text]").fill(OBJECTION)
    author.locator("input[name=sure]").check()
    author.locator("form[method=post] button.primary").click()
    author.get_by_text(OBJECTION).wait_for(state="attached")  # folded under where it stands
    _is_overturned(anna)
    author.goto(notice)
    author.get_by_text(ANSWER).wait_for()
    first, second = Decision.objects.order_by("at")
    assert (first.standing, second.effect_wanted) == ("overturned", "restore")
    assert verify_ledger().breaks == ()
    assert [page.faults for page in (marc, author, anna)] == [[], [], []]


def _is_removed(page):
    """Cite a ground by its number, confirm the facts, and copy the address of the notice from what is to be done."""
    page.goto("/fr/moderation")
    page.keyboard.press("3")
    page.locator("#case input[name=facts]:focus").wait_for()
    page.locator("#case input[name=facts]").fill("Une insulte vise la personne du comptoir.")
    page.keyboard.press("Enter")
    page.locator("#case").wait_for(state="detached")
    assert Decision.objects.get().clause == ATTACKS
    page.goto("/fr/moderation/to-do")
    return re.search(r"/fr/slip/[\w-]+", page.locator("pre[id^=private]").inner_text())[0]


def _is_overturned(page):
    page.goto("/fr/appeals")
    page.locator("main a[href*='/appeals/']").first.click()
    page.locator("textarea[name=answer]").fill(ANSWER)
    page.locator("button[name=outcome][value=overturned]").click()
    page.wait_for_url("**/appeals")


def test_a_text_is_judged_as_it_is_typed(world, opened):
    """The answer comes beside the text, with the clause that it cites, before anything was sent on purpose."""
    page = opened(world.person)
    page.goto("/fr/check")
    page.locator("#id_text").press_sequentially(NUMBER)
    page.locator("#answer a.clause").first.wait_for()
    assert page.faults == []
