"""The files of a home that has lived: no check in one's own name, no name in the ledger, no key in a log."""

import os
import subprocess
import sys
import zipfile

import pytest

from architecture.house import ROOT
from factories.marker import a_marker, in_files

DAYS = 25
LIVED = f"""
import sys, logging
from itertools import islice
from pathlib import Path
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from clausier.demo.build import build
for _ in islice(build(), {DAYS}):
    pass
"""
CHECKED = """
from clausier.audit.backup.making import make_backup
from clausier.identity.models import Person
from people import signed_in

def fails(*_):
    raise RuntimeError(sys.argv[1])

browser = signed_in(Person.objects.filter(email__isnull=False).first())
browser.raise_request_exception = False
browser.defaults["SERVER_NAME"] = "localhost"
words = f"Bravo à la Ville de Val-Bleu! {sys.argv[1]} 046 454 286"
for more in ({}, {"fix": "0.0"}, {"as_whom": "organization"}, {"network": "x", "picture": "on"}):
    for headers in ({}, {"HX-Request": "true"}):
        answer = browser.post("/fr/check", {"text": words, "as_whom": "me", **more}, headers=headers)
        assert answer.status_code == 200, answer.status_code
browser.post("/fr/check", {"text": words * 900})
browser.get("/fr/check", {"text": words})
browser.get(f"/fr/{words}")
from clausier.chapters.posts.views import check
check.receipt_of = fails
assert browser.post("/fr/check", {"text": words}).status_code == 500
make_backup(Path(sys.argv[2]), "une phrase de passe")
"""
READ = """
import json, re
from clausier.audit.models import Detail
from clausier.chapters.inbox.models import Item
from clausier.decisions.models import Appeal, Decision, Enquiry
from clausier.identity.models import Person

kept = filter(None, Detail.objects.values_list("details", flat=True))
said = [each if isinstance(each, str) else bytes(each).decode() for each in kept]
assert len(said) > 100, len(said)
names = set()
for row in Person.objects.values_list("name", "email", "number"):
    names |= {each for each in row if each} | set(row[0].split())
for row in Item.objects.values_list("author", "handle"):
    names |= {each for each in row if each}
words = [text[:15] for text in Item.objects.values_list("text", flat=True) if len(text) > 15]
written = [(Decision, "facts"), (Decision, "quote"), (Appeal, "text"), (Appeal, "contact"), (Enquiry, "name")]
for model, field in written:
    words += [text[:15] for text in model.objects.values_list(field, flat=True) if len(text) > 5]
told = chr(10).join(said)
found = [name for name in names if len(name) > 3 and re.search(rf"(?<!\\w){re.escape(name)}(?!\\w)", told)]
assert not found, found
assert not [each for each in words if each in told]
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home in which a town lived some weeks, and somebody checked a text in their own name."""
    folder, marker = tmp_path_factory.mktemp("lived"), a_marker()
    paths = f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}"
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": paths, "CLAUSIER_HOME": str(folder / "home")}
    environ["DJANGO_SETTINGS_MODULE"] = "clausier.config.settings"
    command = [sys.executable, "-c", LIVED + CHECKED + READ, marker, str(folder / "backup")]
    with (folder / "log").open("wb") as log:
        done = subprocess.run(command, env=environ, stdout=log, stderr=log, check=False)
    said = (folder / "log").read_text(encoding="utf-8")
    assert done.returncode == 0, said[-3000:]
    with zipfile.ZipFile(folder / "backup") as archive:
        archive.extractall(folder / "opened")
    return folder, marker, said


def test_a_check_is_in_no_file(home):
    """Neither the database, what it writes beside it, the log, nor a copy of it all: even of a check that failed."""
    folder, marker, said = home
    assert "builtins.RuntimeError" in said
    assert any(path.suffix == ".sqlite3" for path in (folder / "opened").rglob("*"))
    assert in_files(folder, marker) == []


def test_the_ledger_of_a_town_names_nobody(home):
    """No name, address, number, handle, nor the first words of what anybody wrote stands in its details."""
    _folder, _marker, said = home
    assert "AssertionError" not in said
