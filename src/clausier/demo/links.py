"""One link for each kind of person: it opens a page, whose button signs in as somebody of the town."""

from datetime import timedelta
from typing import NamedTuple

from django.conf import settings

from clausier.demo.town import data
from clausier.document.vocabulary import Label
from clausier.identity.actions import close_links, make_link
from clausier.identity.models import Person

PURPOSE = "demo"
LASTS = timedelta(days=30)
KINDS: dict[str, Label] = {
    "employee": Label("Une employée", "An employee"),
    "spokesperson": Label("Un porte-parole, qui dirige une équipe", "A spokesperson, who leads a team"),
    "community-manager": Label("Un animateur de communauté", "A community manager"),
    "moderator": Label("Une modératrice", "A moderator"),
    "appeal-decider": Label("Une personne qui répond aux demandes de révision", "An appeal decider"),
    "author": Label("Une rédactrice de la politique", "An author of the policy"),
    "approver": Label("Un approbateur de la politique", "An approver of the policy"),
    "people-officer": Label("Une responsable des ressources humaines", "A people officer"),
    "custodian": Label("Un responsable des comptes", "A custodian of accounts"),
    "privacy-officer": Label("Une responsable des renseignements personnels", "A privacy officer"),
    "auditor": Label("Un auditeur", "An auditor"),
    "observer": Label("Une observatrice du syndicat", "A union observer"),
    "administrator": Label("Un administrateur de l'installation", "An administrator of the installation"),
}


class DemoLink(NamedTuple):
    """A kind of person, somebody of the town who is one, and the address that opens their session."""

    kind: str
    name: str
    url: str


def links(language: str) -> tuple[str, list[DemoLink]]:
    """Return the address of the public's first page, and a new link for each kind of person; older ones are closed."""
    front = f"{settings.PUBLIC_URL}/{language}/"
    people = {person.name: person for person in Person.objects.filter(name__in=_names().values())}
    made = [
        DemoLink(label.in_language(language), name, f"{front}l/{_token(people[name])}")
        for kind, label in KINDS.items()
        if (name := _names()[kind]) in people
    ]
    return front, made


def _names() -> dict[str, str]:
    town = data("people")
    return {each["link"]: each["name"] for each in (*town["administrators"], *town["people"]) if "link" in each}


def _token(person: Person) -> str:
    close_links(person=person, purpose=PURPOSE)
    return make_link(purpose=PURPOSE, person=person, lasts=LASTS)
