"""A sheet of people: shown before anything is written, written at once, undone within a week."""

import hashlib
from collections import Counter
from datetime import timedelta
from typing import IO, Any

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import record
from clausier.identity import events, notifications
from clausier.identity.actions.away import add_planned, drop_planned
from clausier.identity.actions.plans import Planner
from clausier.identity.columns import COLUMNS
from clausier.identity.models import PeopleImport, Person
from clausier.identity.permissions import email_refused, require
from clausier.identity.states import IMPORT_MOVES, ImportStatus
from clausier.lib import clock, sheets
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved

RIGHT = "identity.people.import"
UNDO, FORGET = timedelta(days=7), timedelta(days=1)
BATCH = 500


@transaction.atomic
def read_people(*, actor: Person, source: IO[bytes]) -> PeopleImport:
    """Keep what each line of a sheet would add or change, to be shown; no person is written.

    Raises ``lib.sheets.SheetError`` for a sheet that cannot be read. What others left unconfirmed for a day goes.
    """
    require(actor, RIGHT)
    _forget()
    content = source.read(sheets.BYTES + 1)
    sheet = sheets.read(content, COLUMNS)
    plan = Planner(sheet.columns, actor).plan(list(sheet.rows))
    counts = Counter(line["does"] for line in plan)
    return PeopleImport.objects.create(
        by=actor,
        digest=hashlib.sha256(content).hexdigest(),
        encoding=sheet.encoding,
        separator=sheet.separator,
        plan=plan,
        unknown=list(sheet.unknown),
        counts=dict(counts),
    )


@transaction.atomic
def confirm_import(*, actor: Person, batch: PeopleImport) -> PeopleImport:
    """Write every line that was shown to add or change, and none that had an error.

    Refused (409): a sheet already written or dropped, one whose people were changed since it was shown, and one that
    gives another e-mail to somebody who holds a grave role since.
    """
    batch = _locked(actor, batch, "confirm")
    added = {line["uid"]: line for line in batch.plan if line["does"] == "add"}
    changed = {line["uid"]: line for line in batch.plan if line["does"] == "change"}
    _add(added)
    people = _unchanged(changed)
    if len(people) != len(changed):
        raise RefusedError("changed", _("Some of these people were changed since: read the file again."), 409)
    _write(people, {uid: changed[uid]["after"] for uid in changed}, actor)
    _set_managers([*added.values(), *changed.values()], "after")
    add_planned(batch.plan)
    events.people_changed.send(Person, people=[person.pk for person in people])
    batch.done = clock.now()
    batch.save(update_fields=["status", "done"])
    record("identity.people.imported", actor=actor, subject=batch, details={"digest": batch.digest, **batch.counts})
    return batch


@transaction.atomic
def drop_import(*, actor: Person, batch: PeopleImport) -> None:
    """Forget a sheet that was shown; nothing of it is kept."""
    batch = _locked(actor, batch, "drop")
    batch.plan = []
    batch.save(update_fields=["status", "plan"])


@transaction.atomic
def undo_import(*, actor: Person, batch: PeopleImport) -> int:
    """Put back what the sheet changed and take away whom it added; return how many lines were kept as they are.

    Kept: whoever was changed since, signed in, or holds anything. Refused (409): after a week.
    """
    batch = _locked(actor, batch, "undo")
    if batch.done is None or clock.now() > batch.done + UNDO:
        raise RefusedError("too-late", _("An import can be undone for seven days."), 409)
    changed = {line["uid"]: line for line in batch.plan if line["does"] == "change"}
    drop_planned(batch.plan)
    people = _unchanged(changed, "after")
    _write(people, {uid: changed[uid]["before"] for uid in changed}, actor)
    _set_managers([changed[person.uid] for person in people], "before")
    added = {line["uid"]: line for line in batch.plan if line["does"] == "add"}
    events.people_changed.send(Person, people=[person.pk for person in people])
    kept = len(changed) - len(people) + _take_away(added)
    batch.plan = []
    batch.save(update_fields=["status", "plan"])
    record("identity.people.import-undone", actor=actor, subject=batch, details={"kept": kept})
    return kept


def _locked(actor: Person, batch: PeopleImport, verb: str) -> PeopleImport:
    require(actor, RIGHT)
    batch = PeopleImport.objects.select_for_update().get(pk=batch.pk)
    batch.status = moved(IMPORT_MOVES, verb, batch.status)
    return batch


def _forget() -> None:
    now = clock.now()
    PeopleImport.objects.filter(status=ImportStatus.SHOWN, made__lt=now - FORGET).delete()
    PeopleImport.objects.filter(status=ImportStatus.DONE, done__lt=now - UNDO).exclude(plan=[]).update(plan=[])


def _add(lines: dict[str, dict[str, Any]]) -> None:
    if _taken(lines):
        raise RefusedError("changed", _("Some of these people were changed since: read the file again."), 409)
    people = []
    for uid, line in lines.items():
        person = Person(uid=uid, password=make_password(None), **_columns(line["after"]))
        person.refold()
        people.append(person)
    Person.objects.bulk_create(people, batch_size=BATCH)


def _taken(lines: dict[str, dict[str, Any]]) -> bool:
    """Tell whether somebody has, since, the e-mail or the number of a line that adds."""
    for name in ("email", "number"):
        wanted = [line["after"][name] for line in lines.values() if line["after"].get(name)]
        if any(Person.objects.filter(**{f"{name}__in": part}).exists() for part in batches(wanted)):
            return True
    return False


def _unchanged(lines: dict[str, dict[str, Any]], side: str = "before") -> list[Person]:
    """Return, locked, those who still are as one side of their line says."""
    found = []
    for part in batches(list(lines)):
        people = Person.objects.select_for_update(of=("self",)).select_related("manager").filter(uid__in=part)
        found += [person for person in people if _is_as(person, lines[person.uid][side])]
    return found


def _is_as(person: Person, values: dict[str, Any]) -> bool:
    manager = person.manager.uid if person.manager else ""
    now = {name: manager if name == "manager" else getattr(person, name) for name in values}
    return person.is_active and now == values


def _write(people: list[Person], values: dict[str, dict[str, Any]], actor: Person) -> None:
    for person in people:
        before = person.email
        refusal = email_refused(actor, person) if "email" in values[person.uid] else None
        if refusal:
            raise RefusedError(*refusal)
        for name, value in _columns(values[person.uid]).items():
            setattr(person, name, value)
        person.refold()
        if before != person.email:
            person.email_failed = None
        if before and before != person.email:
            notifications.email_changed(person, before, actor)
    fields = [
        "name",
        "email",
        "number",
        "language",
        "unit",
        "relation",
        "regime",
        "audiences",
        "shift",
        "folded",
        "email_failed",
    ]
    Person.objects.bulk_update(people, fields, batch_size=BATCH)


def _columns(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "manager"}


def _set_managers(lines: list[dict[str, Any]], side: str) -> None:
    """Write the managers team by team: a statement a manager costs far less than a case a person."""
    teams: dict[str, list[str]] = {}
    for line in lines:
        if "manager" in line[side]:
            teams.setdefault(line[side]["manager"], []).append(line["uid"])
    managers = [Person.objects.filter(uid__in=part).values_list("uid", "pk") for part in batches(list(teams))]
    keys = dict(row for part in managers for row in part)
    for manager, team in teams.items():
        for part in batches(team):
            Person.objects.filter(uid__in=part).update(manager_id=keys.get(manager))


def _take_away(lines: dict[str, dict[str, Any]]) -> int:
    """Take away those whom nothing holds; return how many stay."""
    gone = sum(1 for person in _unchanged(lines, "after") if not _is_held(person, lines) and _deleted(person))
    return len(lines) - gone


def _is_held(person: Person, lines: dict[str, dict[str, Any]]) -> bool:
    """Tell whether the person has done or received anything; a team that came with the same sheet does not count."""
    received = (person.grants, person.held_duties, person.absences, person.links)
    team = person.team.values_list("uid", flat=True)
    has_received = any(related.exists() for related in received)
    return person.last_login is not None or has_received or any(uid not in lines for uid in team)


def _deleted(person: Person) -> bool:
    try:
        with transaction.atomic():
            person.delete()
    except ProtectedError:
        return False
    return True


def batches(values: list[Any]) -> list[list[Any]]:
    """Return values in parts that fit in a query."""
    return [values[start : start + BATCH] for start in range(0, len(values), BATCH)]
