"""What ``clausier doctor`` says of mail: what stops it, what its names say, and a letter that is followed."""

import re
import time
from collections.abc import Iterator
from email import message_from_bytes
from typing import TYPE_CHECKING, NamedTuple

from clausier.cli.console import Console
from clausier.cli.failure import Failure
from clausier.cli.site import site

if TYPE_CHECKING:
    from clausier.connectors.mailbox import Account
    from clausier.tasks.models import Mail

RESERVED = re.compile(r"(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$")  # RFC 2606
PATIENCE, LOOK = 60, 3  # seconds for a letter to come back, and between two looks
RESULT = re.compile(r"\b(spf|dkim|dmarc)=(\w+)")


class Finding(NamedTuple):
    """What was looked at: its state (well, look, wrong), and the words that say it."""

    state: str
    code: str
    values: dict[str, str]


def mail(console: Console) -> Iterator[Finding]:
    """Yield what is known of mail without sending any."""
    from django.conf import settings

    from clausier.tasks.models import Mail
    from clausier.web.outbox.state import troubles

    waiting = str(Mail.objects.waiting().count())
    if not settings.EMAIL_HOST:
        yield Finding("look", "doctor-no-mail", {"n": waiting})
        return
    yield Finding("well", "doctor-mail", {"server": settings.EMAIL_HOST, "n": waiting})
    for trouble in troubles():
        words = {"words": trouble.words.in_language(console.language)}
        yield Finding("wrong" if trouble.is_now else "look", "doctor-trouble", words)
    if settings.MAILBOX is None:
        yield Finding("look", "doctor-no-mailbox", {})
    yield from _names(settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">"), settings.EMAIL_HOST)


def _names(domain: str, server: str) -> Iterator[Finding]:
    from clausier.connectors.names import OfflineError, advise

    if RESERVED.search(domain):
        yield Finding("look", "doctor-names-reserved", {"domain": domain})
        return
    try:
        for advice in advise(domain, server):
            yield Finding(advice.state, f"doctor-{advice.code}", advice.values)
    except OfflineError:
        yield Finding("look", "doctor-names-offline", {"domain": domain})


def letter(console: Console, address: str) -> Iterator[Finding]:
    """Send a letter, then look for it in the mailbox, and yield how it went. Raises Failure without a mail server."""
    with site(console):
        from django.conf import settings

        from clausier.decisions.notifications import is_email
        from clausier.tasks import sending
        from clausier.tasks.mail import write
        from clausier.tasks.reasons import REASONS

        if not is_email(address):
            raise Failure("doctor-no-address", address=address)
        if not sending.can_leave():
            raise Failure("doctor-cannot-send")
        template = "outbox/mail/letter"
        sent = write(to=address, language=console.language, template=template, context={"url": settings.PUBLIC_URL})
        reason = sending.send_now(sent)
        if reason:
            words = {"words": REASONS[reason].in_language(console.language)}
            yield Finding("wrong", "doctor-letter-stopped", words)
            return
        yield Finding("well", "doctor-letter-sent", {"address": address, "server": settings.EMAIL_HOST})
        yield from _arrival(sent)


def _arrival(sent: "Mail") -> Iterator[Finding]:
    """Yield whether the letter came into our mailbox, and what the server that took it says of us."""
    from django.conf import settings

    from clausier.connectors.mailbox import MailboxError
    from clausier.connectors.oauth import AccessError
    from clausier.tasks.sending import message_id

    if settings.MAILBOX is None:
        yield Finding("look", "doctor-letter-look", {"address": sent.to})
        return
    try:
        content = _awaited(settings.MAILBOX, message_id(sent))
    except (AccessError, MailboxError) as error:
        yield Finding("wrong", "doctor-letter-mailbox", {"server": settings.MAILBOX.host, "code": error.code})
        return
    if content is None:
        yield Finding("look", "doctor-letter-lost", {"user": settings.MAILBOX.user, "n": str(PATIENCE)})
        return
    yield Finding("well", "doctor-letter-found", {"user": settings.MAILBOX.user})
    yield from _results(content)


def _awaited(account: "Account", name: str) -> bytes | None:
    from clausier.connectors.mailbox import find
    from clausier.web.outbox.returns import opened

    end = time.monotonic() + PATIENCE
    while True:
        with opened(account) as box:
            content = find(box, name)
        if content is not None or time.monotonic() > end:
            return content
        time.sleep(LOOK)


def _results(content: bytes) -> Iterator[Finding]:
    """Yield what the topmost Authentication-Results says (RFC 8601): it is the receiver's; others may be anybody's."""
    results = dict(RESULT.findall(str(message_from_bytes(content).get("Authentication-Results", "")).lower()))
    if not results:
        yield Finding("look", "doctor-letter-unjudged", {})
    for method, result in results.items():
        state = "well" if result == "pass" else "wrong"
        yield Finding(state, "doctor-letter-result", {"method": method.upper(), "result": result})
