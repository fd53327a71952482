"""The people of the tests, by their role: made straight in the database, as somebody must be there first."""

from datetime import timedelta

import pytest
from django.test import Client

from clausier.identity.models import Organization, Person, RoleGrant
from clausier.lib import clock


def make_person(name="Camille Roy", *roles, **values):
    """Make a person who holds some roles; the e-mail follows from the name."""
    values.setdefault("email", name.lower().replace(" ", ".") + "@valbleu.example")
    person = Person.objects.create(name=name, **values)
    other = Person.objects.filter(email="installer@valbleu.example").first() or Person.objects.create(
        name="Installer", email="installer@valbleu.example"
    )
    for role in roles:
        RoleGrant.objects.create(person=person, role=role, by=other, second=other)
    return Person.objects.get(pk=person.pk)


def signed_in(person):
    """Return a browser in which the person is signed in."""
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def later(**delta):
    """Return the moment that comes after so much time."""
    return clock.now() + timedelta(**delta)


@pytest.fixture
def organization(db):
    """The organisation of this home."""
    return Organization.objects.create(pk=1, name="Ville de Val-Bleu")
