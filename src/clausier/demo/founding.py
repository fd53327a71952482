"""The first two days: the organisation, its people, its channels, and a policy that the council adopts."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from clausier.chapters.inbox import actions as inbox
from clausier.demo.town import NAME, Town, data, policy_folder
from clausier.identity import actions as identity
from clausier.identity.models import Person, RoleGrant
from clausier.identity.states import TWO_PEOPLE, Role
from clausier.lib import clock
from clausier.policy import actions as policy

PERSON = ("email", "number", "language", "unit", "relation", "regime", "audiences")
COUNCIL = "Conseil municipal de Val-Bleu"
UNION = "Syndicat du personnel municipal de Val-Bleu"


def found_town() -> Town:
    """Found the organisation, and bring in its people with their roles and duties, and its channels."""
    town = Town()
    first, second = people = data("people")["administrators"]
    identity.found(
        name=NAME,
        timezone="America/Toronto",
        language="fr",
        people=[(each["name"], each["email"]) for each in people],
        demonstration=True,
    )
    town.people |= {person.name: person for person in Person.objects.all()}
    for each in data("people")["people"]:
        _welcome(town, each, by=town[second["name"]])
    for each in data("people")["people"]:
        for role in each.get("roles", ()):
            _grant(town, each["name"], role, by=second["name"], second=first["name"])
    _part_roles(town, first["name"], second["name"])
    _open_channels(town)
    return town


def _part_roles(town: Town, administrator: str, officer: str) -> None:
    """Let each founder keep one of their two roles: whoever installs does not look after people, and the reverse."""
    for name, role in ((administrator, Role.PEOPLE_OFFICER), (officer, Role.ADMINISTRATOR)):
        grant = town[name].grants.get(role=role, ended=None)
        identity.end_grant(actor=town[name], grant=grant)


def _welcome(town: Town, each: dict[str, Any], *, by: Person) -> None:
    values = {name: each[name] for name in PERSON if name in each}
    manager = town.people.get(each.get("manager", ""))
    town.people[each["name"]] = person = identity.add_person(actor=by, name=each["name"], manager=manager, **values)
    for duty, rank in each.get("duties", {}).items():
        identity.assign_duty(actor=by, duty=duty, person=person, rank=rank)


def _grant(town: Town, name: str, role: str, *, by: str, second: str) -> RoleGrant:
    grant = identity.grant_role(actor=town[by], person=town[name], role=role)
    if role in TWO_PEOPLE:
        identity.second_grant(actor=town[second], grant=grant)
    return grant


def _open_channels(town: Town) -> None:
    manager = town["Odile Tremblay"]
    for each in data("people")["channels"]:
        town.channels[each["network"]] = inbox.open_channel(actor=manager, **each)


def adopt_first(town: Town) -> None:
    """Write the first policy, whose facts and protected names are kept apart; the council adopts it by resolution."""
    files = texts(policy_folder())
    author, officer = town["Odile Tremblay"], town["Nadia Haddad"]
    hidden = {path: text for path, text in files.items() if path.startswith("protected/")}
    policy.save_protected(actor=officer, files=hidden)
    shown = {path: text for path, text in files.items() if path not in hidden}
    draft = policy.start_draft(actor=author, title="Première politique", files=shown)
    policy.record_consultation(
        actor=author,
        version=draft,
        body=UNION,
        first=_today(),
        comments="Que la première marche soit une conversation qui ne laisse aucune trace au dossier.",
        answers="C'est écrit ainsi au chapitre 10, et les délais de la convention l'emportent.",
    )
    policy.propose(actor=author, version=draft)
    policy.adopt_by_resolution(
        actor=town["Anna Kowalski"],
        version=draft,
        body=COUNCIL,
        number="2026-08-214",
        date=_today(),
        in_force_from=clock.now() + timedelta(hours=2),
    )


def texts(folder: Path) -> dict[str, str]:
    """Return the files of a policy folder, by their path in it."""
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}


def _today() -> date:
    return clock.now().date()
