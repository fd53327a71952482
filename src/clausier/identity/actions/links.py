"""Links that open one thing to one person, and the invitations that carry them."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.identity import notifications
from clausier.identity.models import Link, Person
from clausier.identity.permissions import require
from clausier.identity.states import TWO_PEOPLE
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.tokens import digest, new_token
from clausier.tasks.sending import can_leave

INVITATION, SIGN_IN, DEMO = "invitation", "sign-in", "demo"
LASTS = {INVITATION: timedelta(days=7), SIGN_IN: timedelta(minutes=15)}


def make_link(*, purpose: str, person: Person | None = None, subject: str = "", lasts: timedelta) -> str:
    """Return the token of a new link for one purpose; the row holds only its digest.

    The room that makes it has asked for the right to, and records its own act.
    """
    token = new_token()
    expires = clock.now() + lasts
    Link.objects.create(purpose=purpose, person=person, subject=subject, token=digest(token), expires=expires)
    return token


def spend_link(link: Link) -> None:
    """Let the link open nothing any more. Refused (409): one that is spent or has expired.

    Called in the transaction of the act that the link is for, so that two presses act once.
    """
    with transaction.atomic():
        now = clock.now()
        if not Link.objects.filter(pk=link.pk, spent=None, expires__gt=now).update(spent=now):
            raise RefusedError("spent", _("This link has already been used, or it has expired."), 409)


def close_links(*, person: Person, purpose: str) -> None:
    """Let the open links of a purpose open nothing any more: only the last one sent does."""
    now = clock.now()
    person.links.filter(purpose=purpose, spent=None, expires__gt=now).update(expires=now)


@transaction.atomic
def invite(*, actor: Person, person: Person) -> str:
    """Give the person a link that lets them in for seven days, by e-mail when it reaches them; close earlier ones.

    Returns its token, to be printed for those whom no e-mail reaches. Refused (409): a person who has left, and one who
    holds a grave role, has been here, and to whom no mail leaves: whoever prints it would act as them.
    """
    if person.roles & TWO_PEOPLE and person.last_login and not (person.mailbox and can_leave()):
        sentence = _("This person's roles take two people: nobody else may receive a link that enters as them.")
        raise RefusedError("grave-role", sentence, 409)
    token = _link_to(actor, person, INVITATION)
    if person.mailbox:
        notifications.invitation(person, actor, token)
    return token


@transaction.atomic
def offer_sign_in(*, actor: Person, person: Person) -> str:
    """Return the token of a link that signs the person in, for fifteen minutes: shown as a code to scan, not mailed.

    Refused (409): a person who has left, one whom e-mail reaches (the code goes there, and nobody else reads it), and
    one who holds a grave role, so that whoever looks after people can never act as an administrator or an auditor.
    """
    if person.mailbox:
        raise RefusedError("has-email", _("This person signs in with a code sent by e-mail."), 409)
    if person.roles & TWO_PEOPLE:
        raise RefusedError("grave-role", _("This person's roles ask for an e-mail of their own to sign in."), 409)
    return _link_to(actor, person, SIGN_IN)


def _link_to(actor: Person, person: Person, purpose: str) -> str:
    require(actor, "identity.people.edit")
    if not person.is_active:
        raise RefusedError("left", _("This person has left."), 409)
    close_links(person=person, purpose=purpose)
    token = make_link(purpose=purpose, person=person, lasts=LASTS[purpose])
    record("identity.link.made", actor=actor, subject=person, details={"purpose": purpose})
    return token
