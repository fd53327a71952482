"""An import that is killed in the middle: what was kept is whole, and the same file completes it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from architecture.house import ROOT

PROGRAM = """
import sys
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from factories.inbox import make_channel, make_moderator, make_version
from clausier.chapters.inbox.actions import receive
from clausier.chapters.inbox.incoming import Incoming
from clausier.chapters.inbox.models import Channel
from clausier.identity.models import Person
channel = Channel.objects.first()
marc = Person.objects.filter(name="Marc Dubois").first() or make_moderator()
if channel is None:
    make_version()
    channel = make_channel(marc)
words = "Où est la charrue numéro {}?"
messages = (Incoming(text=words.format(n), external_id=str(n), parent=str(n - n % 7)) for n in range(6_000))
tell = lambda told: print("+", flush=True)
batch = receive(actor=marc, channel=channel, messages=messages, obtained_by="file", tell=tell)
print(batch.received, batch.known, flush=True)
"""


def begun(home):
    environment = os.environ | {
        "CLAUSIER_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "clausier.config.settings",
        "PYTHONPATH": os.pathsep.join(map(str, (ROOT / "src", ROOT / "tests"))),
    }
    return subprocess.Popen([sys.executable, "-c", PROGRAM], env=environment, stdout=subprocess.PIPE, text=True)


def counted(home, query):
    with sqlite3.connect(home / "clausier.sqlite3") as base:
        return base.execute(query).fetchall()


@pytest.mark.parametrize("after", [600, 2_300])
def test_a_killed_import_is_completed(tmp_path, after):
    """Kill -9 leaves whole parts, each with its entry and its counts; the second run brings exactly the rest."""
    program = begun(tmp_path)
    for _ in range(after):
        program.stdout.readline()
    time.sleep(0.05)  # so that it dies in the middle of a part
    os.kill(program.pid, signal.SIGKILL)
    program.communicate()
    kept = counted(tmp_path, "select count(*) from inbox_item")[0][0]
    batch, entries = (
        counted(tmp_path, "select received, rows from inbox_batch")[0],
        counted(tmp_path, "select count(*) from audit_entry where action = 'inbox.batch.received'"),
    )
    assert kept % 500 == 0
    assert 0 < kept < 6_000
    assert (batch, entries) == ((kept, kept), [(kept // 500,)])
    received, known = begun(tmp_path).communicate()[0].split("\n")[-2].split()
    assert (int(received), int(known)) == (6_000 - kept, kept)
    assert counted(tmp_path, "select count(*), count(distinct external_id) from inbox_item") == [(6_000, 6_000)]
    assert counted(tmp_path, "select count(*) from inbox_item where parent_id is null") == [(858,)]
