"""How a part of a batch becomes rows: known messages are found at once, threads tied, rows written together."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from clausier.chapters.inbox.incoming import KEPT, KNOWN, MAX_ID, Incoming, Told, fingerprint, sender
from clausier.chapters.inbox.judging import Judge
from clausier.chapters.inbox.models import Batch, Channel, Item
from clausier.document.vocabulary import INCOMING, LADDERS
from clausier.engine.verdict import Verdict

URGENCY = {action: place for place, action in enumerate(LADDERS[INCOMING])}
COMPARED = ("pk", "uid", "external_id", "fingerprint", "written", "within")


class Keeper:
    """Tells new messages from known ones and gathers the new ones; the channel is held by the caller."""

    def __init__(self, channel: Channel, batch: Batch, messages: Sequence[Incoming]) -> None:
        self._channel, self._batch = channel, batch
        self._prints = {id(message): fingerprint(channel.uid, message.text, sender(message)) for message in messages}
        self._by_id: dict[str, Item] = {}
        self._by_print: defaultdict[str, list[Item]] = defaultdict(list)
        self._by_key: dict[str, Item] = {}
        self._new: list[tuple[Item, Incoming]] = []
        for item in self._there(messages):
            self._see(item)

    def keep(self, message: Incoming, judge: Judge, now: datetime) -> Told:
        """Return what becomes of a message; a new one is judged and waits to be written."""
        known = self._known(message)
        item = known or self._item(message, judge.verdict(message), now)
        if message.key:
            self._by_key.setdefault(message.key, item)
        if known:
            return Told(message, KNOWN, known.uid)
        self._new.append((item, message))
        self._see(item)
        return Told(message, KEPT, item.uid)

    def write(self) -> list[Item]:
        """Write the new items, tie their threads, and return them."""
        items = Item.objects.bulk_create([item for item, _ in self._new])
        tied = [item for item, message in self._new if self._tie(item, message)]
        Item.objects.bulk_update(tied, ["parent"], batch_size=100)
        self._adopt(items)
        return items

    def _there(self, messages: Sequence[Incoming]) -> list[Item]:
        """Return the items of the channel that the messages may be, or may answer."""
        ids = {name for each in messages for name in (each.external_id, each.parent) if name}
        there = Item.objects.filter(channel=self._channel).only(*COMPARED)
        found = {item.pk: item for item in there.filter(external_id__in=ids)} if ids else {}
        found |= {item.pk: item for item in there.filter(fingerprint__in=set(self._prints.values()))}
        return list(found.values())

    def _see(self, item: Item) -> None:
        self._by_print[item.fingerprint].append(item)
        if item.external_id:
            self._by_id[item.external_id] = item

    def _known(self, message: Incoming) -> Item | None:
        if message.external_id and (item := self._by_id.get(message.external_id)):
            return item
        alike = self._by_print.get(self._prints[id(message)], ())
        return next((item for item in alike if _same(item, message)), None)

    def _item(self, message: Incoming, verdict: Verdict | None, now: datetime) -> Item:
        return Item(
            channel=self._channel,
            batch=self._batch,
            external_id=message.external_id,
            answers=message.parent[:MAX_ID],
            author=message.author,
            handle=message.handle,
            text=message.text,
            url=message.url,
            written=message.written,
            within=int(message.within.total_seconds()),
            received=now,
            obtained_by=self._batch.obtained_by,
            fingerprint=self._prints[id(message)],
            **_judged(verdict),
        )

    def _tie(self, item: Item, message: Incoming) -> bool:
        """Give an item its parent when it is there; tell whether it was."""
        parent = self._by_key.get(message.parent) or self._by_id.get(message.parent) if message.parent else None
        if parent is None or parent.pk == item.pk:
            return False
        item.parent = parent
        return True

    def _adopt(self, items: Sequence[Item]) -> None:
        """Give their parent to messages that arrived before it: files are often written the newest first."""
        by_id = {item.external_id: item for item in items if item.external_id}
        waiting = Item.objects.filter(channel=self._channel, parent=None, answers__in=by_id).only("answers")
        orphans = [item for item in waiting.exclude(answers="") if by_id[item.answers].pk != item.pk] if by_id else []
        for item in orphans:
            item.parent = by_id[item.answers]
        Item.objects.bulk_update(orphans, ["parent"], batch_size=100)


def _same(item: Item, message: Incoming) -> bool:
    """Tell whether two messages of the same words and author are one.

    Two external ids are two messages. A time that is unknown on one side only says nothing, when the author is known.
    """
    if item.external_id and message.external_id:
        return False
    if item.written is None or message.written is None:
        return item.written == message.written or bool(sender(message))
    apart = abs((item.written - message.written).total_seconds())
    return apart <= item.within + message.within.total_seconds()


def _judged(verdict: Verdict | None) -> dict[str, object]:
    if verdict is None:
        return {"verdict": None}
    return {
        "verdict": verdict.as_data(),
        "verdict_action": verdict.action,
        "urgency": URGENCY[verdict.action],
        "intent": verdict.intent[0] if verdict.intent else "",
        "language": verdict.language,
    }
