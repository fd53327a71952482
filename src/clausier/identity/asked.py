"""What identity itself asks of people: a second yes, a deputy, a key that ends, an address that fails."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clausier.identity import duty_names
from clausier.identity.duties import Duty
from clausier.identity.models import Person
from clausier.identity.permissions import can, second_refused
from clausier.identity.selectors import duty_rows, grants_waiting, unreached
from clausier.lib import clock

SOON = timedelta(days=14)


def of_person(person: Person) -> Iterator[Duty]:
    """Yield what identity asks of a person."""
    if can(person, "identity.roles.grant"):
        yield from _seconds(person)
    if can(person, "identity.people.edit") and unreached().exists():
        address = f"{reverse('people')}?unreached=1"
        yield Duty("identity.unreached", _("An e-mail address no longer works"), "", None, address, 2)
    if can(person, "identity.duties.assign"):
        yield from _deputies()
    yield from _keys(person)


def _seconds(person: Person) -> Iterator[Duty]:
    for grant in grants_waiting():
        if second_refused(person, grant) is None:
            title = _("A role waits for a second person: you, if you agree")
            yield Duty(f"identity.second.{grant.uid}", title, "", None, reverse("roles"), 1)


def _deputies() -> Iterator[Duty]:
    rows = duty_rows(duty_names.names(get_language() or "fr"))
    if any(row.is_declared and not row.holdings for row in rows):
        yield Duty("identity.unheld", _("A duty of the policy is held by nobody"), "", None, reverse("duties"), 2)
    if any(row.holdings and not row.has_deputy for row in rows):
        yield Duty("identity.deputy", _("A duty has no deputy"), "", None, reverse("duties"), 1)


def _keys(person: Person) -> Iterator[Duty]:
    now = clock.now()
    for token in person.api_tokens.filter(revoked=None, expires__gt=now, expires__lt=now + SOON):
        title = _("A program's key that you answer for ends soon")
        yield Duty(f"identity.key.{token.uid}", title, "", token.expires, reverse("tokens"), 1)
