"""Programs' keys to the API."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import record
from clausier.identity.models import ApiToken, Person
from clausier.identity.permissions import may_give, require
from clausier.identity.states import Scope
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.lib.tokens import digest, new_token

LONGEST = timedelta(days=366)


@transaction.atomic
def make_token(*, actor: Person, name: str, scopes: Iterable[str], expires: datetime) -> str:
    """Return a new key that does what its scopes say until it expires; only its digest is kept.

    It opens no more than its owner's own roles do, on the day it is made and at each call.
    Raises ValidationError by field: no scope, an unknown one or one that the actor's roles do not cover, an end in
    the past or more than a year away.
    """
    require(actor, "identity.tokens.manage")
    wanted = sorted(set(scopes))
    if not wanted or set(wanted) - set(Scope.values):
        raise ValidationError({"scopes": _("Choose what the program may do.")}, "scopes")
    if not all(may_give(actor, scope) for scope in wanted):
        sentence = _("A program may do no more than you may: somebody who works with this makes the key.")
        raise ValidationError({"scopes": sentence})
    if not clock.now() < expires <= clock.now() + LONGEST:
        raise ValidationError({"expires": _("The end is a day to come, within a year.")}, "expires")
    secret = new_token()
    token = ApiToken(name=name.strip(), token=digest(secret), scopes=wanted, owner=actor, expires=expires)
    token.full_clean(exclude=["revoked", "used"])
    token.save()
    record("identity.token.made", actor=actor, subject=token, details={"scopes": wanted})
    return secret


@transaction.atomic
def revoke_token(*, actor: Person, token: ApiToken) -> None:
    """Let the key open nothing any more. Refused (409): one that is already revoked."""
    require(actor, "identity.tokens.manage")
    if not ApiToken.objects.filter(pk=token.pk, revoked=None).update(revoked=clock.now()):
        raise RefusedError("revoked", _("This key has already been revoked."), 409)
    record("identity.token.revoked", actor=actor, subject=token)
