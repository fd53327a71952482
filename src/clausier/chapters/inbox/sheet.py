"""A sheet of messages: which column says what, in French and in English, and its rows as messages."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clausier.chapters.inbox import staging
from clausier.chapters.inbox.incoming import Incoming, cleaned, refusal_of
from clausier.chapters.inbox.pasting.moments import moment_of
from clausier.lib import clock
from clausier.lib.sheets import Column, Row, Sheet, heading_key, read

SHOWN = 5  # rows of the preview
TOLD = 20  # wrong lines that the preview lists
COLUMNS: dict[str, Promise] = {
    "text": _("Text"),
    "author": _("Author"),
    "handle": _("Handle"),
    "written": _("Written"),
    "external_id": _("Identifier"),
    "parent": _("Identifier of the message answered"),
    "url": _("Address"),
}
# What people and exports call the columns, the surest name first.
HEADINGS = {
    "text": "texte text commentaire comment message contenu content body corps comment_text textdisplay",
    "author": "auteur author author_name nom_de_l_auteur nom name from de utilisateur user",
    "handle": "handle pseudo pseudonyme nom_d_utilisateur username user_name compte account author_handle screen_name",
    "written": "date écrit_le written publié_le published published_at publishedat created_at créé_le created_time"
    " date_publication horodatage timestamp time heure",
    "external_id": "identifiant_du_commentaire comment_id external_id id identifiant message_id",
    "parent": "parent parent_id parent_comment_id en_réponse_à in_reply_to reply_to réponse_à",
    "url": "url adresse lien link permalink permalien address",
}
_DAYS = ("%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d")  # the day first, as here; the month first where the day could not be
_FORMS = tuple(f"{day}{hour}" for day in _DAYS for hour in (" %H:%M:%S", " %H:%M", ""))

_ASKED = "column of "  # no heading is so called, so that only the chosen columns are read


class Preview(NamedTuple):
    """What a file holds, before anything is kept."""

    encoding: str
    headings: list[str]
    columns: dict[str, str]
    first: list[Incoming]
    rows: int
    wrong: list[tuple[int, str]]
    wrong_count: int


def headings_of(uid: str) -> list[str]:
    """Return the headings of a staged file. Raises SheetError for a file that cannot be read."""
    with _sheet(uid, {}) as sheet:
        return list(sheet.unknown)


def guessed(headings: list[str]) -> dict[str, str]:
    """Return which heading most probably says what."""
    there = {heading_key(heading): heading for heading in reversed(headings)}
    found = {
        field: next((there[heading_key(name)] for name in names.split() if heading_key(name) in there), "")
        for field, names in HEADINGS.items()
    }
    return {field: heading for field, heading in found.items() if heading}


def preview(uid: str, columns: Mapping[str, str]) -> Preview:
    """Read a staged file whole, and tell what would be kept and what not. Raises SheetError."""
    first: list[Incoming] = []
    wrong: list[tuple[int, str]] = []
    rows = wrong_count = 0
    with _sheet(uid, columns) as sheet:
        for message in messages(sheet):
            rows += 1
            refusal = refusal_of(cleaned(message))
            if refusal:
                wrong_count += 1
                wrong += [(message.line, str(refusal.sentence))] if wrong_count <= TOLD else []
            elif len(first) < SHOWN:
                first.append(message)
        encoding = sheet.encoding
    return Preview(encoding, headings_of(uid), dict(columns), first, rows, wrong, wrong_count)


def messages_of(uid: str, columns: Mapping[str, str]) -> Iterator[Incoming]:
    """Yield the rows of a staged file as messages. Raises SheetError."""
    with _sheet(uid, columns) as sheet:
        yield from messages(sheet)


def messages(sheet: Sheet) -> Iterator[Incoming]:
    """Yield the rows of a sheet as messages; a date that cannot be read is a fault of its line."""
    now = clock.now()
    for row in sheet.rows:
        yield _message(row, now)


def _message(row: Row, now: datetime) -> Incoming:
    cells = {name.removeprefix(_ASKED): cell for name, cell in row.cells.items()}
    said = cells.pop("written", "")
    written = moment(said, now) if said else None
    fault = "bad-moment" if said and not written else ""
    given: dict[str, Any] = {"text": "", **cells}
    return Incoming(**given, written=written, line=row.line, fault=fault)


def moment(words: str, now: datetime) -> datetime | None:
    """Return the moment that a cell tells, or None; without a zone it is that of the organisation, the day first."""
    try:
        found = parse_datetime(words) or _as_date(words)
    except ValueError:
        return None
    if found is None:
        said = moment_of(words.casefold().replace("’", "'"), now)
        return said.at if said else None
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def _as_date(words: str) -> datetime | None:
    for form in _FORMS:
        try:
            return datetime.strptime(words, form)  # noqa: DTZ007  # its zone is given by the caller
        except ValueError:
            continue
    return None


@contextmanager
def _sheet(uid: str, columns: Mapping[str, str]) -> Iterator[Sheet]:
    asked = [Column(f"{_ASKED}{name}", (heading,), name == "text") for name, heading in columns.items() if heading]
    with staging.path_of(uid).open("rb") as stream:
        yield read(stream, asked)
