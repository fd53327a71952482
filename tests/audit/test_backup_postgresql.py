"""A backup of PostgreSQL fills an empty database again."""

import os
import subprocess
import sys

from architecture.house import ROOT
from clausier.cli.passphrases import VARIABLE

MADE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from factories.ledger import write_acts
from people import make_person
from clausier.audit.actions import checkpoint
make_person("Odile Roy", "author")
write_acts(4)
checkpoint()
"""
ADDED = """
import django; django.setup()
from people import make_person
from factories.ledger import write_acts
make_person("Paul Roy", "author")
write_acts(1)
"""
DATABASES = (
    'import sys, psycopg; psycopg.connect(sys.argv[1], autocommit=True).execute("CREATE DATABASE " + sys.argv[2])'
)


def test_a_backup_comes_back(postgresql, tmp_path):
    """In another database, where work goes on: keys, numbers and chain."""

    def run(name, *arguments):
        address = postgresql.removesuffix("postgres") + name
        environ = {
            **os.environ,
            "CLAUSIER_HOME": str(tmp_path / name),
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "clausier.config.settings",
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}",
            "LC_ALL": "en_CA.UTF-8",
            VARIABLE: "une phrase assez longue",
        }
        done = subprocess.run([sys.executable, *arguments], env=environ, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def clausier(name, *arguments):
        return run(name, "-m", "clausier.cli.main", *map(str, arguments))

    for name in ("first", "second"):
        run(name, "-c", DATABASES, postgresql, name)
    run("first", "-c", MADE)
    clausier("first", "export", "backup", tmp_path / "backup.zip")
    assert "The ledger holds: " in clausier("second", "restore", tmp_path / "backup.zip")
    run("second", "-c", ADDED)
    assert "The ledger holds: " in clausier("second", "ledger", "verify")
