"""The town of the demonstration is one that the program could really have lived, and shows each person something."""

import json
from html.parser import HTMLParser

import pytest
from django.test import Client

from clausier.audit.actions import verify_ledger
from clausier.audit.models import Entry
from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation.models import Review
from clausier.decisions.models import Appeal, Decision
from clausier.decisions.states import Done, Notice
from clausier.demo.links import KINDS, links
from clausier.demo.town import data
from clausier.engine.context import Author, Context
from clausier.identity.models import Organization, Person
from clausier.identity.states import Role
from clausier.lib import clock
from clausier.policy.models import Version
from clausier.policy.selectors import clause_of, engine_of, in_force, protected
from clausier.tasks.models import Mail

pytestmark = [pytest.mark.usefixtures("town"), pytest.mark.xdist_group("town")]
BOX = {"agreed": "yes"}


def _link_of(kind):
    names = {each["link"]: each["name"] for each in _everybody() if "link" in each}
    found = next(each for each in links("fr")[1] if each.name == names[kind])
    return Person.objects.get(name=found.name), found.url


def _everybody():
    town = data("people")
    return [*town["administrators"], *town["people"]]


def _entered(kind):
    person, url = _link_of(kind)
    browser = Client()
    answer = browser.post("/" + url.split("/", 3)[3], BOX)
    assert answer.headers["Location"] == "/fr/me"
    return person, browser


def test_the_ledger_says_first_that_the_clock_was_set():
    """Nobody takes these months for months that were lived."""
    first = Entry.objects.order_by("seq").first()
    assert first.action == "identity.organization.founded"
    assert json.loads(first.detail.details)["demonstration"] is True
    assert Organization.objects.get().demonstration


def test_the_ledger_verifies():
    assert verify_ledger().breaks == ()
    moments = list(Entry.objects.order_by("seq").values_list("at", flat=True))
    assert moments == sorted(moments)


def test_nothing_happens_tomorrow():
    """Whoever opens the demonstration today finds what is past, never what is to come."""
    now = clock.now()
    assert not Item.objects.filter(received__gt=now).exists()
    assert not Decision.objects.filter(at__gt=now).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_each_link_opens_the_session_of_such_a_person(kind):
    """With the role, where the kind of person is one, and the pages of all that is asked of them open."""
    person, browser = _entered(kind)
    assert kind not in Role.values or kind in person.roles
    assert person.roles or kind == "employee"
    page = browser.get("/fr/me")
    assert person.name in page.content.decode()
    assert [each.url for each in page.context["duties"] if browser.get(each.url).status_code != 200] == []


def test_each_page_that_somebody_is_offered_opens():
    """In both languages, whoever they are, with what three months have put in it."""
    wrong = []
    for kind in KINDS:
        _, browser = _entered(kind)
        for language in ("fr", "en"):
            shown = _Links(browser.get(f"/{language}/me").content.decode()).found
            wrong += [(kind, link) for link in sorted(shown) if browser.get(link).status_code != 200]
    assert wrong == []


def test_somebody_has_work():
    """Comments to read, an objection to hear, a text to approve, a word to give: the demonstration shows acts to do."""
    asked = {kind: len(_entered(kind)[1].get("/fr/me").context["duties"]) for kind in KINDS}
    for kind in ("moderator", "appeal-decider", "approver", "employee"):
        assert asked[kind], (kind, asked)


def test_decisions_cite_the_version_of_the_day_of_the_comment():
    """And a clause that is in it."""
    made = Decision.objects.filter(kind="comment").select_related("version")
    items = {item.uid: item for item in Item.objects.all()}
    assert len(made) > 10
    for decision in made:
        assert decision.version == Version.objects.in_force(items[decision.subject].written)
        assert clause_of(decision.version, decision.clause)
    assert len({decision.version_id for decision in made}) == 2


def test_no_decision_was_left_undone():
    """What was decided before these two mornings was done there, and its author told."""
    left = Decision.objects.filter(by__isnull=False, replaces=None)
    assert not left.filter(effect_done=Done.PENDING).exists()
    assert not left.filter(notice=Notice.PENDING).exists()


def test_appeals_are_heard_by_somebody_else_and_in_time():
    appeals = Appeal.objects.select_related("decision")
    assert {each.outcome for each in appeals} == {"upheld", "overturned", ""}
    for each in appeals:
        assert each.decision.at < each.at <= each.decision.appeal_by
        assert not each.is_late
        if each.answered:
            assert each.by not in {each.decision.by, each.decision.second}
            assert each.answered <= each.due


def test_comments_wait_for_the_two_last_mornings_only():
    oldest = Review.objects.filter(closed=None).order_by("item__written").first()
    assert oldest is None or (clock.now() - oldest.item.written).days <= 6


def test_no_mail_leaves():
    """All of it waits in the outbox, to be read there."""
    assert Mail.objects.exists()
    assert not Mail.objects.exclude(sent=None).exists()


def test_public_pages_hold_no_protected_entry():
    """Nor any other spelling of one."""
    pages = [
        "",
        "policy",
        "policy/1.0",
        "comments-policy",
        "policy/compare",
        "limits",
        "find-my-comment",
        "may-i",
        "feed",
    ]
    pages += [f"decision/{each}" for each in Decision.objects.values_list("reference", flat=True)]
    browser = Client()
    said = "".join(
        browser.get(f"/{language}/{page}").content.decode() for language in ("fr", "en") for page in pages
    ).casefold()
    terms = [term for each in protected() for entry in each.entries for term in (entry.term, *entry.also)]
    assert len(terms) >= 3
    assert [term for term in terms if term.casefold() in said] == []


def test_no_public_page_of_a_decision_tells_who_wrote():
    authors = dict(Item.objects.values_list("uid", "author"))
    browser = Client()
    for decision in Decision.objects.filter(kind="comment"):
        assert authors[decision.subject] not in browser.get(f"/fr/decision/{decision.reference}").content.decode()


def test_every_text_is_judged():
    """By the engine in force, as what it is: a comment of the public, a text of the organisation."""
    engine = engine_of(in_force())
    for each in data("comments"):
        engine.check(Context(text=each["text"], channel=each["place"], author=Author(relation="public")))
    for each in data("people")["drafts"]:
        engine.check(Context(text=each["text"], channel=each["channel"], author=Author(relation="employee")))


class _Links(HTMLParser):
    """The addresses of ours that a page leads to."""

    def __init__(self, page):
        super().__init__()
        self.found = set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        link = dict(attributes).get("href") or ""
        self.found |= {link.partition("#")[0]} if tag == "a" and link.startswith(("/fr/", "/en/")) else set()
