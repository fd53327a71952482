"""Makers of what identity keeps, for the tests of every room."""

import io
from datetime import timedelta

from clausier.identity import actions
from clausier.identity.models import DutyHolder
from people import make_person

CSV = "Nom,Courriel,Matricule\nÉlodie Côté,elodie.cote@valbleu.example,1001\n"


def officer(name="Paule Officer"):
    """Somebody who looks after people."""
    return make_person(name, "people-officer")


def administrator(name="Ada Minister"):
    """Somebody who administers the installation."""
    return make_person(name, "administrator")


def sheet(text=CSV, encoding="utf-8"):
    """A file of people, as an upload gives it."""
    file = io.BytesIO(text.encode(encoding))
    file.name = "people.csv"
    return file


def make_link(person, purpose="invitation", **lasts):
    """The token of a link."""
    return actions.make_link(purpose=purpose, person=person, lasts=timedelta(**(lasts or {"days": 7})))


def hold(duty, person, rank=0):
    """Charge a person with a duty."""
    return DutyHolder.objects.create(duty=duty, person=person, rank=rank)
