"""What a mail is about, in words that tell nothing of anybody: for those who look after mail and may not read it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
CASES = frozenset({CODE, "decisions"})  # nobody but their recipients reads them, printed or not


def room_of(mail: Mail) -> str:
    """Return the room that wrote a mail."""
    return mail.kind.partition("/")[0]


def kind_of(mail: Mail) -> Words:
    """Return what a mail is about."""
    return KINDS.get(mail.kind) or KINDS.get(room_of(mail), OTHER)


def is_sealed(mail: Mail) -> bool:
    """Tell whether nobody but its recipient reads a mail: a code, by which one answers as somebody else, or a case."""
    return mail.is_code or mail.kind.endswith("_code") or room_of(mail) in CASES


def masked(address: str) -> str:
    """Return an address of which the first letter and the domain are left."""
    name, _at, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}"
