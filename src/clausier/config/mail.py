"""The settings of mail, as the program reads them from the table of ``env``."""

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from clausier.config import env

if TYPE_CHECKING:
    from clausier.connectors.mailbox import Account
    from clausier.connectors.oauth import Access

SMTP_PORTS = {"smtp": 587, "smtps": 465}
IMAP_PORTS = {"imap": 143, "imaps": 993}


class BadVariableError(ImproperlyConfigured):
    """A variable of the table that does not hold. Its value is not repeated, as it may be a password."""

    def __init__(self, variable: env.Variable) -> None:
        super().__init__(variable.name)
        self.variable = variable


def outgoing() -> dict[str, Any]:
    """Return the settings of outgoing mail; without a server, nothing is sent and mails wait on a page.

    A server that asks who we are is spoken to under TLS alone; one that does not (on this machine, say) as it is.
    """
    url = _url(env.MAIL, SMTP_PORTS)
    sender = env.read(env.SENDER) or f"clausier@{urlsplit(env.read(env.URL)).hostname}"
    return {
        "EMAIL_HOST": url.hostname or "",
        "EMAIL_PORT": url.port or SMTP_PORTS.get(url.scheme, 587),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_USE_TLS": url.scheme == "smtp" and bool(url.username),
        "EMAIL_TIMEOUT": 20,
        "DEFAULT_FROM_EMAIL": sender,
    }


def access() -> "Access | None":
    """Return the access to the mail server by tokens, or None where a password serves, or nothing."""
    service, _, tenant = env.read(env.OAUTH).partition(":")
    if not service:
        return None
    from clausier.connectors import oauth

    urls = {"microsoft": oauth.MICROSOFT.format(tenant=tenant), "google": oauth.GOOGLE, "https": f"https:{tenant}"}
    scopes = {"microsoft": oauth.MICROSOFT_SCOPE, "google": oauth.GOOGLE_SCOPE}
    if service not in urls or (service != "google" and not tenant):
        raise BadVariableError(env.OAUTH)
    access = oauth.Access(
        url=urls[service],
        client=env.read(env.OAUTH_CLIENT),
        secret=env.read(env.OAUTH_SECRET),
        scope=env.read(env.OAUTH_SCOPE) or scopes.get(service, ""),
        refresh=env.read(env.OAUTH_REFRESH),
        key=env.read(env.OAUTH_KEY),
        user=_user(),
        until=_day(env.OAUTH_UNTIL),
    )
    if not access.key and not access.client:
        raise BadVariableError(env.OAUTH_CLIENT)
    if not access.user:  # a token says what may be done, not for whom
        raise BadVariableError(env.MAIL)
    return access


def mailbox() -> "Account | None":
    """Return the mailbox that undelivered mail returns to, or None when it is read by nobody."""
    if not env.read(env.MAILBOX):
        return None
    from clausier.connectors.mailbox import Account

    url = _url(env.MAILBOX, IMAP_PORTS)
    if not url.hostname or not url.username:
        raise BadVariableError(env.MAILBOX)
    return Account(
        host=url.hostname,
        port=url.port or IMAP_PORTS[url.scheme],
        user=unquote(url.username),
        password=unquote(url.password or ""),
        is_wrapped=url.scheme == "imaps",
        folder=unquote(url.path.strip("/")) or "INBOX",
    )


def internal() -> frozenset[str]:
    """Return the servers of the inner network that may be reached."""
    return frozenset(name.strip().lower() for name in env.read(env.INTERNAL).split(",") if name.strip())


def _user() -> str:
    return unquote(_url(env.MAIL, SMTP_PORTS).username or "")


def _url(variable: env.Variable, ports: dict[str, int]) -> SplitResult:
    """Return an address of the table, empty if there is none. Raises ImproperlyConfigured for another kind."""
    url = urlsplit(env.read(variable))
    try:
        is_good = not url.geturl() or (url.scheme in ports and (url.port is None or url.port > 0))
    except ValueError:  # a port that is no number
        is_good = False
    if not is_good:
        raise BadVariableError(variable)
    return url


def _day(variable: env.Variable) -> date | None:
    value = env.read(variable)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise BadVariableError(variable) from error
