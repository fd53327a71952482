"""The facts by their form: what is not touched stays as it is written, and nobody is written over."""

import pytest

from clausier.policy import selectors
from clausier.policy.actions import save_facts
from clausier.policy.models import FactsRevision
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
    assert "Somebody saved this page" in answer.content.decode()
    client.post(PAGE, typed | {"revision": "2"})
    assert selectors.facts().contacts.phones == ("311",)
    assert "# Theirs." in selectors.facts_revision().text


def test_without_a_policy_the_facts_are_written_as_yaml():
    """There is nothing yet to say in which languages a form would ask."""
    answer = signed_in(author()).get(PAGE)
    assert answer.headers["Location"] == f"{PAGE}/yaml"
    assert signed_in(author()).get(f"{PAGE}/yaml").status_code == 200
