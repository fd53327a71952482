"""What the inbox keeps of people, for retention, erasure and access requests."""

from typing import Any

from clausier.audit.records import Kind
from clausier.chapters.inbox.actions import purge_messages
from clausier.chapters.inbox.models import Batch, Item
from clausier.document.vocabulary import Label


def _message(item: Item) -> dict[str, Any]:
    """Return what the author of a message may receive of it."""
    return {
        "channel": item.channel.name,
        "author": item.author,
        "handle": item.handle,
        "text": item.text,
        "url": item.url,
        "written": item.written.isoformat() if item.written else "",
        "received": item.received.isoformat(),
        "verdict": item.verdict_action,
    }


def _batch(batch: Batch) -> dict[str, Any]:
    """Return what whoever received a batch may receive: their act, nothing of the messages."""
    return {"channel": batch.channel.name, "at": batch.at.isoformat(), "received": batch.received}


LABELS = {
    "message": Label("message du public", "message from the public"),
    "batch": Label("lot de messages que la personne a reçu", "batch of messages that the person received"),
}


KINDS = (
    Kind("message", LABELS["message"], Item, "", "received", purge_messages, _message, "message"),
    Kind("batch", LABELS["batch"], Batch, "by", "at", None, _batch, "message"),
)


ACTS = {
    "inbox.channel.opened": Label("Canal ouvert", "Channel opened"),
    "inbox.channel.closed": Label("Canal fermé", "Channel closed"),
    "inbox.channel.reopened": Label("Canal rouvert", "Channel opened again"),
    "inbox.batch.received": Label("Messages reçus", "Messages received"),
    "inbox.batch.undone": Label("Lot de messages annulé", "Batch of messages undone"),
    "inbox.authors.forgotten": Label(
        "Auteurs effacés au terme de leur conservation", "Authors erased at the end of their term"
    ),
    "inbox.messages.purged": Label(
        "Messages effacés au terme de leur conservation", "Messages erased at the end of their term"
    ),
}
