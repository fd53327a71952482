"""Giving one's word."""

import hashlib
import json

import pytest

from clausier.audit.chain import canonical
from clausier.audit.models import Entry
from clausier.chapters.ambassadors.actions import decline
from clausier.chapters.ambassadors.models import Commitment
from clausier.chapters.ambassadors.selectors import asked_of, certificate_of
from clausier.chapters.ambassadors.selectors.proofs import shown_words
from clausier.lib.refusals import RefusedError
from factories.ambassadors import CLAUSE, amended, asking, give_word, make_version
from people import make_person, signed_in

pytestmark = pytest.mark.usefixtures("organization")


def test_the_ledger_tells_what_was_said():
    """Version, word, clauses, digest and language; no name."""
    version = make_version(asking())
    person = make_person("Camille Roy")
    give_word(person)
    entry = Entry.objects.get(action="ambassadors.commitment.given")
    said = json.loads(entry.detail.details)
    words = shown_words(version, "fr", (CLAUSE,))
    assert said == {
        "person": person.uid,
        "shown": hashlib.sha256(canonical(words).encode()).hexdigest(),
        "declined": False,
        "version": version.number,
        "word": "acknowledge",
        "clauses": [CLAUSE],
        "digest": version.digest,
        "language": "fr",
    }
    assert entry.actor == person.uid


def test_an_old_text_is_refused():
    """What was shown is no longer what is in force."""
    old = make_version(asking())
    person = make_person()
    amended()
    with pytest.raises(RefusedError, match="text-changed"):
        give_word(person, version=old, digest=old.digest)
    with pytest.raises(RefusedError, match="text-changed"):
        give_word(person, digest=old.digest)
    assert not Commitment.objects.exists()


def test_twice_is_once():
    make_version(asking())
    person = make_person()
    assert give_word(person) == give_word(person)
    assert Entry.objects.filter(action="ambassadors.commitment.given").count() == 1


def test_what_was_not_on_the_page_is_still_asked():
    """A clause that nobody showed is not covered."""
    make_version(asking())
    person = make_person()
    with pytest.raises(RefusedError, match="nothing-asked"):
        give_word(person, clauses=["comments.open"])
    assert [each.clause.id for each in asked_of(person)] == [CLAUSE]


def test_who_declined_may_still_agree_when_asked_again():
    """A refusal is written as such and has no certificate."""
    version = make_version(asking())
    person = make_person()
    answer = decline(person=person, version=version, word="acknowledge", language="fr", digest=version.digest)
    assert answer.declined
    assert certificate_of(answer.code) is None


def _sent(version, **more):
    return {"word": "acknowledge", "digest": version.digest, "clauses": CLAUSE} | more


def test_the_box_has_to_be_ticked():
    """A form without it writes nothing."""
    version = make_version(asking())
    browser = signed_in(make_person())
    assert browser.post("/fr/sign/answer", _sent(version)).status_code == 400
    assert not Commitment.objects.exists()


def test_a_word_leads_to_its_certificate():
    """Whoever holds the code sees initials; the person sees their name and the clauses."""
    version = make_version(asking())
    browser = signed_in(make_person("Camille Roy"))
    answer = browser.post("/fr/sign/answer", _sent(version, sure="on"))
    code = Commitment.objects.get().code
    assert answer.headers["Location"] == f"/fr/certificate/{code}"
    mine = browser.get(f"/fr/certificate/{code}").content.decode()
    assert "Camille Roy" in mine
    assert "Dire qui l’on est" in mine


def test_the_code_alone_tells_no_name(client):
    make_version(asking())
    code = give_word(make_person("Camille Roy")).code
    shown = client.get(f"/en/certificate/{code[:4]}-{code[4:].lower()}")
    assert "C. R." in shown.content.decode()
    assert "Camille" not in shown.content.decode()
    assert shown.headers["X-Robots-Tag"] == "noindex"


def test_a_certificate_says_when_another_answer_is_asked():
    make_version(asking())
    person = make_person()
    code = give_word(person).code
    assert certificate_of(code).standing == "valid"
    amended()
    assert certificate_of(code).standing == "renew"
    give_word(person)
    assert certificate_of(code).standing == "replaced"


def test_the_page_answers_at_every_stage(client):
    """Before, during and after: in both languages."""
    browser = signed_in(make_person())
    assert browser.get("/fr/sign").status_code == 200
    version = make_version(asking())
    for language in ("fr", "en"):
        assert CLAUSE in browser.get(f"/{language}/sign").content.decode()
    browser.post("/fr/sign/answer", _sent(version, sure="on", decline="1"))
    assert Commitment.objects.get().declined
    assert browser.get("/en/sign").status_code == 200
