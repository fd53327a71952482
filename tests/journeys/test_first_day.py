"""From an empty installation to the first decision, by the pages alone."""

import pytest

from clausier.audit.actions import verify_ledger
from clausier.decisions.models import Decision
from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.home import Home
from clausier.policy.selectors import in_force
from clausier.tasks.models import Mail
from journeys.conftest import INSULT, THREAD
from journeys.walker import Walker

PHRASE = "une phrase de passe"
ADA, BEA = "ada@valbleu.example", "bea@valbleu.example"


@pytest.fixture
def home(tmp_path, settings):
    """A new installation: its keys, and nothing else."""
    settings.HOME = Home(tmp_path)
    return settings.HOME


def test_the_first_day(db, home, django_capture_on_commit_callbacks):
    """Two people found it, the council has adopted a template, a thread is pasted, and a comment is removed by it."""
    ada = Walker()
    with django_capture_on_commit_callbacks(execute=True):
        _is_founded(ada, home)
    bea = _comes_in()
    _get_roles(ada, bea)
    _is_adopted(ada)
    _is_decided(ada)
    assert verify_ledger().breaks == ()


def _is_founded(ada, home):
    ada.opens(f"/fr/setup?token={home.setup_token()}").sends(
        organization="Ville de Val-Bleu", timezone="America/Toronto", language="fr", name="Ada Roy", email=ADA,
        password=PHRASE, other_name="Bea Roy", other_email=BEA,
    )  # fmt: skip


def _comes_in():
    link = next(word for word in Mail.objects.get(to=BEA).text.split() if "/l/" in word)
    bea = Walker()
    return bea.opens("/" + link.split("/", 3)[3]).sends(agreed="yes")


def _get_roles(ada, bea):
    """Each gives roles, and the other agrees where two people are needed."""
    for role in ("community-manager", "moderator"):
        bea.opens("/fr/roles").sends("roles", who=ADA, role=role)
    ada.opens("/fr/roles").sends("roles", who=BEA, role="appeal-decider")
    for each in (ada, bea):
        while "/second" in each.opens("/fr/roles").page:
            each.sends("/second")
    assert {"author", "moderator"} <= Person.objects.get(email=ADA).roles


def _is_adopted(ada):
    ada.opens("/fr/policy/edit").sends(title="Première politique", source="public-body-qc", languages=["fr"])
    ada.sends("propose", button="")
    today = clock.now().date().isoformat()
    ada.sends("resolution", body="Conseil municipal", number="2026-214", date=today, in_force_from=today)
    assert in_force().resolution.number == "2026-214"


def _is_decided(ada):
    ada.opens("/fr/channels").sends(network="facebook", name="Page de la Ville", url="")
    ada.opens("/fr/inbox/paste").sends(text=THREAD, url="").sends("inbox/paste")
    ada.opens("/fr/moderation").sees(INSULT[:20]).follows("ground=").sends(
        "/decide", facts="Une insulte.", quote=INSULT
    )
    assert Decision.objects.get().version.number == "1.0"
