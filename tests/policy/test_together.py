"""Two people at once: one act after the other, and never two versions of one number."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from architecture.house import ROOT
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy.actions import adopt, approve
from factories.policy import approver, author, changed, make_proposal


def together(program, home):
    """What a program of this folder says, run by itself on a database of its own."""
    path = os.pathsep.join(str(ROOT / each) for each in ("src", "tests"))
    settings = {"CLAUSIER_HOME": str(home), "PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": "clausier.config.settings"}
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name(program)],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr
    return done.stdout.split()


def test_two_adoptions_at_once(tmp_path):
    """Of two proposals that stand on the same version, one is adopted and the other is overtaken."""
    assert together("two_at_once.py", tmp_path) == ["adopted", "overtaken", "1"]


def test_approvals_at_once(tmp_path):
    """Who presses twice counts once, and two people who agree at the same moment are two."""
    assert together("approve_at_once.py", tmp_path) == ["2", "True"]


@pytest.mark.django_db
def test_the_second_of_two_adoptions_is_overtaken(organization):
    """Also one after the other."""
    first, second = make_proposal(), make_proposal(changed("within: 30d", "within: 20d"))
    for each in (first, second):
        approve(actor=approver(), version=each)
    adopt(actor=author(), version=first, in_force_from=clock.now())
    with pytest.raises(RefusedError) as error:
        adopt(actor=author(), version=second, in_force_from=clock.now())
    assert error.value.refusal.code == "overtaken"
