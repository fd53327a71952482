"""What the one script adds: keys, palette, theme, copies, forms that leave once. Everything works without it."""

import pytest

from clausier.identity.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def components(world, opened):
    """The page of the components, which has one of each, before a person."""
    world.organization.demonstration = True
    world.organization.save()
    page = opened(world.person, permissions=["clipboard-read", "clipboard-write"])
    page.goto("/en/components")
    yield page
    assert page.faults == []


PRESSED = "document.querySelector('[data-key=f]').addEventListener('click', (e) => e.target.dataset.pressed = 'yes')"


def _press(page, key, where="body"):
    page.evaluate(PRESSED)
    page.locator(where).first.focus() if where != "body" else page.evaluate("document.activeElement.blur()")
    page.keyboard.press(key)
    return page.locator("[data-pressed]").count() == 1


def test_a_key_presses_its_button(components):
    assert _press(components, "f")


def test_a_key_is_a_letter_to_whoever_writes(components):
    assert not _press(components, "f", "textarea")


def test_a_person_may_turn_the_keys_off(world, components):
    Person.objects.filter(pk=world.person.pk).update(keys=False)
    components.reload()
    assert not _press(components, "f")


def test_the_question_mark_tells_the_keys(components):
    components.evaluate("document.activeElement.blur()")
    components.keyboard.press("?")
    assert "Keep" in components.locator("dialog.keys").inner_text()
    components.keyboard.press("Escape")
    components.locator("dialog").wait_for(state="detached")


def test_the_palette_finds_a_page(components):
    """Two keys and a word lead anywhere."""
    components.keyboard.press("Control+k")
    components.locator("dialog.palette input").fill("asked of me")
    components.locator("dialog.palette [data-found] a").filter(has_text="What is asked of me").wait_for()
    components.keyboard.press("Enter")
    components.wait_for_url("**/en/me")


def test_the_theme_is_kept(components):
    """The choice lasts from page to page, and the page comes already in it."""
    components.locator("[data-theme-switch]").click()
    components.goto("/en/me")
    assert components.locator("html").get_attribute("data-theme") == "dark"


def test_a_table_is_a_list_on_a_phone(components):
    """Each cell says its heading, and stays the cell of a table to whoever listens."""
    components.set_viewport_size({"width": 390, "height": 844})
    cell = components.locator("td[data-label='Effect']").first
    assert cell.get_attribute("role") == "cell"
    assert components.evaluate("getComputedStyle(document.querySelector('td')).display") == "block"


def test_a_form_leaves_once(components):
    """Two quick presses are one act."""
    components.evaluate(
        """() => { window.left = 0; const form = document.querySelector("form[method=post]");
        form.addEventListener("submit", (event) => { window.left += event.defaultPrevented ? 0 : 1; });
        form.action = "javascript:void 0"; }"""
    )
    send = """document.querySelector("form[method=post]").dispatchEvent(
        new SubmitEvent("submit", {cancelable: true, bubbles: true}))"""
    assert [components.evaluate(send) for _ in range(2)] == [True, False]


def test_everything_is_there_without_the_script(world, opened):
    """The menu opens, the palette is a page."""
    page = opened(world.person, java_script_enabled=False)
    page.goto("/en/me")
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("details.menu summary").click()
    assert page.locator("details.menu a").filter(has_text="What is asked of me").first.is_visible()
    page.goto("/en/palette?q=asked")
    assert page.locator("[data-found] a").count() == 1


def test_paper_shows_the_text_alone(components):
    """On paper the text has the width of the page, and what only a screen can do is gone."""
    components.emulate_media(media="print")
    assert components.locator("main").bounding_box()["width"] > 1200
    assert not components.locator(".rail, .tools, .foot, form.stack").locator("visible=true").count()
