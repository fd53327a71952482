"""Access to a mail server without a password: a token that a service gives for a while (OAuth 2.0, RFC 6749).

Three ways, by what the installation has: a service account's key (RFC 7523: Google), a refresh token, or the client's
own credentials (Microsoft 365). The mail servers take the token by XOAUTH2.
"""

import base64
import json
from collections.abc import Collection, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from clausier.connectors.http import HttpError, post

# Where each service gives tokens, and what its mail servers want them to be for.
MICROSOFT = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"
MICROSOFT_SCOPE = "https://outlook.office365.com/.default"
GOOGLE = "https://oauth2.googleapis.com/token"
GOOGLE_SCOPE = "https://mail.google.com/"
CREDENTIALS = {"grant_type": "client_credentials"}
BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
ASSERTED = 3600  # seconds for which an assertion is good: the most that Google takes
LASTS = 3600  # what RFC 6749 suggests where the answer does not say

# What the services say, by the codes of their documentation, and what we make of it.
SAID = (
    ("AADSTS7000222", "secret-ended"),
    ("AADSTS7000215", "secret-wrong"),
    ("AADSTS700016", "client-unknown"),
    ("AADSTS90002", "tenant-unknown"),
    ("AADSTS70008", "consent-ended"),  # and 700082, the same one longer unused
    ("AADSTS50173", "consent-ended"),
    ("invalid_client", "secret-wrong"),
    ("invalid_grant", "consent-ended"),
    ("unauthorized_client", "not-allowed"),
    ("invalid_scope", "not-allowed"),
)


class Access(NamedTuple):
    """What the installation knows of its access to the mail server."""

    url: str
    client: str = ""
    secret: str = ""
    scope: str = ""
    refresh: str = ""
    key: str = ""  # the path of a service account's key
    user: str = ""  # whose mailbox it opens
    until: date | None = None  # when the secret ends, if the installation says it: no service does


class Token(NamedTuple):
    """What lets in, for how many seconds; and the refresh token that replaces the one used, where there is one."""

    value: str
    lasts: int
    refresh: str = ""


class AccessError(Exception):
    """No token was given. ``code`` is one of ``SAID``, of ``HttpError``, or ``key`` or ``answer``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def fetch(access: Access, at: datetime, *, internal: Collection[str] = ()) -> Token:
    """Ask for a token at a moment. Raises AccessError."""
    try:
        answer = post(access.url, _form(access, at), internal=internal)
        said = answer.json()
    except HttpError as error:
        raise AccessError(error.code) from error
    except ValueError as error:
        raise AccessError("answer") from error
    if not isinstance(said, dict):
        raise AccessError("answer")
    if not said.get("access_token"):
        raise AccessError(_refusal(said))
    return Token(str(said["access_token"]), _seconds(said), str(said.get("refresh_token") or ""))


def _form(access: Access, at: datetime) -> dict[str, str]:
    if access.key:
        return {"grant_type": BEARER, "assertion": _assertion(access, at)}
    form = {"client_id": access.client, "client_secret": access.secret, "scope": access.scope}
    form |= {"grant_type": "refresh_token", "refresh_token": access.refresh} if access.refresh else CREDENTIALS
    return {name: value for name, value in form.items() if value}


def _seconds(said: Mapping[str, Any]) -> int:
    try:
        return max(int(said.get("expires_in", LASTS)), 0)
    except (TypeError, ValueError):
        return LASTS


def _refusal(said: Mapping[str, Any]) -> str:
    words = f"{said.get('error')} {said.get('error_description')}"
    return next((code for sign, code in SAID if sign in words), "answer")


def _assertion(access: Access, at: datetime) -> str:
    """Return what the service account says of itself, signed (RFC 7519, RS256). Raises AccessError for a bad key."""
    try:
        account = json.loads(Path(access.key).read_text(encoding="utf-8"))
        key = load_pem_private_key(account["private_key"].encode(), None)
        issuer = str(account["client_email"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise AccessError("key") from error
    if not isinstance(key, RSAPrivateKey):
        raise AccessError("key")
    now = int(at.timestamp())
    said = {"iss": issuer, "sub": access.user, "scope": access.scope, "aud": access.url}
    parts = [{"alg": "RS256", "typ": "JWT"}, said | {"iat": now, "exp": now + ASSERTED}]
    signed = ".".join(_written(json.dumps(part).encode()) for part in parts)
    return f"{signed}.{_written(key.sign(signed.encode(), PKCS1v15(), hashes.SHA256()))}"


def _written(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
