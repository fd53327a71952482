"""Somebody who tries word after word to find what is protected is stopped, and the owner of the list is told."""

from collections.abc import Sequence

from django.core.cache import cache
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.chapters.posts import notifications
from clausier.identity.models import Person
from clausier.lib.refusals import RefusedError

DIFFERENT = 8  # protected words in an hour: more than any honest text holds
HOUR = 3600


def watch_probing(*, person: Person, words: frozenset[str], owners: Sequence[Person]) -> None:
    """Afterwards the protected words that a person touched in the last hour are counted, in the memory of the process.

    Neither a text nor a word is kept: digests under a key that only the process's own home has. Refused (429): more
    than eight different ones in an hour; the first time, the ledger says so, without a word, and the owners of the
    list are told.
    """
    key = f"posts.probing.{_digest(person.uid)}"
    seen: frozenset[str] = cache.get(key, frozenset())
    now = seen | {_digest(word) for word in words}
    cache.set(key, now, HOUR)
    if len(now) <= DIFFERENT:
        return
    if len(seen) <= DIFFERENT:
        _tell(person, owners)
    sentence = _("You have touched many protected names within an hour. Ask whoever is in charge of them.")
    raise RefusedError("probing", sentence, 429)


@transaction.atomic
def _tell(person: Person, owners: Sequence[Person]) -> None:
    record("posts.probing.stopped", actor=person, subject=person)
    for owner in owners:
        notifications.probing(owner)


def _digest(word: str) -> str:
    return salted_hmac("posts.probing", word, algorithm="sha256").hexdigest()
