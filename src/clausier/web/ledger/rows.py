"""Entries in words: the act, who did it, and to what."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clausier.audit.actions import PROGRAM, PUBLIC
from clausier.audit.chain import fingerprint
from clausier.audit.models import Entry
from clausier.audit.words import label_of
from clausier.identity.models import Person

RANDOM, SHORT = 32, 8  # digits of a random name, and how many of them a list shows


class Row(NamedTuple):
    """An entry as it is read."""

    entry: Entry
    at: datetime | None
    act: str
    actor: str
    subject: str
    hash: str
    follows: str
    is_erased: bool
    is_erasable: bool


def told(entries: Iterable[Entry]) -> list[Row]:
    """Return entries in the language being spoken; people are known to this page by their random names alone."""
    entries = list(entries)
    uids = {name for entry in entries for name in (entry.actor, entry.subject)}
    names = dict(Person.objects.filter(uid__in=uids).values_list("uid", "name"))
    names |= {PROGRAM: _("the program"), PUBLIC: _("somebody from the public")}
    return [_row(entry, names) for entry in entries]


def _row(entry: Entry, names: dict[str, str]) -> Row:
    is_erased = entry.detail.erased_by_id is not None
    return Row(
        entry=entry,
        at=_moment(entry.at),
        act=label_of(entry.action).in_language(get_language() or "fr"),
        actor=names.get(entry.actor) or _short(entry.actor),
        subject=names.get(entry.subject) or _short(entry.subject),
        hash=fingerprint(entry.hash),
        follows=fingerprint(entry.previous),
        is_erased=is_erased,
        is_erasable=not is_erased and not entry.action.startswith("audit."),
    )


def _short(name: str) -> str:
    """Return the beginning of a random name: enough to tell two apart on a page; the whole is in the address."""
    return f"{name[:SHORT]}…" if len(name) == RANDOM else name


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:  # what an intruder wrote need not be a moment
        return None
