"""What anybody opens: the public page, the notice, the letters, the objection, a comment that is gone."""

from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from clausier.decisions.actions.attempts import LIMITS
from clausier.decisions.models import Appeal, Attempt, Decision, Enquiry
from clausier.tasks.models import Mail
from decisions.addresses import addresses
from factories.decisions import TEXT, Comment, make_decision, make_version, person
from folders import spoiled
from people import signed_in

pytestmark = pytest.mark.django_db
TOLD = {"name": "Jo Tremblay", "words": TEXT[:20], "contact": "jo@example.org", "mine": "on"}


def said(response):
    return response.content.decode()


def find(client, place, **told):
    return client.post("/fr/find-my-comment", TOLD | {"place": place} | told, follow=True)


def test_the_public_page_names_nobody(client):
    """Its bytes hold the ground and the effect, and none of the words, the facts, the author and the people."""
    made = make_decision(second=person("Sam Second", "moderator")).decision
    page = said(client.get(f"/fr/decision/{made.reference}"))
    assert "Une attaque vise une personne" in page
    for word in ("voisin", "voleu", "Tremblay", "Dération", "Sam Second"):
        assert word not in page


def test_the_public_page_speaks_the_language_of_its_reader(client):
    made = make_decision().decision
    assert "An attack is aimed at a person" in said(client.get(f"/en/decision/{made.reference}"))


def test_the_clause_is_shown_as_it_read(client):
    """An amendment changes no page of a decision made before it."""
    made, key, _ = make_decision(version=make_version("1.0"))
    make_version("1.1", files=spoiled(("09", "Une attaque vise une personne.", "Autre chose.")))
    for page in (client.get(f"/fr/decision/{made.reference}"), client.get(f"/fr/slip/{key}")):
        assert "Une attaque vise une personne" in said(page)


def test_a_notice_shows_its_author_everything_and_nobody_else(client):
    """The text, the facts and the clause; no other person's text, and nobody's name."""
    key = make_decision(second=person("Sam Second", "moderator")).key
    make_decision(subject=Comment("Les chats de la rue Principale"))
    page = said(client.get(f"/fr/slip/{key}"))
    assert TEXT in page
    for word in ("chats", "Dération", "Sam Second"):
        assert word not in page


def test_a_notice_leaves_no_trace(client):
    response = client.get(f"/fr/slip/{make_decision().key}")
    assert response["X-Robots-Tag"].startswith("noindex")
    assert (response["Cache-Control"], response["Referrer-Policy"]) == ("no-store", "no-referrer")


def test_a_personal_text_is_covered_until_asked_for(client):
    """The ground of the sample looks for numbers of persons; without such a rule the text is plain."""
    assert "<details" in said(client.get(f"/fr/slip/{make_decision().key}")).split('id="facts"')[0].split("<main")[1]


@pytest.mark.parametrize("key", ["x", "a" * 22, "e30:bad", "é"])
def test_a_wrong_key_opens_nothing(client, key):
    make_decision()
    assert client.get(reverse("slip", args=[key])).status_code == 404


def test_the_letters_open_the_notice_however_they_are_typed(client):
    """In small letters and with spaces; the way on needs no letters again."""
    letters = make_decision().letters
    page = client.post("/fr/slip", {"letters": f" {letters[:5].lower()} - {letters[5:]}"}, follow=True)
    assert TEXT in said(page)


def test_guessed_letters_are_limited_by_place_and_for_everybody():
    """Past its own few a place waits, and past everybody's so does a place that never tried."""
    letters = make_decision().letters
    for _ in range(LIMITS["letters"].one):
        assert Client().post("/fr/slip", {"letters": "BBBBBBBBBB"}).status_code == 200
    assert Client().post("/fr/slip", {"letters": letters}).status_code == 429
    assert Client(REMOTE_ADDR="203.0.113.9").post("/fr/slip", {"letters": letters}).status_code == 302
    Attempt.objects.bulk_create(Attempt(purpose="letters", source="0") for _ in range(LIMITS["letters"].everybody))
    assert Client(REMOTE_ADDR="203.0.113.10").post("/fr/slip", {"letters": letters}).status_code == 429


def test_an_attempt_keeps_no_address(client):
    client.post("/fr/slip", {"letters": "BBBBBBBBBB"}, REMOTE_ADDR="203.0.113.9")
    assert "203.0.113.9" not in str(Attempt.objects.values().get())


def test_an_objection_without_its_box_changes_nothing_and_loses_no_word(client):
    made, key, _ = make_decision()
    page = client.post(f"/fr/slip/{key}/appeal", {"text": "Je parlais du chien.", "contact": "514 555-0100"})
    assert "Je parlais du chien." in said(page)
    assert "514 555-0100" in said(page)
    assert not Appeal.objects.filter(decision=made).exists()


def test_an_objection_sent_twice_is_one(client):
    """The second time leads to where it stands."""
    key = make_decision().key
    typed = {"text": "Je parlais du chien.", "contact": "", "sure": "on"}
    for _ in range(2):
        page = client.post(f"/fr/slip/{key}/appeal", typed, follow=True)
        assert "Je parlais du chien." in said(page)
    assert Appeal.objects.get().text == "Je parlais du chien."


def test_find_my_comment_answers_the_same(client):
    """The same bytes and one mail, whether or not a decision matches; only the mailbox knows."""
    comment = Comment()
    key_made = make_decision(subject=comment)
    pages = [said(find(client, place)) for place in ("https://facebook.com/valbleu/1", "https://facebook.com/none")]
    assert pages[0] == pages[1]
    assert Enquiry.objects.count() == Mail.objects.filter(to="jo@example.org").count() == 2
    found = Mail.objects.filter(to="jo@example.org", text__contains="/slip/").get()
    url = next(word for word in found.text.split() if "/slip/" in word)
    assert TEXT in said(client.get(url.split("8000")[1]))
    assert key_made.key not in found.text


def test_nobody_fills_a_mailbox_from_here():
    """Three mails a day to one address, whatever the places that ask."""
    statuses = [find(Client(REMOTE_ADDR=f"203.0.113.{n}"), "https://x.example").status_code for n in range(4)]
    assert statuses == [200, 200, 200, 429]


def test_whoever_leaves_no_mail_is_answered_by_a_person(client):
    """What they write becomes an objection when a person finds the decision."""
    made = make_decision(subject=Comment(url="https://nowhere.example")).decision
    find(client, "une page", contact="514 555-0100", text="Je parlais du chien.")
    reader = signed_in(person("Andrée Appel"))
    enquiry = Enquiry.objects.get()
    answer = {"decision": made.reference, "answer": "Voici votre avis."}
    assert reader.post(f"/fr/enquiries/{enquiry.uid}", answer).status_code == 302
    assert Appeal.objects.get(decision=made).text == "Je parlais du chien."


class FirstForm(HTMLParser):
    """What a scanner sends: the first form of a page, with what stands in its fields."""

    def __init__(self, page):
        super().__init__()
        self.form, self.fields, self.is_over = None, {}, False
        self.feed(page[page.index("<main") :])

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form" and self.form is None:
            self.form = given
        elif self.form is not None and not self.is_over and given.get("name") and given.get("type") != "checkbox":
            self.fields[given["name"]] = given.get("value", "scanned")

    def handle_endtag(self, tag):
        self.is_over = self.is_over or (tag == "form" and self.form is not None)


def everything():
    return {model: list(model.objects.order_by("pk").values()) for model in apps.get_models()}


def test_a_scanner_changes_nothing(client):
    """It opens every page that a link leads to, and sends the first form of each: not a row is different."""
    made = addresses(None)
    before = everything()
    for name in (
        "decision",
        "slip",
        "slip-letters",
        "slip-appeal",
        "find-my-comment",
        "find-my-comment-asked",
        "limits",
    ):
        url = reverse(name, kwargs=made[name])
        response = client.get(url)
        assert response.status_code in {200, 302}
        first = FirstForm(said(response)) if response.status_code == 200 else None
        if first and first.form is not None:
            send = client.post if first.form.get("method") == "post" else client.get
            send(first.form.get("action") or url, first.fields)
    assert everything() == before


def test_references_and_keys_are_unique():
    made = [make_decision() for _ in range(30)]
    assert len({each.decision.reference for each in made}) == len({each.key for each in made}) == 30
    assert len({each.letters for each in made}) == Decision.objects.count() == 30
