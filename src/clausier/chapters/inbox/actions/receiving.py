"""Messages are received: each kept once, judged, put in its thread, and told to the rooms above."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit import actions as audit
from clausier.chapters.inbox.events import item_received
from clausier.chapters.inbox.incoming import KEPT, KNOWN, REFUSED, ROADS, Incoming, Told, cleaned, refusal_of
from clausier.chapters.inbox.judging import Judge
from clausier.chapters.inbox.keeping import Keeper
from clausier.chapters.inbox.models import Batch, Channel
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError

PART = 500  # messages kept by one transaction: what a killed program loses at most
LISTED = 200  # refused lines that a batch lists; the others are counted

Teller = Callable[[Told], None]


def receive(  # noqa: PLR0913  # all by keyword, and most have their default
    *,
    actor: Person,
    channel: Channel,
    messages: Iterable[Incoming],
    obtained_by: str,
    batch: Batch | None = None,
    tell: Teller | None = None,
) -> Batch:
    """Keep messages, each once; return the batch, which counts those that were kept, already known and refused.

    True afterwards: each new message is an item with its verdict, its thread and its language, and the rooms above
    were told. A message is known when its channel has one with the same external id, or with the same words and
    author at the same time. Messages are kept in parts of 500, each whole with its ledger entry, so whatever stops
    the program, giving the same messages again completes the work without doubles.

    ``batch`` goes on with one that was begun, or is one not kept yet that says more (the digest of its file, the call
    of the API that it answers). ``tell`` hears what became of each message, once its part is kept.
    Refused to whoever may not receive, and on a closed channel. Raises ValueError for an unknown road.
    """
    require(actor, "inbox.receive")
    if obtained_by not in ROADS:
        raise ValueError(f"no such road: {obtained_by}")
    batch = batch or Batch(channel=channel, obtained_by=obtained_by, by=actor)
    keep_all(actor, batch, messages, tell)
    return batch


def keep_all(actor: audit.Known, batch: Batch, messages: Iterable[Incoming], tell: Teller | None = None) -> None:
    """Keep messages in a batch for whoever was found to have the right: a person, or the key of a program."""
    for part in _parts(messages):
        for told in _receive_part(actor, batch, part):
            if tell:
                tell(told)
    if batch.pk is None:
        _receive_part(actor, batch, [])


def _parts(messages: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    """Return the messages in parts, without ever holding more than one."""
    rest = iter(messages)
    while part := list(islice(rest, PART)):
        yield part


@transaction.atomic
def _receive_part(actor: audit.Known, batch: Batch, part: Sequence[Incoming]) -> list[Told]:
    channel = _locked(batch.channel)
    if batch.pk is None:
        batch.save()
    elif Batch.objects.select_for_update().get(pk=batch.pk).rows != batch.rows:
        raise RefusedError("wrong-state", _("Somebody else is importing this file at this moment."), 409)
    results = _kept(channel, batch, [cleaned(message) for message in part])
    _count(batch, results)
    details = {
        "channel": channel.uid,
        "obtained_by": batch.obtained_by,
        "digest": batch.digest,
        **{name: sum(told.outcome == name for told in results) for name in (KEPT, KNOWN, REFUSED)},
    }
    audit.record("inbox.batch.received", actor=actor, subject=batch, details=details)
    return results


def _locked(channel: Channel) -> Channel:
    """Return the channel, held so that two roads at once cannot both keep the same message."""
    locked = Channel.objects.select_for_update().get(pk=channel.pk)
    if locked.closed:
        raise RefusedError("channel-closed", _("This channel is closed: nothing more can be received on it."), 409)
    return locked


def _kept(channel: Channel, batch: Batch, messages: Sequence[Incoming]) -> list[Told]:
    now = clock.now()
    refusals = [refusal_of(message) for message in messages]
    sound = [message for message, why in zip(messages, refusals, strict=True) if not why]
    keeper = Keeper(channel, batch, sound)
    judge = Judge(channel, sound, now)
    results = [
        Told(message, REFUSED, why=why) if why else keeper.keep(message, judge, now)
        for message, why in zip(messages, refusals, strict=True)
    ]
    for item in keeper.write():
        item_received.send(sender=type(item), item=item)
    return results


def _count(batch: Batch, results: Sequence[Told]) -> None:
    batch.received += sum(told.outcome == KEPT for told in results)
    batch.known += sum(told.outcome == KNOWN for told in results)
    batch.refused += sum(told.outcome == REFUSED for told in results)
    refused = [[told.message.line, told.why.code] for told in results if told.why]
    batch.told = [*batch.told, *refused][:LISTED]
    batch.rows += len(results)
    batch.save(update_fields=["received", "known", "refused", "told", "rows"])
