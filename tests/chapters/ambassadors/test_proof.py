"""The sealed proof of one answer, worked out again off-line."""

import json

import pytest
from pypdfium2 import PdfDocument

from clausier.audit import proofs
from clausier.audit.actions import erase
from clausier.audit.models import Entry
from clausier.cli.main import main
from factories.ambassadors import amended, asking, give_word, make_version
from people import make_person, signed_in


@pytest.fixture
def person(organization):
    """Somebody who has given their word."""
    make_version(asking())
    person = make_person("Camille Roy")
    give_word(person)
    return person


@pytest.fixture
def code(person):
    return person.commitments.get().code


@pytest.fixture
def proof(person, code):
    return signed_in(person).get(f"/en/certificate/{code}/proof").json()


def test_it_holds(proof, person):
    """Off-line, and still once the text has been amended."""
    amended()
    found = proofs.verify(proof)
    assert found.problem == ""
    assert found.said["person"] == person.uid
    assert proofs.verify(proof, key=found.public_key).problem == ""


def test_a_name_that_no_font_draws_is_told(person, code):
    """An old alphabet, and no page of an error."""
    person.name = "\U00010330"  # Gothic
    person.save()
    answer = signed_in(person).get(f"/en/certificate/{code}/pdf")
    assert answer.status_code == 422
    assert "Print the page itself" in answer.content.decode()


def _changed(proof, change):
    copy = json.loads(json.dumps(proof))
    change(copy)
    return copy


@pytest.mark.parametrize(
    ("problem", "change"),
    [
        ("words", lambda proof: proof["words"]["clauses"][0].update(text="Do as you like.")),
        ("details", lambda proof: proof.update(details=proof["details"].replace("acknowledge", "agree"))),
        ("details", lambda proof: proof.update(salt="00" * 32)),
        ("entry", lambda proof: proof["entry"].update(at="2020-01-01T00:00:00.000000+00:00")),
        ("signature", lambda proof: proof["entry"].update(signature="00" * 64)),
        ("unreadable", lambda proof: proof.pop("words")),
        ("unreadable", lambda proof: proof.update(entry=None)),
    ],
)
def test_whatever_is_changed_is_named(proof, problem, change):
    assert proofs.verify(_changed(proof, change)).problem == problem


def test_another_key_is_told(proof):
    assert proofs.verify(proof, key="0" * 64).problem == "key"


def test_the_terminal_tells(proof, tmp_path, capsys):
    """0 when it holds, 1 when it does not."""
    path = tmp_path / "proof.json"
    path.write_text(json.dumps(proof), encoding="utf-8")
    assert main(["ledger", "verify", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["holds"]
    path.write_text(json.dumps(_changed(proof, lambda each: each["words"].update(language="en"))), encoding="utf-8")
    assert main(["ledger", "verify", str(path)]) == 1


def test_it_is_given_to_the_person_and_to_the_officer(person, code, client):
    """The code alone opens neither the proof nor the printed certificate."""
    other = signed_in(make_person("Other"))
    for what in ("proof", "pdf"):
        assert client.get(f"/en/certificate/{code}/{what}").status_code == 302
        assert other.get(f"/en/certificate/{code}/{what}").status_code == 404
    officer = signed_in(make_person("Olga", "people-officer"))
    assert officer.get(f"/en/certificate/{code}/proof").status_code == 200


def test_the_certificate_is_printed(person, code):
    page = signed_in(person).get(f"/fr/certificate/{code}/pdf")
    text = PdfDocument(page.content)[0].get_textpage().get_text_bounded()
    assert "Camille Roy" in text
    assert f"{code[:4]}-{code[4:8]}-{code[8:]}" in text


def test_what_was_erased_has_no_proof(person, code):
    entry = Entry.objects.get(action="ambassadors.commitment.given")
    erase(actor=make_person("Pia", "privacy-officer"), entry=entry, reason_code="request")
    assert signed_in(person).get(f"/en/certificate/{code}/proof").status_code == 404
