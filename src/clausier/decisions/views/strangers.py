"""What the pages that anybody opens share: where a stranger comes from, and headers that leave no trace."""

import hashlib
import hmac
from collections.abc import Callable
from functools import wraps
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]
NO_REFERRER, SAME_ORIGIN = "no-referrer", "same-origin"
_NETWORK = 64  # a household of IPv6 has so many bits of its own: they are one place


def unseen(referrer: str = NO_REFERRER) -> Callable[[View], View]:
    """Keep a page out of indexes and caches, and its address out of what other sites are told.

    A page with a form says ``same-origin``: with ``no-referrer`` a browser hides the origin of the form as well, and
    the form would be refused as somebody else's. Neither tells another site anything.
    """

    def marked(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            response = view(request, *args, **kwargs)
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
            response.headers["Cache-Control"] = "no-store"
            response.headers["Referrer-Policy"] = referrer
            return response

        return answer

    return marked


def source_of(request: HttpRequest) -> str:
    """Return the place a request comes from, as a digest that only this installation can make."""
    return digest_of(_address(request))


def digest_of(words: str) -> str:
    """Return the keyed digest of an address."""
    return hmac.new(settings.SECRET_KEY.encode(), words.encode(), hashlib.sha256).hexdigest()


def _address(request: HttpRequest) -> str:
    """Return the address as the last trusted proxy saw it, else as we do; an IPv6 one by its network."""
    proxies: int = settings.AXES_IPWARE_PROXY_COUNT or 0
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    seen: str = forwarded[-proxies] if 0 < proxies <= len(forwarded) else request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(seen.strip())
    except ValueError:
        return seen.strip()
    return str(int(address) >> _NETWORK) if isinstance(address, IPv6Address) else str(address)
