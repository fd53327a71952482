"""What the pages of the shell read."""

from datetime import datetime
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from clausier.document.model import Localized, Policy
from clausier.document.typography import curled, typeset
from clausier.identity import duties
from clausier.identity.models import Person
from clausier.identity.selectors import organization
from clausier.lib import clock
from clausier.lib.refusals import Words
from clausier.policy import selectors as policies
from clausier.policy.models import Version
from clausier.web.rooms import is_open


class Cited(NamedTuple):
    """A clause as a page cites it."""

    number: str
    title: str
    url: str


class Asked(NamedTuple):
    """A duty as the page shows it, beside the clause that asks it."""

    title: Words
    url: str
    due: datetime | None
    is_late: bool
    blocks_departure: bool
    cited: Cited | None


class Entry(NamedTuple):
    """A line of the contents: a number, a title, and where they stand."""

    number: int
    title: str
    url: str


def set_in(text: Localized, language: str) -> str:
    """Return a text of the policy in a language, with the marks of print."""
    return curled(typeset(text.best(language), language))


def address(route: str, *args: str) -> str:
    """Return the address of a page, or "" where its room is off or not in this installation."""
    try:
        return reverse(route, args=args) if is_open(route, organization()) else ""
    except NoReverseMatch:
        return ""


def asked_of(person: Person) -> list[Asked]:
    """Return what every room asks of a person, the most pressing first, each with its clause in force."""
    version, now = policies.in_force(), clock.now()
    clauses = clauses_of(version) if version else {}
    return [
        Asked(
            each.title,
            each.url,
            each.due,
            each.due is not None and each.due < now,
            each.blocks_departure,
            clauses.get(each.clause),
        )
        for each in duties.for_person(person)
    ]


def clauses_of(version: Version) -> dict[str, Cited]:
    """Return the public clauses of a version, by their id, as they are cited."""
    policy, language = policies.policy_of(version), get_language() or "fr"
    numbers = policy.numbers()
    return {
        clause.id: Cited(
            numbers[clause.id], set_in(clause.title, language), address("policy-clause", version.number, clause.id)
        )
        for clause in policy.clauses()
        if clause.visibility == "public"
    }


def contents(policy: Policy) -> list[Entry]:
    """Return the chapters of a policy."""
    language, page = get_language() or "fr", address("policy")
    return [
        Entry(chapter.number, set_in(chapter.title, language), f"{page}#{chapter.chapter}" if page else "")
        for chapter in policy.chapters
    ]
