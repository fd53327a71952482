"""The door of the API: a key in the header, good for the scopes it was given, and so many calls a minute."""

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja.security import HttpBearer

from clausier.identity.models import ApiToken
from clausier.identity.permissions import may_give
from clausier.identity.selectors import bearer
from clausier.identity.states import Scope
from clausier.lib import clock
from clausier.lib.refusals import RefusedError

LONGEST = 200  # characters of a key: nothing longer is looked for
A_MINUTE = 300  # calls; counted in each process, so a server of two processes may let twice as many through


class Bearer(HttpBearer):
    """Opens a route to keys that hold its scope; without a good key the answer is 401, without the scope 403.

    A scope that the owner's roles no longer cover is one that the key does not hold.
    """

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:  # noqa: ARG002  # ninja's signature
        """Return the key, which ninja hands to the route as ``request.auth``."""
        found = bearer(token) if len(token) <= LONGEST else None
        if found is None:
            return None
        _count(found)
        if self.scope not in found.scopes or not may_give(found.owner, self.scope):
            raise RefusedError("scope", _("This key was not made for this."))
        return found


def token_of(request: HttpRequest) -> ApiToken:
    """Return the key that opened a route."""
    token = getattr(request, "auth", None)
    if not isinstance(token, ApiToken):
        raise TypeError("a route that asks which key is there asks for one")
    return token


def _count(token: ApiToken) -> None:
    """Count a call; raise RefusedError (429) past the limit of the minute."""
    name = f"api:{token.uid}:{clock.now():%Y%m%d%H%M}"
    cache.add(name, 0, timeout=120)
    if cache.incr(name) > A_MINUTE:
        raise RefusedError("too-often", _("Too many calls: wait a minute."), 429)
