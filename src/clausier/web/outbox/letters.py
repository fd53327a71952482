"""A mail as it is printed: its text, and the links that it holds as codes that a telephone reads."""

from collections.abc import Iterable
from typing import NamedTuple

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from clausier.lib.refusals import Words
from clausier.tasks.html import LINK
from clausier.tasks.models import Mail
from clausier.tasks.reasons import REASONS
from clausier.tasks.sending import can_leave
from clausier.web.outbox.kinds import is_sealed, kind_of, masked


class Letter(NamedTuple):
    """A mail, what it is about, why it waits, and whether it may be read: one that is about to leave may not.

    Nor, ever, a code, with which one would sign in as somebody else, or what is about somebody's case.
    """

    mail: Mail
    kind: Words
    to: str  # masked
    reason: str
    is_case: bool
    is_open: bool
    codes: list[tuple[str, SafeString]]


def letters(mails: Iterable[Mail]) -> list[Letter]:
    """Return mails as letters. Its links open what was meant for one person: read as few as possible."""
    leaves = can_leave()
    return [_letter(mail, waits=not leaves or mail.given_up is not None) for mail in mails]


def _letter(mail: Mail, *, waits: bool) -> Letter:
    words = REASONS.get(mail.failed)
    reason = words.in_language(get_language() or "fr") if words else ""
    is_case = is_sealed(mail)
    is_open = waits and not is_case
    links = dict.fromkeys(link for link in LINK.findall(mail.text) if link.startswith(settings.PUBLIC_URL))
    codes = [(link, code(link)) for link in links] if is_open else []
    return Letter(mail, kind_of(mail), masked(mail.to), reason, is_case, is_open, codes)


def code(link: str) -> SafeString:
    """Return the QR code of a link as SVG. It is made of shapes alone: nothing of the link stands in it as text."""
    drawn = segno.make(link, error="m").svg_inline(scale=4, border=4, light="white", svgclass=None, lineclass=None)
    return mark_safe(drawn)  # noqa: S308  # written by segno from our own link
