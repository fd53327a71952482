"""The editor in a real browser: what is typed stays, whatever happens to the session; each form is accessible."""

from pprint import pformat

import pytest

from browser.test_axe import problems
from clausier.document.asking import PARTS
from clausier.policy.actions import start_draft
from clausier.policy.models import Unsaved, Version

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CLAUSE = "comments.open-and-why"


@pytest.fixture
def desk(world, opened):
    """A clause of a draft before its author: the window and the address."""
    author = world.holder("author")
    draft = start_draft(actor=author, title="In a browser")
    return opened(author), author, f"/en/policy/edit/{draft.uid}/clauses/{CLAUSE}"


def test_what_is_typed_stays_in_the_page_when_the_session_ends(desk):
    """It is said at once; once signed in again in another tab, the form is saved from where it stands."""
    page, author, url = desk
    page.goto(url)
    page.fill("#id_text_en", "Kept.")
    page.locator("#kept span").wait_for()
    session = next(each for each in page.context.cookies() if each["name"] == "sessionid")
    page.context.clear_cookies(name="sessionid")
    page.locator("#id_text_en").press_sequentially(" And this.")
    page.locator("#told", has_text="Your session has ended").wait_for()
    assert page.input_value("#id_text_en") == "Kept. And this."
    assert page.locator("#written button.primary").count() == 1
    page.context.add_cookies([session])
    page.locator("#written button.primary").click()
    page.locator(".notice.success").wait_for()
    assert any("Kept. And this." in text for text in Version.objects.first().files.values())
    assert not Unsaved.objects.filter(person=author).exists()


def test_the_form_of_every_kind_is_accessible(desk):
    """Each rule, statement, example and question of a clause, or the empty form that adds one."""
    page, _author, url = desk
    found = {name: problems(page, f"{url}/does/add?kind={name}") for name in PARTS}
    assert {name: told for name, told in found.items() if told} == {}, pformat(found, width=200)
