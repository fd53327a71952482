"""What comes in from the terminal comes in as from the pages: in somebody's name, with the same checks."""

import zipfile
from datetime import timedelta

import pytest

from architecture.house import ROOT
from clausier.chapters.inbox.actions import open_channel
from clausier.chapters.inbox.models import Item
from clausier.cli.main import main
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.policy import actions as policy
from clausier.policy.models import Version
from clausier.policy.selectors import export_policy
from people import make_person

pytestmark = pytest.mark.django_db(transaction=True)
SHEET = "Nom;Courriel;Numéro\nLine Gauthier;line@valbleu.example;1\nRéjean Côté;;2\n"
COMMENTS = "author,text,date\nLine,Quand passe la charrue?,2026-11-01 08:00\nLine,=1+1,2026-11-01 09:00\n"


@pytest.fixture(autouse=True)
def _english(monkeypatch, organization):
    monkeypatch.setenv("LC_ALL", "en_CA.UTF-8")


@pytest.fixture
def officer():
    return make_person("Mireille Gingras", "people-officer")


@pytest.fixture
def manager():
    return make_person("Karim Benali", "community-manager")


def _file(folder, text, name="file.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_people_come_in(tmp_path, officer, capsys):
    assert main(["import", "people", _file(tmp_path, SHEET), "--as", officer.email]) == 0
    assert capsys.readouterr().out == "2 people added, 0 changed, 0 unchanged\n"
    assert Person.objects.get(number="2").name == "Réjean Côté"


def test_one_wrong_line_and_nobody_comes_in(tmp_path, officer, capsys):
    """All or nothing: what the line lacks is said, with its number."""
    sheet = _file(tmp_path, SHEET + ";someone@valbleu.example;3\n")
    assert main(["import", "people", sheet, "--as", officer.email]) == 1
    assert capsys.readouterr().err == "Line 4: The name is missing.\nNothing was imported.\n"
    assert not Person.objects.filter(number="2").exists()


@pytest.mark.parametrize(
    ("by", "sentence"),
    [
        ([], "Say who imports"),
        (["--as", "nobody@valbleu.example"], "Nobody has the address"),
        (["--as", "karim.benali@valbleu.example"], "Your roles do not allow this"),
    ],
)
def test_who_imports_must_have_the_right(tmp_path, manager, capsys, by, sentence):
    assert main(["import", "people", _file(tmp_path, SHEET), *by]) == 2
    assert sentence in capsys.readouterr().err
    assert not Person.objects.filter(number="2").exists()


def test_messages_come_in_once(tmp_path, manager, capsys):
    """The same file again adds nothing; a formula is words like any other."""
    open_channel(actor=manager, network="facebook", name="Our page")
    command = ["import", "messages", _file(tmp_path, COMMENTS), "--as", manager.email, "--channel", "Our page"]
    assert (main(command), main(command)) == (0, 0)
    assert capsys.readouterr().out == ("2 messages received, 0 already known\n0 messages received, 2 already known\n")
    assert sorted(Item.objects.values_list("text", flat=True)) == ["=1+1", "Quand passe la charrue?"]


def test_a_place_that_is_not_there_is_told(tmp_path, manager, capsys):
    open_channel(actor=manager, network="facebook", name="Our page")
    command = ["import", "messages", _file(tmp_path, COMMENTS), "--as", manager.email, "--channel", "Their page"]
    assert main(command) == 2
    assert "These exist: Our page" in capsys.readouterr().err


def test_a_policy_comes_in_as_a_draft_and_leaves_as_it_came(tmp_path, capsys):
    """Adopted and exported, each file is byte for byte that of the draft."""
    author, approver = make_person("Odile Tremblay", "author"), make_person("Luc Desjardins", "approver")
    assert main(["import", "policy", str(ROOT / "examples" / "val-bleu"), "--as", author.email]) == 0
    draft = Version.objects.get()
    assert capsys.readouterr().out.split()[2].rstrip(".").endswith(draft.uid)
    policy.propose(actor=author, version=draft)
    policy.approve(actor=approver, version=draft)
    policy.adopt(actor=approver, version=draft, in_force_from=clock.now())
    clock.set_clock(clock.now() + timedelta(minutes=1))
    target = tmp_path / "out.zip"
    assert main(["export", "policy", str(target)]) == 0
    with zipfile.ZipFile(target) as archive:
        written = {name: archive.read(name).decode() for name in archive.namelist()}
    assert written == export_policy(Version.objects.get())
    assert "version" in written["policy.yaml"]


def test_what_is_no_policy_is_told(tmp_path, capsys):
    author = make_person("Odile Tremblay", "author")
    assert main(["import", "policy", _file(tmp_path, "no", "x.zip"), "--as", author.email]) == 2
    assert "x.zip" in capsys.readouterr().err
    assert not Version.objects.exists()
