"""The words for what identity keeps as codes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clausier.audit.words import label_of
from clausier.document.model.statements import REGIMES
from clausier.document.vocabulary import RELATIONS
from clausier.identity import audience_names, duty_names
from clausier.identity.columns import COLUMNS
from clausier.identity.models import Person
from clausier.identity.states import Role

register = template.Library()


def _language() -> str:
    return get_language() or "fr"


@register.filter
def tie(person: Person) -> str:
    """Return the words for a person's tie to the organisation."""
    return RELATIONS[person.relation].in_language(_language())


@register.filter
def regime(person: Person) -> str:
    """Return the words for a person's regime."""
    return REGIMES[person.regime].in_language(_language())


@register.filter
def audience(slug: str) -> str:
    """Return the name that the policy gives an audience, or its slug."""
    return audience_names.names(_language()).get(slug, slug)


@register.filter
def duty(slug: str) -> str:
    """Return the name that the policy gives a duty, or its slug."""
    return duty_names.names(_language()).get(slug, slug)


@register.filter
def role(value: str) -> str:
    """Return the name of a role."""
    return str(Role(value).label)


@register.filter
def act(action: str) -> str:
    """Return the words for an act of the ledger, or its code."""
    return label_of(action).in_language(_language())


@register.filter
def day(at: str) -> str:
    """Return the day of a moment as the ledger writes it."""
    return timezone.localtime(datetime.fromisoformat(at)).date().isoformat()


@register.filter
def named(names: Mapping[str, Any], key: str) -> Any:
    """Return what a mapping says of a key, or nothing."""
    return names.get(key, "")


@register.filter
def separator(value: str) -> str:
    """Return the word for the separator of a sheet."""
    return {",": _("commas"), ";": _("semicolons"), "\t": _("tabs")}[value]


@register.filter
def differences(line: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Return what a line of a sheet changes: the column, what was there, what will be."""
    before, after = line["before"], line["after"]
    place = 0 if _language() == "fr" else 1
    headings = {column.name: column.headings[place] for column in COLUMNS}
    people = names_for({before.get("manager", ""), after.get("manager", "")})
    return [(headings[name], _said(before[name], people), _said(value, people)) for name, value in after.items()]


def names_for(uids: set[str]) -> dict[str, str]:
    """Return the names behind uids, asked for only when there are some."""
    wanted = uids - {""}
    return dict(Person.objects.filter(uid__in=wanted).values_list("uid", "name")) if wanted else {}


def _said(value: Any, people: Mapping[str, str]) -> str:
    words = ", ".join(value) if isinstance(value, list) else str(value or "–")
    return people.get(words, words)
