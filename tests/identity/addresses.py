"""The addresses of the room, each with an object to open: read by the matrix of permissions."""

from datetime import date, timedelta

from clausier.identity import actions
from clausier.identity.models import Absence, ApiToken, Person, RoleGrant
from clausier.lib import clock
from factories.identity import administrator, hold, make_link, officer, sheet
from people import make_person


def addresses(world):
    """Map each name of an address to what it takes. ``world`` may hold nothing that is of use here."""
    somebody, people_officer, admin = (
        make_person("Matrix Somebody"),
        officer("Matrix Officer"),
        administrator("Matrix Admin"),
    )
    first = date(2030, 1, 1)
    absence = Absence.objects.create(person=somebody, first=first, last=first)
    batch = actions.read_people(actor=people_officer, source=sheet())
    grant = RoleGrant.objects.create(person=somebody, role="auditor", by=people_officer)
    actions.make_token(actor=admin, name="Matrix", scopes=["check"], expires=clock.now() + timedelta(days=1))
    person, imported = {"uid": somebody.uid}, {"uid": batch.uid}
    plain = ("setup", "people", "person-add", "people-import", "roles", "duties", "settings", "settings-preferences")
    plain += ("settings-organization", "settings-pin", "settings-mail", "tokens", "my-data", "my-data-download")
    of_person = (
        "person",
        "person-change",
        "person-end",
        "person-return",
        "person-invite",
        "person-email-works",
        "person-sign-in",
        "absence-add",
    )
    of_import = ("people-import-shown", "people-import-confirm", "people-import-drop", "people-import-undo")
    return {
        **{name: {} for name in plain},
        **dict.fromkeys(of_person, person),
        **dict.fromkeys(of_import, imported),
        "account-closed": {"rest": "signup/"},
        "link": {"token": make_link(somebody)},
        "absence-cancel": {"uid": absence.uid},
        "role-second": {"uid": grant.uid},
        "role-end": {"uid": grant.uid},
        "duty-end": {"uid": hold("matrix-duty", somebody).uid},
        "token-revoke": {"uid": ApiToken.objects.get(name="Matrix").uid},
        "settings-switch": {"key": "public-check"},
    }


def grow(world):
    """Add people, roles, duties and keys to the lists."""
    first = Person.objects.count()
    for number in range(first, first + 30):
        person = make_person(f"Grown {number}", "author", "moderator", unit="Grown")
        hold(f"duty-{number}", person)
        RoleGrant.objects.create(person=person, role="auditor", by=world.person)
