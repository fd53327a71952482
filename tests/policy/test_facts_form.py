"""The facts by their form: what is not touched stays as it is written, and nobody is written over."""

import pytest

from clausier.policy import selectors
from clausier.policy.actions import save_facts
from clausier.policy.models import FactsRevision, Unsaved
from factories.asked import sent_by
from factories.policy import author, make_version
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
PAGE = "/en/policy/facts"


@pytest.fixture
def text():
    make_version()
    return selectors.facts_revision().text


def form_at(client):
    page = client.get(PAGE).context
    return sent_by(page["form"].fields) | {"revision": [str(page["revision"])]}


def test_what_is_sent_as_it_is_shown_changes_nothing(text):
    client = signed_in(author())
    assert client.post(PAGE, form_at(client)).status_code == 302
    assert FactsRevision.objects.count() == 1


def test_a_telephone_is_one_line_more(text):
    """The rest of the file stays as it is."""
    client = signed_in(author())
    client.post(PAGE, form_at(client) | {"facts-contacts-phones": "311\r\n418 555-0134"})
    assert selectors.facts().contacts.phones == ("311", "418 555-0134")
    saved = selectors.facts_revision().text
    assert [line for line in text.splitlines() if line not in saved.splitlines()] == []


def test_a_period_is_added_without_script(text):
    client = signed_in(author())
    asked = client.post(PAGE, form_at(client) | {"turn": "add:facts-periods"})
    assert asked.status_code == 200
    field = next(each for each in asked.context["form"].fields if each.name == "facts-periods")
    assert len(field.items) == 2
    new = {"facts-periods-1-key": "carnival", "facts-periods-1-value-from": "2027-02-01"}
    typed = form_at(client) | {"facts-periods": ["0", "1"]} | new
    late = client.post(PAGE, typed)
    assert late.status_code == 422
    assert "carnival" in late.content.decode()
    client.post(PAGE, typed | {"facts-periods-1-value-to": "2027-02-14"})
    assert selectors.facts().periods["carnival"].to.day == 14


def test_a_bad_value_comes_back_with_its_sentence(text):
    client = signed_in(author())
    answer = client.post(PAGE, form_at(client) | {"facts-calendar-timezone": "Mars/Olympus"})
    assert answer.status_code == 422
    assert "Mars/Olympus" in answer.content.decode()
    assert FactsRevision.objects.count() == 1


def test_two_people_who_save_facts_are_told(text):
    client = signed_in(author())
    typed = form_at(client) | {"facts-contacts-phones": "311"}
    save_facts(actor=make_person("Other", "author"), text=f"{text}# Theirs.\n", revision=1)
    answer = client.post(PAGE, typed)
    assert answer.status_code == 422
    assert "Somebody has saved other facts" in answer.content.decode()
    client.post(PAGE, typed | {"revision": "2"})
    assert selectors.facts().contacts.phones == ("311",)
    assert "# Theirs." in selectors.facts_revision().text


def test_without_a_policy_the_facts_are_written_as_yaml():
    """There is nothing yet to say in which languages a form would ask."""
    answer = signed_in(author()).get(PAGE)
    assert answer.headers["Location"] == f"{PAGE}/yaml"
    assert signed_in(author()).get(f"{PAGE}/yaml").status_code == 200


@pytest.mark.parametrize("rest", ["", "/yaml"])
def test_facts_being_typed_are_kept_for_their_person_until_they_are_saved(text, rest):
    """Beside what somebody else saved meanwhile, when somebody did."""
    client, url = signed_in(author()), f"{PAGE}{rest}"
    new = f"{text}# 418 555-0134\n"
    typed = {"text": new, "revision": "1"} if rest else form_at(client) | {"facts-contacts-phones": "418 555-0134"}
    assert "What you type is kept" in client.post(f"{url}?live", typed).content.decode()
    assert FactsRevision.objects.count() == 1
    assert "418 555-0134" in client.get(url).content.decode()
    other = make_person("Other", "author")
    assert "418 555-0134" not in signed_in(other).get(url).content.decode()
    save_facts(actor=other, text=f"{text}# Theirs.\n", revision=1)
    answer = client.get(url)
    late = answer.content.decode()
    assert "418 555-0134" in late
    assert not rest or answer.context["form"]["text"].value() == new
    assert "Somebody has saved other facts" in late
    assert "# Theirs." in late
    assert 'name="revision" value="2"' in late
    assert client.post(url, typed | {"revision": "2"}).status_code == 302
    assert not Unsaved.objects.exists()


def test_facts_being_typed_are_forgotten_when_asked(text):
    client = signed_in(author())
    client.post(f"{PAGE}?live", form_at(client) | {"facts-contacts-phones": "418 555-0134"})
    assert client.post(PAGE, {"forget": "1"}).headers["Location"] == PAGE
    assert "418 555-0134" not in client.get(PAGE).content.decode()
