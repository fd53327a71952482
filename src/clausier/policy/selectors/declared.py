"""What the policy tells the rooms below it: names of duties and audiences, and what it asks of people."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from clausier.identity.duties import Duty
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.policy.models import Version
from clausier.policy.permissions import is_agreed, may_approve
from clausier.policy.selectors.texts import policy_of
from clausier.policy.selectors.versions import in_force
from clausier.policy.states import Status


def duties(person: Person) -> Iterator[Duty]:
    """Yield what waits for a person: a proposal to read, or one that is approved and to be adopted."""
    waiting = Version.objects.filter(status=Status.PROPOSED).defer("files").order_by("proposed")
    for version in waiting if can(person, "policy.version.adopt") else ():
        named = {"title": version.title}
        if is_agreed(version):
            yield _duty("adopt", version, _("Adopt “%(title)s”, which is approved") % named)
        elif may_approve(person, version):
            yield _duty("approve", version, _("Read and approve “%(title)s”") % named)


def duty_names(language: str) -> dict[str, str]:
    """Return the duties that the version in force declares, by their names in a language."""
    version = in_force()
    declared = policy_of(version).duties if version else {}
    return {slug: duty.name.best(language) for slug, duty in declared.items()}


def audience_names(language: str) -> dict[str, str]:
    """Return the audiences that the version in force declares, by their names in a language."""
    version = in_force()
    declared = policy_of(version).audiences if version else {}
    return {slug: audience.name.best(language) for slug, audience in declared.items()}


def _duty(verb: str, version: Version, title: str) -> Duty:
    return Duty(f"policy.{verb}:{version.uid}", title, "", None, reverse("policy-draft", args=[version.uid]), risk=2)
