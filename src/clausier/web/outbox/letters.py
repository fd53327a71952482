"""A mail as it is printed: its text, and the links that it holds as codes that a telephone reads."""

from collections.abc import Iterable
from typing import NamedTuple

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from clausier.tasks.html import LINK
from clausier.tasks.models import Mail
from clausier.tasks.reasons import REASONS
from clausier.tasks.sending import can_leave


class Letter(NamedTuple):
    """A mail, why it waits, and whether it may be read: one that is about to leave by itself may not.

    Nor a code, ever: whoever read it would sign in as somebody else.
    """

    mail: Mail
    reason: str
    is_open: bool
    codes: list[tuple[str, SafeString]]


def letters(mails: Iterable[Mail]) -> list[Letter]:
    """Return mails as letters. Its links open what was meant for one person: read as few as possible."""
    leaves = can_leave()
    return [_letter(mail, is_open=not mail.is_code and (not leaves or mail.given_up is not None)) for mail in mails]


def _letter(mail: Mail, *, is_open: bool) -> Letter:
    words = REASONS.get(mail.failed)
    reason = words.in_language(get_language() or "fr") if words else ""
    links = dict.fromkeys(link for link in LINK.findall(mail.text) if link.startswith(settings.PUBLIC_URL))
    return Letter(mail, reason, is_open, [(link, code(link)) for link in links] if is_open else [])


def code(link: str) -> SafeString:
    """Return the QR code of a link as SVG. It is made of shapes alone: nothing of the link stands in it as text."""
    drawn = segno.make(link, error="m").svg_inline(scale=4, border=4, light="white", svgclass=None, lineclass=None)
    return mark_safe(drawn)  # noqa: S308  # written by segno from our own link
