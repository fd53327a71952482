"""What identity keeps of people, for whoever asks to see it."""

from datetime import datetime
from typing import Any

from clausier.audit.records import Kind
from clausier.document.vocabulary import Label
from clausier.identity.models import Absence, ApiToken, Digest, DutyHolder, Link, PeopleImport, Person, Pin, RoleGrant

PERSON = (
    "name",
    "email",
    "number",
    "language",
    "unit",
    "relation",
    "regime",
    "audiences",
    "shift",
    "joined",
    "left",
    "last_login",
)


def _person(person: Person) -> dict[str, Any]:
    known = {name: getattr(person, name) for name in PERSON}
    return known | {
        "manager": person.manager.name if person.manager else None,
        "has_password": person.has_usable_password(),
    }


def _grant(grant: RoleGrant) -> dict[str, Any]:
    return {"role": grant.role, "at": grant.at, "ended": grant.ended}


def _holding(holding: DutyHolder) -> dict[str, Any]:
    return {"duty": holding.duty, "rank": holding.rank, "since": holding.since, "ended": holding.ended}


def _absence(absence: Absence) -> dict[str, Any]:
    return {"first": absence.first, "last": absence.last}


def _digest(digest: Digest) -> dict[str, Any]:
    return {"day": digest.day, "told": digest.told}


def _purge_digests(before: datetime) -> int:
    return Digest.objects.filter(at__lt=before).delete()[0]


def _pin(pin: Pin) -> dict[str, Any]:
    return {"made": pin.made, "chosen_by_the_person": pin.is_own}


def _link(link: Link) -> dict[str, Any]:
    return {"purpose": link.purpose, "made": link.made, "expires": link.expires, "spent": link.spent}


def _token(token: ApiToken) -> dict[str, Any]:
    return {"name": token.name, "scopes": token.scopes, "made": token.made, "expires": token.expires}


def _import(batch: PeopleImport) -> dict[str, Any]:
    return {"made": batch.made, "done": batch.done, "counts": batch.counts}


KINDS = (
    Kind(
        "person",
        Label("Ce que l'organisation sait de vous", "What the organization knows of you"),
        Person,
        "pk",
        "joined",
        None,
        _person,
    ),
    Kind("role", Label("Vos rôles", "Your roles"), RoleGrant, "person", "at", None, _grant),
    Kind("duty", Label("Vos fonctions", "Your duties"), DutyHolder, "person", "since", None, _holding),
    Kind("pin", Label("Votre NIP", "Your PIN"), Pin, "person", "made", None, _pin),
    Kind(
        "digest",
        Label("Les lettres qui vous ont dit ce qui vous est demandé", "Letters that told you what is asked of you"),
        Digest,
        "person",
        "at",
        _purge_digests,
        _digest,
    ),
    Kind("absence", Label("Vos absences", "Your absences"), Absence, "person", "first", None, _absence),
    Kind(
        "link",
        Label("Les liens qui vous ont été envoyés", "Links that were sent to you"),
        Link,
        "person",
        "made",
        None,
        _link,
    ),
    Kind(
        "token",
        Label("Les clés de programmes dont vous répondez", "Keys of programs you answer for"),
        ApiToken,
        "owner",
        "made",
        None,
        _token,
    ),
    Kind(
        "people-import",
        Label("Les listes de personnes que vous avez importées", "Lists of people you imported"),
        PeopleImport,
        "by",
        "made",
        None,
        _import,
    ),
)


ACTS = {
    "identity.organization.founded": Label("Organisation mise en route", "Organization set up"),
    "identity.organization.changed": Label(
        "Réglages de l'organisation modifiés", "Settings of the organization changed"
    ),
    "identity.setting.changed": Label("Réglage de Clausier modifié", "Setting of Clausier changed"),
    "identity.person.added": Label("Personne ajoutée à la liste", "Person added to the list"),
    "identity.person.changed": Label("Fiche d'une personne modifiée", "Record of a person changed"),
    "identity.email.failed": Label("Adresse de courriel qui ne fonctionne plus", "E-mail address that no longer works"),
    "identity.email.trusted": Label("Adresse de courriel de nouveau utilisée", "E-mail address used again"),
    "identity.person.left": Label("Départ d'une personne", "Departure of a person"),
    "identity.person.returned": Label("Retour d'une personne", "Return of a person"),
    "identity.people.imported": Label("Liste de personnes importée", "List of people imported"),
    "identity.people.import-undone": Label("Importation de personnes annulée", "Import of people undone"),
    "identity.role.granted": Label("Rôle accordé", "Role granted"),
    "identity.role.seconded": Label("Rôle appuyé par une deuxième personne", "Role agreed to by a second person"),
    "identity.role.ended": Label("Rôle terminé", "Role ended"),
    "identity.duty.assigned": Label("Fonction confiée", "Duty given"),
    "identity.duty.ended": Label("Fonction retirée", "Duty taken away"),
    "identity.absence.added": Label("Absence ajoutée", "Absence added"),
    "identity.absence.cancelled": Label("Absence annulée", "Absence cancelled"),
    "identity.pin.given": Label("NIP remis", "PIN given"),
    "identity.pin.chosen": Label("NIP choisi", "PIN chosen"),
    "identity.link.made": Label("Lien créé", "Link made"),
    "identity.token.made": Label("Clé d'un programme créée", "Key of a program made"),
    "identity.token.revoked": Label("Clé d'un programme révoquée", "Key of a program revoked"),
}
