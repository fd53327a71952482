"""What each line of a sheet of people would do, compared with the people that are known."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clausier.document.folding import fold
from clausier.document.model.statements import REGIMES
from clausier.document.vocabulary import RELATIONS, Label
from clausier.identity import audience_names
from clausier.identity.actions.away import Interval, new_absences, parse_absences
from clausier.identity.models import Absence, Person
from clausier.identity.permissions import email_refused
from clausier.identity.shifts import tidy_shift
from clausier.lib.sheets import Row
from clausier.lib.tokens import new_uid

LANGUAGES = {"fr": "fr", "francais": "fr", "french": "fr", "en": "en", "anglais": "en", "english": "en"}
LONGEST = {"name": 200, "number": 40, "unit": 120, "email": 254}
KEYS = ("number", "email")
PART = 500
Value = TypeVar("Value")


class UnfitError(ValueError):
    """A cell that cannot be kept; its message is the sentence that the line shows."""


class Planner:
    """Reads the rows of one sheet. An empty cell leaves what is known as it is."""

    def __init__(self, columns: Sequence[str], actor: Person) -> None:
        self.actor = actor
        self.columns = [name for name in columns if name not in ("manager", "absences")]
        self.has_managers = "manager" in columns
        self.declared = set(audience_names.names(get_language() or "fr"))
        self.seen: dict[tuple[str, str], int] = {}
        self.known: dict[tuple[str, str], Person] = {}
        self.by_uid: dict[str, Person] = {}
        self.away: dict[int, list[Interval]] = {}
        self.named: dict[tuple[str, str], str] = {}  # number or e-mail → uid, those of the sheet included

    def plan(self, rows: list[Row]) -> list[dict[str, Any]]:
        """Return, for each row, its line, what it does (add, change, same, error), to whom, and the values."""
        self._look_up(rows)
        lines = [self._line(row) for row in rows]
        if self.has_managers:
            for row, line in zip(rows, lines, strict=True):
                self._manager(row, line)
        return lines

    def _look_up(self, rows: list[Row]) -> None:
        """Read at once everybody whom the sheet names."""
        for key in KEYS:
            cells = {tidy(key, row.cells.get(column, "")) for row in rows for column in (key, "manager")} - {""}
            for part in _parts(sorted(cells)):
                for person in Person.objects.select_related("manager").filter(**{f"{key}__in": part}):
                    self.known[key, getattr(person, key)] = person
                    self.named[key, getattr(person, key)] = person.uid
                    self.by_uid[person.uid] = person
        for keys in _parts(sorted({person.pk for person in self.by_uid.values()})):
            for absence in Absence.objects.filter(person__in=keys):
                self.away.setdefault(absence.person_id, []).append((absence.first, absence.last))

    def _line(self, row: Row) -> dict[str, Any]:
        line: dict[str, Any] = {
            "line": row.line,
            "who": row.cells.get("name", ""),
            "uid": "",
            "before": {},
            "after": {},
        }
        try:
            values = self._values(row)
            person = self._person(values, row.line)
            self._check_email(person, values)
            line |= self._absences(row, person)
        except UnfitError as error:
            return line | {"does": "error", "error": str(error)}
        if person is None:
            return self._added(line, values)
        before = {name: getattr(person, name) for name in values}
        after = {name: value for name, value in values.items() if before[name] != value}
        known = {"uid": person.uid, "before": {name: before[name] for name in after}, "after": after}
        return line | known | {"does": "change" if after or line.get("absences") else "same"}

    def _added(self, line: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
        uid = new_uid()
        for key in KEYS:
            if values.get(key):
                self.named[key, values[key]] = uid
        return line | {"does": "add", "uid": uid, "after": values}

    def _values(self, row: Row) -> dict[str, Any]:
        values = {name: row.cells[name] for name in self.columns if row.cells.get(name)}
        if not values.get("name"):
            raise UnfitError(_("The name is missing."))
        return {name: self._value(name, cell) for name, cell in values.items()}

    def _value(self, name: str, cell: str) -> Any:
        if len(cell) > LONGEST.get(name, 1000):
            raise UnfitError(_("“%(cell)s…” is too long: %(limit)s characters at most.") % _limit(name, cell))
        read: Callable[[str], Any] = {
            "email": _email,
            "language": _language,
            "relation": _relation,
            "regime": _regime,
            "audiences": self._audiences,
            "shift": _shift,
        }.get(name, str)
        return read(cell)

    def _audiences(self, cell: str) -> list[str]:
        slugs = sorted({slug for slug in re.split(r"[\s,;|]+", cell) if slug} - {"everyone"})
        unknown = [slug for slug in slugs if self.declared and slug not in self.declared]
        if unknown:
            raise UnfitError(_("The policy declares no audience “%(cell)s”.") % {"cell": unknown[0]})
        return slugs

    def _person(self, values: dict[str, Any], line: int) -> Person | None:
        """Return whom the row is about: by number first, then by e-mail; None for somebody new."""
        for key in KEYS:
            if key in values and self.seen.setdefault((key, values[key]), line) != line:
                sentence = _("“%(cell)s” is already on line %(line)s.")
                raise UnfitError(sentence % {"cell": values[key], "line": self.seen[key, values[key]]})
        found = [person for key in KEYS if (person := self.known.get((key, values.get(key, ""))))]
        if len({person.pk for person in found}) > 1:
            raise UnfitError(_("The number is one person's and the e-mail another's."))
        if found and not found[0].is_active:
            raise UnfitError(_("This person has left: bring them back first."))
        return found[0] if found else None

    def _absences(self, row: Row, person: Person | None) -> dict[str, Any]:
        """Return the days away that are not known yet, which no other cell of the line touches."""
        cell = row.cells.get("absences", "")
        try:
            found = new_absences(parse_absences(cell), self.away.get(person.pk, ()) if person else ())
        except ValueError as error:
            sentence = _("“%(cell)s” are no days away, or some that are known otherwise: write 2026-12-01/2026-12-15.")
            raise UnfitError(sentence % {"cell": str(error)[:40]}) from None
        return {"absences": found} if found else {}

    def _check_email(self, person: Person | None, values: dict[str, Any]) -> None:
        if person and "email" in values and values["email"] != person.email:
            refusal = email_refused(self.actor, person)
            if refusal:
                raise UnfitError(str(refusal.sentence))

    def _manager(self, row: Row, line: dict[str, Any]) -> None:
        cell = row.cells.get("manager", "")
        if not cell or line["does"] == "error":
            return
        uid = self.named.get(("number", cell)) or self.named.get(("email", tidy("email", cell)))
        if uid is None or uid == line["uid"]:
            sentence = (
                _("Nobody has the number or e-mail “%(cell)s”.") if uid is None else _("Nobody is their own manager.")
            )
            line.update({"does": "error", "error": sentence % {"cell": cell}, "before": {}, "after": {}})
            return
        self._follow(line, uid)

    def _follow(self, line: dict[str, Any], manager: str) -> None:
        person = self.by_uid.get(line["uid"])
        before = person.manager.uid if person and person.manager else ""
        if before != manager:
            line["after"]["manager"] = manager
            if line["does"] != "add":
                line["does"], line["before"]["manager"] = "change", before


def tidy(name: str, cell: str) -> str:
    """Return a cell as it is compared."""
    return cell.strip().lower() if name == "email" else cell.strip()


def _parts(values: Sequence[Value]) -> Iterable[Sequence[Value]]:
    return (values[start : start + PART] for start in range(0, len(values), PART))


def _limit(name: str, cell: str) -> dict[str, object]:
    return {"cell": cell[:20], "limit": LONGEST.get(name, 1000)}


def _email(cell: str) -> str:
    try:
        validate_email(cell)
    except ValidationError:
        raise UnfitError(_("“%(cell)s” is not an e-mail address.") % {"cell": cell}) from None
    return tidy("email", cell)


def _language(cell: str) -> str:
    if fold(cell) not in LANGUAGES:
        raise UnfitError(_("“%(cell)s” is not a language: write fr or en.") % {"cell": cell})
    return LANGUAGES[fold(cell)]


def _shift(cell: str) -> str:
    try:
        return tidy_shift(cell)
    except ValueError:
        sentence = _("“%(cell)s” is no shift: write days and hours, such as mon-fri 23:00-07:00; sat 08:00-16:00.")
        raise UnfitError(sentence % {"cell": cell[:40]}) from None


def _relation(cell: str) -> str:
    return _chosen(cell, RELATIONS, _("“%(cell)s” is not a tie: write one of %(known)s."))


def _regime(cell: str) -> str:
    return _chosen(cell, REGIMES, _("“%(cell)s” is not a regime: write one of %(known)s."))


def _chosen(cell: str, known: dict[str, Label], sentence: str) -> str:
    names = {fold(word): name for name, label in known.items() for word in (name, label.fr, label.en)}
    if fold(cell) not in names:
        raise UnfitError(sentence % {"cell": cell, "known": ", ".join(known)})
    return names[fold(cell)]
