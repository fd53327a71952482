"""Who stands before a shared tablet: a number and a PIN, which axes counts the tries of.

A PIN opens the page to read and sign, and no other: whoever holds it is never signed in.
"""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from clausier.identity.models import Person, Pin

DIGITS = 6


def digest_of(person: Person, pin: str) -> str:
    """Return what is kept of a PIN: it takes the key of this home to try them all."""
    return salted_hmac("clausier.identity.pin", f"{person.uid}:{pin}", algorithm="sha256").hexdigest()


class PinBackend(BaseBackend):
    """Recognises a person by their number and PIN."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002  # Django's own signature
        number: str = "",
        password: str = "",
        **_other: Any,
    ) -> Person | None:
        """Return the person, or None. The PIN comes under the name that every log masks."""
        if not number or not password:
            return None
        found = Pin.objects.select_related("person").filter(person__number=number.strip()).first()
        if found is None or not found.person.is_active:
            return None
        return found.person if constant_time_compare(found.digest, digest_of(found.person, password)) else None
