"""The routes of the inbox: a program sends messages, and reads them."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema

from clausier.chapters.inbox.actions import receive_call
from clausier.chapters.inbox.incoming import Incoming
from clausier.chapters.inbox.models import Batch, Channel, Item
from clausier.chapters.inbox.selectors import Filters, page_of
from clausier.chapters.inbox.words import REFUSALS
from clausier.engine.context import moment
from clausier.identity.bearers import Bearer, token_of
from clausier.identity.states import Scope

router = Router(tags=["inbox"])
MOST, AT_ONCE = 100, 500


class MessageIn(Schema):
    """A message of the public; ``external_id`` is the network's own, by which it is kept once."""

    text: str
    author: str = ""
    handle: str = ""
    external_id: str = ""
    parent: str = Field("", description="The external_id of the message that it answers.")
    url: str = ""
    written: str | None = Field(None, description="RFC 3339; UTC where no zone is given.")


class MessagesIn(Schema):
    """Messages of one channel, by its uid."""

    channel: str
    messages: list[MessageIn] = Field(max_length=AT_ONCE)


class Result(Schema):
    """What became of a message: kept, known (there already) or refused, and why."""

    index: int
    result: str
    uid: str
    why: str
    detail: str = ""


class Received(Schema):
    batch: str
    received: int
    known: int
    refused: int
    results: list[Result]


class MessageOut(Schema):
    uid: str
    channel: str
    external_id: str
    parent: str | None
    author: str
    handle: str
    text: str
    url: str
    written: datetime | None
    received: datetime
    obtained_by: str
    language: str
    intent: str
    action: str
    verdict: dict[str, Any] | None


class MessagesOut(Schema):
    """A page of messages, the newest first; ``next`` is given as ``after`` for the page that follows."""

    messages: list[MessageOut]
    next: str


class MessagesAsked(Schema):
    """What the list is narrowed to, and the uid after which it goes on."""

    channel: str = ""
    action: str = ""
    intent: str = ""
    language: str = ""
    after: str = ""
    limit: int = Field(50, ge=1, le=MOST)


@router.post("/messages", response=Received, auth=Bearer(Scope.RECEIVE), summary="Send messages of the public")
def send(request: HttpRequest, body: MessagesIn) -> Received:
    """Keep at most 500 messages, each once. ``Idempotency-Key`` names the call: the same again changes nothing."""
    channel = Channel.objects.filter(uid=body.channel).first()
    if channel is None:
        raise Http404
    batch = receive_call(
        token=token_of(request),
        channel=channel,
        messages=[_incoming(place, each) for place, each in enumerate(body.messages)],
        key=request.headers.get("Idempotency-Key", "")[:200],
        body=sha256(request.body).hexdigest(),
    )
    return _received(batch)


@router.get("/messages", response=MessagesOut, auth=Bearer(Scope.INBOX), summary="Read messages")
def messages(request: HttpRequest, asked: Query[MessagesAsked]) -> dict[str, Any]:  # noqa: ARG001
    """Return messages, the newest first, narrowed by channel, action, intent or language."""
    named = [_bare(each) for each in (asked.channel, asked.action, asked.intent, asked.language)]
    page = page_of(Filters(*named), _bare(asked.after), asked.limit, is_whole=True)
    return {"messages": [_shown(item) for item in page.items], "next": page.older}


def _bare(words: str) -> str:
    """Return words of a query as the database takes them."""
    return words.replace("\0", "")[:32]


def _incoming(place: int, message: MessageIn) -> Incoming:
    given = message.dict(exclude={"written"})
    try:
        written = moment(message.written) if message.written else None
    except ValueError:
        return Incoming(**given, line=place, fault="bad-moment")
    return Incoming(**given, written=written, line=place)


def _received(batch: Batch) -> Received:
    results = [Result(**each, detail=str(REFUSALS.get(each["why"], ""))) for each in batch.plan["results"]]
    return Received(batch=batch.uid, received=batch.received, known=batch.known, refused=batch.refused, results=results)


def _shown(item: Item) -> MessageOut:
    same = ("uid", "external_id", "author", "handle", "text", "url", "written", "received", "obtained_by")
    return MessageOut(
        **{name: getattr(item, name) for name in same},
        channel=item.channel.uid,
        parent=item.parent.uid if item.parent else None,
        language=item.language,
        intent=item.intent,
        action=item.verdict_action,
        verdict=item.verdict,
    )
