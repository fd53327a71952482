"""A program sends messages: what its key allows, and what the same call gives when it comes again."""

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from clausier.chapters.inbox.actions.receiving import PART, keep_all
from clausier.chapters.inbox.incoming import Incoming, Told
from clausier.chapters.inbox.models import Batch, Channel
from clausier.identity.models import ApiToken
from clausier.identity.states import Scope
from clausier.lib.refusals import RefusedError
from clausier.lib.tokens import digest


def receive_call(
    *, token: ApiToken, channel: Channel, messages: Sequence[Incoming], key: str = "", body: str = ""
) -> Batch:
    """Keep the messages of a call, at most 500; return the batch, whose plan holds what became of each.

    ``key`` is the caller's own name of the call and ``body`` the digest of what it said: the same key and body again
    change nothing and give the same batch. Refused to a key without the scope (403), for more than 500 messages (413),
    on a closed channel (409), for the same key with another body (422), and while the same call is being served (409).
    """
    if Scope.RECEIVE not in token.scopes:
        raise RefusedError("scope", _("This key may not send messages."))
    if len(messages) > PART:
        raise RefusedError("too-many", _("Send at most 500 messages at a time."), 413)
    request = digest(f"{token.uid} {key}") if key else ""
    before = Batch.objects.filter(request=request).first() if request else None
    if before is None:
        return _received(
            token, Batch(channel=channel, obtained_by="api", by=token.owner, digest=body, request=request), messages
        )
    if before.digest != body:
        raise RefusedError("other-body", _("This Idempotency-Key was used with another content."), 422)
    return before


def _received(token: ApiToken, batch: Batch, messages: Sequence[Incoming]) -> Batch:
    results: list[dict[str, Any]] = []
    try:
        with transaction.atomic():
            keep_all(token, batch, messages, lambda told: results.append(_result(len(results), told)))
            batch.plan = {"results": results}
            batch.save(update_fields=["plan"])
    except IntegrityError:
        raise RefusedError("in-progress", _("The same call is being served."), 409) from None
    return batch


def _result(place: int, told: Told) -> dict[str, Any]:
    return {"index": place, "result": told.outcome, "uid": told.uid, "why": told.why.code if told.why else ""}
