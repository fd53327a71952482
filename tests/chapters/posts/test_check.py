"""What somebody is told before they post."""

import html
import json
import re

import pytest

from clausier.audit.models import Entry
from clausier.chapters.posts.actions.watch import DIFFERENT
from clausier.chapters.posts.selectors.judging import Question, judge
from clausier.chapters.posts.selectors.shown import answer_of, echo_of, fix_at, room_of
from clausier.identity.models import DutyHolder
from clausier.policy.actions import save_protected
from clausier.tasks.models import Mail
from factories.policy import keeper
from factories.posts import FINE, NUMBER, UNDISCLOSED, make_town
from people import make_person, signed_in


@pytest.fixture(autouse=True)
def version(organization):
    """The policy of the town is in force."""
    return make_town()


@pytest.fixture
def browser():
    """The browser of somebody who works for the town."""
    return signed_in(make_person("Paul"))


def _asked(browser, text, language="fr", *, live=True, **more):
    headers = {"HX-Request": "true"} if live else {}
    answer = browser.post(f"/{language}/check", {"text": text, "as_whom": "me"} | more, headers=headers)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_nothing_to_report_is_no_permission(browser):
    """The house's own words, in each language."""
    assert "Rien à signaler" in _asked(browser, FINE)
    assert "Ce n'est pas une autorisation; vous restez libre et responsable." in _asked(browser, FINE)
    assert "This is not a permission; you remain free and responsible." in _asked(browser, FINE, "en")


def test_a_finding_cites_its_clause_and_says_why(browser):
    """With the clause's words, the law and two examples, without leaving the page."""
    page = _asked(browser, UNDISCLOSED, network="facebook")
    assert 'class="band block"' in page or 'class="band advise"' in page
    assert "transparency.say-who-you-are" in page


def test_the_promise_stands_above_the_box(browser):
    """Before anything is typed, and while it is."""
    page = html.unescape(browser.get("/fr/check").content.decode())
    promise = "Ce texte n'est ni conservé ni montré à qui que ce soit."
    assert page.index(promise) < page.index("<textarea")
    assert promise in _asked(browser, FINE)
    assert promise not in _asked(browser, FINE, as_whom="organization")


def test_a_fix_without_script_mends_the_text(browser):
    """The button sends the form; the box comes back mended and the finding is gone."""
    page = _asked(browser, NUMBER, live=False)
    place = re.search(r'name="fix" value="([\d.]+)"', page)[1]
    mended = _asked(browser, NUMBER, live=False, fix=place)
    assert "046 454 286" not in mended
    assert "[retiré]" in mended


def test_a_fix_of_the_browser_is_that_of_the_engine(browser):
    """The edits of the button, applied at code points, give what the engine gives; smileys count as one."""
    text = "😀 " + NUMBER
    page = _asked(browser, text)
    edits = json.loads(re.search(r'data-edits="(\[.*?\}\])"', page)[1])
    mended = text
    for edit in sorted(edits, key=lambda each: -each["start"]):
        mended = mended[: edit["start"]] + edit["insert"] + mended[edit["end"] :]
    assert "046" not in mended
    assert mended.startswith("😀 Mon NAS")


@pytest.mark.parametrize("place", ["", "9.0", "0.9", "x", "0", "-1.0", "²."])
def test_a_fix_that_is_gone_changes_nothing(version, place):
    """The text may have changed in the meantime."""
    verdict = judge(version, make_person("Zoe"), Question(text=FINE))
    assert fix_at(verdict, place) is None


def test_the_echo_is_the_text_with_its_spans(version):
    """Whatever is marked, the pieces add up, masked kinds and overlaps included."""
    text = "😀 " + NUMBER + "\n<b>" + UNDISCLOSED
    verdict = judge(version, make_person("Zoe"), Question(text=text, network="facebook"))
    pieces = echo_of(text, verdict, "fr")
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if "assurance sociale" in piece.found] == ["046 454 286"]


def test_what_is_typed_is_escaped(browser):
    page = browser.post("/fr/check", {"text": "<script>alert(1)</script> " + NUMBER}).content.decode()
    assert "<script>alert" not in page


def test_the_room_left_counts_links_as_the_network_does(version):
    """X counts a link as 23 characters; the tie that a fix would add is told as well."""
    question = Question(text="Voir https://valbleu.example/une/tres/longue/adresse", network="x")
    verdict = judge(version, make_person("Zoe"), question)
    assert room_of(question, verdict).left == 280 - 5 - 23
    question = Question(text=UNDISCLOSED, network="x")
    verdict = judge(version, make_person("Yan"), question)
    room = room_of(question, verdict)
    assert room.with_disclosure is None or room.with_disclosure < room.left


def test_in_the_name_of_the_organization_no_tie_is_asked(version):
    """A spokesperson on an official account has nothing to disclose."""
    person = make_person("Zoe")
    mine, ours = (
        judge(version, person, Question(text=UNDISCLOSED, network="facebook", is_official=official))
        for official in (False, True)
    )
    assert any(each.clause == "transparency.say-who-you-are" for each in mine.findings)
    assert not any(each.clause == "transparency.say-who-you-are" for each in ours.findings)


def test_four_taps_lead_to_the_clause_on_pictures(browser):
    page = _asked(browser, FINE, shows=["minor", "screen"], picture="on")
    assert "confidentiality.pictures" in page
    assert "parent" in page


def test_the_reader_reads_their_own_language(browser, version):
    """The sentence of a rule, in the language of the page."""
    verdict = judge(version, make_person("Zoe"), Question(text=NUMBER))
    french, english = (answer_of(version, verdict, Question(text=NUMBER), language) for language in ("fr", "en"))
    assert french.lines[0].say != english.lines[0].say


@pytest.mark.parametrize("text", ["", "x" * 20_001])
def test_bad_input_gets_a_sentence(browser, text):
    """The form comes back with what was typed."""
    page = browser.post("/en/check", {"text": text})
    assert "errorlist" in page.content.decode()
    assert text in page.content.decode()


def test_something_protected_names_whom_to_ask(browser):
    """The duty's holder, and neither the entry nor its date."""
    owner = make_person("Greta Greffe")
    DutyHolder.objects.create(duty="council-office", person=owner)
    page = _asked(browser, "On avance bien sur Project Chickadee!")
    assert "Greta Greffe" in page
    assert "Mésange" not in page
    assert "2027" not in page


def test_trying_word_after_word_is_stopped(browser):
    """The owner of the list is told that it happened; nothing tells which words."""
    owner = make_person("Greta Greffe")
    DutyHolder.objects.create(duty="council-office", person=owner)
    terms = [f"Projet Zibeline{letter}" for letter in "abcdefghijkl"]
    entries = "".join(f"  - {{term: {term}, owner: council-office}}\n" for term in terms)
    save_protected(actor=keeper(), files={"protected/names.yaml": f"entries:\n{entries}"})
    statuses = [browser.post("/fr/check", {"text": f"Vive le {term}!"}).status_code for term in terms]
    assert statuses == [200] * DIFFERENT + [429] * (len(terms) - DIFFERENT)
    assert Entry.objects.filter(action="posts.probing.stopped").count() == 1
    [mail] = Mail.objects.filter(to=owner.email)
    assert "Zibeline" not in mail.text
    assert "Paul" not in mail.text


def test_live_typing_of_one_word_stops_nobody(browser):
    """One protected name, checked at every keystroke, is one name."""
    for number in range(3 * DIFFERENT):
        _asked(browser, "Sur Project Chickadee" + "!" * number)


def test_without_policy_the_page_says_so(version):
    """And asks nothing."""
    type(version).objects.update(status="withdrawn")
    page = signed_in(make_person("Zoe")).get("/en/check").content.decode()
    assert "<textarea" not in page
