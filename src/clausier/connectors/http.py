"""The one door by which anything leaves over HTTP: https, to one address that was looked at, bounded in time and size.

A name is resolved once, and the connection goes to the address that was found, so that no second answer of the name
server leads elsewhere. An address of this machine or of an inner network is refused, in IPv4, IPv6 and whatever wraps
the one in the other, unless the installation names the host (CLAUSIER_INTERNAL).
"""

import json
import socket
import time
from collections.abc import Collection, Mapping
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any, NamedTuple

import httpx

TIMEOUT = 5.0  # seconds, for the whole exchange
LARGEST = 2 * 2**20
REDIRECTS = 3
JSON = ("application/json",)
UNREACHABLE = "unreachable"
WRAPPED = IPv6Network("64:ff9b::/96")  # RFC 6052: IPv4 through a translator

Address = IPv4Address | IPv6Address


class HttpError(Exception):
    """An exchange that did not take place.

    ``code`` is one of: address, unknown-host, internal, redirected, certificate, unreachable, slow, large, kind.
    """

    def __init__(self, code: str, host: str) -> None:
        super().__init__(f"{code}: {host}")
        self.code = code
        self.host = host


class Answer(NamedTuple):
    """What a server said."""

    status: int
    content: bytes
    location: str = ""  # where it redirects to

    def json(self) -> Any:
        """Return the value that the content writes. Raises ValueError for what is no JSON."""
        return json.loads(self.content)


def post(url: str, form: Mapping[str, str], *, internal: Collection[str] = (), kinds: Collection[str] = JSON) -> Answer:
    """Send a form and return the answer, whatever its status; a redirection is refused, as the form holds secrets.

    Raises HttpError.
    """
    answer = _exchange("POST", url, internal, kinds, dict(form))
    if answer.location:
        raise HttpError("redirected", httpx.URL(url).host)
    return answer


def get(url: str, *, internal: Collection[str] = (), kinds: Collection[str] = JSON) -> Answer:
    """Return what is at an address, after three redirections at most, each looked at anew. Raises HttpError."""
    for _ in range(REDIRECTS + 1):
        answer = _exchange("GET", url, internal, kinds, None)
        if not answer.location:
            return answer
        url = str(httpx.URL(url).join(answer.location))
    raise HttpError("redirected", httpx.URL(url).host)


def addresses(host: str, *, internal: Collection[str] = ()) -> list[Address]:
    """Return the addresses of a host; one that the installation names may be within. Raises HttpError."""
    try:
        found = [ip_address(entry[4][0]) for entry in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError, ValueError) as error:
        raise HttpError("unknown-host", host) from error
    if host not in internal and not all(is_public(address) for address in found):
        raise HttpError("internal", host)
    return found


def is_public(address: Address) -> bool:
    """Tell whether an address is of the internet at large, and what it wraps too."""
    inner = _wrapped(address)
    return address.is_global and not address.is_multicast and (inner is None or is_public(inner))


def _wrapped(address: Address) -> Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address in WRAPPED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1]) or None


def _exchange(
    method: str, url: str, internal: Collection[str], kinds: Collection[str], form: dict[str, str] | None
) -> Answer:
    target = _target(url)
    headers = {"Host": target.netloc.decode(), "User-Agent": "Clausier", "Accept": ", ".join(kinds)}
    end = time.monotonic() + TIMEOUT
    for address in addresses(target.host, internal=internal):
        asked = httpx.Request(
            method,
            target.copy_with(host=str(address)),
            headers=headers,
            data=form,
            extensions={"sni_hostname": target.host, "timeout": httpx.Timeout(TIMEOUT).as_dict()},
        )
        try:
            return _answer(asked, target.host, kinds, end)
        except httpx.HTTPError as error:
            reason = _reason(error)
            if reason != UNREACHABLE:  # of a host with several addresses, one may be closed to us
                raise HttpError(reason, target.host) from error
    raise HttpError(UNREACHABLE, target.host)


def _answer(asked: httpx.Request, host: str, kinds: Collection[str], end: float) -> Answer:
    # No proxy of the environment: it would look names up by itself.
    with httpx.HTTPTransport(verify=httpx.create_ssl_context()) as transport:
        answer = transport.handle_request(asked)
        answer.request = asked
        if answer.has_redirect_location:
            return Answer(answer.status_code, b"", answer.headers["location"])
        return Answer(answer.status_code, _read(answer, host, kinds, end))


def _target(url: str) -> httpx.URL:
    try:
        target = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise HttpError("address", url) from error
    if target.scheme != "https" or not target.host:
        raise HttpError("address", url)
    return target


def _read(answer: httpx.Response, host: str, kinds: Collection[str], end: float) -> bytes:
    """Return the content, if it is of a kind that was asked for and neither too large nor too slow."""
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in kinds:
        raise HttpError("kind", host)
    content = b""
    for part in answer.iter_bytes():
        content += part
        if len(content) > LARGEST:
            raise HttpError("large", host)
        if time.monotonic() > end:
            raise HttpError("slow", host)
    return content


def _reason(error: httpx.HTTPError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "slow"
    return "certificate" if "CERTIFICATE_VERIFY_FAILED" in str(error) else UNREACHABLE
