"""What a mail is about, in words that tell nothing of anybody: for those who look after mail and may not read it."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clausier.identity.models import RoleGrant
from clausier.identity.states import TWO_PEOPLE
from clausier.lib.refusals import Words
from clausier.tasks.mail import CODE
from clausier.tasks.models import Mail

# By the template, or the room that it belongs to.
KINDS: dict[str, Words] = {
    CODE: _("Code to sign in"),
    "ambassadors": _("Read and acknowledge"),
    "audit": pgettext_lazy("mail", "Ledger"),
    "decisions": _("Decision or appeal"),
    "identity": _("Access and roles"),
    "identity/mail/digest": _("What is asked of somebody"),
    "outbox": pgettext_lazy("mail", "Mail"),
    "policy": pgettext_lazy("mail", "Policy"),
    "posts": _("Text to publish"),
}
OTHER = pgettext_lazy("mail", "Other")
CASE = "decisions"
INVITATION = "identity/mail/invitation"
CODE_SEALED = _(
    "This e-mail holds a code that opens for a few minutes: nobody but its recipient reads it. Whoever has no access "
    "to their e-mail receives an invitation on paper."
)
CASE_SEALED = _("This e-mail is about somebody's case: nobody but its recipient reads it.")
ROLE_SEALED = _(
    "This e-mail lets in somebody whose roles take two people: nobody but its recipient reads it. Mend their address, "
    "then invite them again."
)


def room_of(mail: Mail) -> str:
    """Return the room that wrote a mail."""
    return mail.kind.partition("/")[0]


def kind_of(mail: Mail) -> Words:
    """Return what a mail is about."""
    return KINDS.get(mail.kind) or KINDS.get(room_of(mail), OTHER)


def grave(mails: Iterable[Mail]) -> frozenset[str]:
    """Return to which addresses an invitation goes that enters as somebody with a grave role, who has been here."""
    invited = [mail.to.lower() for mail in mails if mail.kind == INVITATION]
    grants = RoleGrant.objects.standing().filter(role__in=TWO_PEOPLE, person__email__in=invited)
    known = grants.exclude(person__last_login=None).values_list("person__email", flat=True) if invited else ()
    return frozenset(filter(None, known))


def seal_of(mail: Mail, graves: Collection[str]) -> Words:
    """Return why nobody but its recipient reads a mail, printed or not; "" for one that may be read.

    By a code, or by the invitation of a grave role (``graves`` has their addresses), one acts as somebody else.
    """
    if mail.is_code or mail.kind.endswith("_code"):
        return CODE_SEALED
    if mail.kind == INVITATION and mail.to.lower() in graves:
        return ROLE_SEALED
    return CASE_SEALED if room_of(mail) == CASE else ""


def masked(address: str) -> str:
    """Return an address of which the first letter and the domain are left."""
    name, _at, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}"
