"""What is asked of me, and where I may go."""

from datetime import timedelta

import pytest

from clausier.identity import duties
from clausier.identity.duties import Duty
from clausier.lib import clock
from factories.world import make_world
from people import signed_in


@pytest.fixture
def asked(monkeypatch):
    """Ask two things of everybody: one late, one without a term."""
    now = clock.now()
    first = Duty("b", "Lire la suite", "transparency.say-who-you-are", now - timedelta(days=2), "/fr/me")
    monkeypatch.setattr(duties, "_sources", {})
    duties.register(lambda _person: [Duty("a", "Un jour", "", None, "/fr/me"), first])


def test_the_most_pressing_comes_first(asked, db):
    """With the clause that asks it, and by how much it is late."""
    page = signed_in(make_world().person).get("/fr/me").content.decode()
    assert page.index("Lire la suite") < page.index("Un jour")
    assert "en retard de 2 jours" in page
    assert ">2.1</a> Dire qui l’on est" in page


def test_nothing_asked_is_said(db, monkeypatch):
    monkeypatch.setattr(duties, "_sources", {})
    assert "Rien pour le moment." in signed_in(make_world().person).get("/fr/me").content.decode()


@pytest.mark.parametrize("query", ["demande", "DEMANDÉ", "qui est ce"])
def test_the_palette_reads_what_people_type(query, db):
    """Without case, accents or order."""
    answer = signed_in(make_world().person).get("/fr/palette", {"q": query})
    assert "Ce qui m&#x27;est demandé</a>" in answer.content.decode()


def test_the_palette_in_a_dialog_is_a_fragment(db):
    answer = signed_in(make_world().person).get("/fr/palette", headers={"HX-Request": "true"})
    assert "<html" not in answer.content.decode()
