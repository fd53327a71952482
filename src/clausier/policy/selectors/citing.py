"""How a clause is cited: its number in a version, its title, and its own address."""

from typing import NamedTuple

from django.urls import reverse

from clausier.policy.models import Version
from clausier.policy.selectors.texts import clause_of, policy_of


class Cited(NamedTuple):
    """A clause as it is cited; without an address while its version is no more than a draft."""

    number: str
    title: str
    language: str
    url: str


def cite(version: Version, clause: str, language: str) -> Cited | None:
    """Return how a clause is cited in a language, the first of the policy when it lacks it; None for no such clause."""
    found = clause_of(version, clause)
    if found is None:
        return None
    languages = policy_of(version).languages
    shown = language if language in languages else languages[0]
    return Cited(policy_of(version).numbers()[clause], found.title.best(shown), shown, clause_url(version, clause))


def clause_number(version: Version, clause: str) -> str:
    """Return the number under which a version shows a clause, such as ``5.2``, or its id when it lacks it."""
    return policy_of(version).numbers().get(clause, clause)


def clause_url(version: Version, clause: str) -> str:
    """Return the address of a clause as it reads in an adopted version; "" for a draft."""
    return reverse("policy-clause", args=[version.number, clause]) if version.in_force_from else ""
