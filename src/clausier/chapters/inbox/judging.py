"""The verdict of each message, by the version of the policy that was in force when it was written."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime

from clausier.chapters.inbox import history
from clausier.chapters.inbox.incoming import Incoming
from clausier.chapters.inbox.models import Channel
from clausier.document.vocabulary import INCOMING
from clausier.engine.context import Author, Context
from clausier.engine.engine import Engine
from clausier.engine.verdict import Verdict
from clausier.policy.models import Version
from clausier.policy.selectors import engine_of


class Judge:
    """Judges the messages of one channel; versions, engines and histories are read once for all of them."""

    def __init__(self, channel: Channel, messages: Sequence[Incoming], now: datetime) -> None:
        self._channel, self._now = channel, now
        versions = Version.objects.adopted().defer("files").order_by("in_force_from", "major", "minor")
        self._versions = list(versions.exclude(in_force_from=None))
        self._from = [version.in_force_from for version in self._versions if version.in_force_from]
        self._engines: dict[int, Engine] = {}
        self._pasts = history.of(channel, {message.handle for message in messages})

    def verdict(self, message: Incoming) -> Verdict | None:
        """Return the verdict, or None when no policy was in force: then only the law may be the ground."""
        at = min(message.written or self._now, self._now)
        version = self._version(at)
        return self._engine(version).check(self._context(message, at), with_fixes=False) if version else None

    def _context(self, message: Incoming, at: datetime) -> Context:
        pasts = self._pasts.get(message.handle, ())
        return Context(
            text=message.text,
            direction=INCOMING,
            channel=self._channel.network,
            at=at,
            reply=bool(message.parent),
            author=Author(relation="public", handle=message.handle or None, name=message.author or None),
            history=tuple(past.at for past in pasts) if message.handle else None,
        )

    def _version(self, at: datetime) -> Version | None:
        place = bisect_right(self._from, at)
        return self._versions[place - 1] if place else None

    def _engine(self, version: Version) -> Engine:
        if version.pk not in self._engines:
            self._engines[version.pk] = engine_of(version)
        return self._engines[version.pk]
