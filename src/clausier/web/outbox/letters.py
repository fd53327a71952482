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
from clausier.web.outbox.kinds import grave, kind_of, masked, seal_of


class Letter(NamedTuple):
    """A mail, what it is about, why it waits, and whether it may be read: one that is sealed or about to leave may not.

    ``seal`` is why nobody but its recipient ever reads it, or "".
    """

    mail: Mail
    kind: Words
    to: str  # masked
    reason: str
    seal: Words
    is_open: bool
    codes: list[tuple[str, SafeString]]


def letters(mails: Iterable[Mail]) -> list[Letter]:
    """Return mails as letters. Its links open what was meant for one person: read as few as possible."""
    rows, leaves = list(mails), can_leave()
    graves = grave(rows)
    return [_letter(mail, seal_of(mail, graves), waits=not leaves or mail.given_up is not None) for mail in rows]


def _letter(mail: Mail, seal: Words, *, waits: bool) -> Letter:
    words = REASONS.get(mail.failed)
    reason = words.in_language(get_language() or "fr") if words else ""
    is_open = waits and not seal
    links = dict.fromkeys(link for link in LINK.findall(mail.text) if link.startswith(settings.PUBLIC_URL))
    codes = [(link, code(link)) for link in links] if is_open else []
    return Letter(mail, kind_of(mail), masked(mail.to), reason, seal, is_open, codes)


def code(link: str) -> SafeString:
    """Return the QR code of a link as SVG. It is made of shapes alone: nothing of the link stands in it as text."""
    drawn = segno.make(link, error="m").svg_inline(scale=4, border=4, light="white", svgclass=None, lineclass=None)
    return mark_safe(drawn)  # noqa: S308  # written by segno from our own link
