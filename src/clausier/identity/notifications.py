"""What identity writes to people."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from clausier.identity.duties import Duty
from clausier.identity.models import Person
from clausier.identity.selectors import organization, with_role
from clausier.identity.states import Role
from clausier.identity.switches import Switch
from clausier.lib import clock
from clausier.tasks import mail

WATCHERS = (Role.ADMINISTRATOR, Role.PRIVACY_OFFICER, Role.OBSERVER)
MOST = 20  # duties named in one letter


def address_of(token: str, language: str) -> str:
    """Return the whole address of a link, as it stands in an e-mail or in a code to scan."""
    with translation.override(language):
        return f"{settings.PUBLIC_URL}{reverse('link', args=[token])}"


def invitation(person: Person, actor: Person, token: str) -> None:
    """Invite a person by e-mail."""
    _write(person, "invitation", {"actor": actor, "address": address_of(token, person.language)})


def switched(switch: Switch, actor: Person, *, is_on: bool) -> None:
    """Tell those who watch over the limits that one was switched."""
    for person in with_role(*WATCHERS):
        _write(person, "switched", {"switch": switch, "actor": actor, "is_on": is_on})


def digest(person: Person, asked: Sequence[Duty]) -> None:
    """Tell somebody all that is asked of them, in one letter."""
    with translation.override(person.language):
        url = settings.PUBLIC_URL + reverse("me")
    lines = [
        {"title": duty.title, "due": duty.due, "url": settings.PUBLIC_URL + duty.url}
        | {"is_late": duty.due is not None and duty.due < clock.now()}
        for duty in asked[:MOST]
    ]
    more = len(asked) - len(lines)
    _write(person, "digest", {"lines": lines, "count": len(asked), "more": more, "url": url})


def email_changed(person: Person, before: str, actor: Person) -> None:
    """Tell the address that opened the door until now that another one does."""
    known = {"person": person, "organization": organization(), "actor": actor}
    mail.write(to=before, language=person.language, template="identity/mail/email_changed", context=known)


def trial(person: Person) -> None:
    """Show that mail leaves."""
    _write(person, "trial", {})


def administrator_made(made: Person) -> None:
    """Tell the administrators that one more was let in from the terminal."""
    for person in with_role(Role.ADMINISTRATOR):
        if person != made:
            _write(person, "administrator_made", {"made": made})


def _write(person: Person, template: str, context: dict[str, object]) -> None:
    if person.mailbox:
        known = {"person": person, "organization": organization(), **context}
        mail.write(to=person.mailbox, language=person.language, template=f"identity/mail/{template}", context=known)
