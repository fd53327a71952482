"""The five steps of a new installation, as one person sees them: what is done, what comes next, how long it takes."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.identity.selectors import with_role
from clausier.identity.states import Role
from clausier.policy import selectors as policies
from clausier.policy.models import Version
from clausier.policy.states import Status

FOUNDERS = 2


class Step(NamedTuple):
    """A step: what it is, how many minutes it takes, where it is done by this person ("" when by others)."""

    title: str
    help: str
    minutes: int
    is_done: bool
    is_next: bool = False
    url: str = ""
    button: str = ""
    other_url: str = ""
    other: str = ""


def steps_of(person: Person) -> list[Step]:
    """Return the five steps for those who found; none once the people are there, nor for anybody else."""
    roles = {Role.ADMINISTRATOR, Role.PEOPLE_OFFICER, Role.AUTHOR, Role.APPROVER}
    if not roles & person.roles:
        return []
    adopted = policies.base_of() is not None
    peopled = Person.objects.filter(is_active=True)[: FOUNDERS + 1].count() > FOUNDERS
    if adopted and peopled:
        return []
    known = list(Version.objects.open())
    steps = [_founded(), _drafted(person, known, adopted=adopted), _read(person, known, adopted=adopted)]
    steps += [_adopted(person, known, adopted=adopted), _peopled(person, is_done=peopled)]
    following = next((place for place, step in enumerate(steps) if not step.is_done), None)
    return [step._replace(is_next=place == following) for place, step in enumerate(steps)]


def _founded() -> Step:
    return Step(_("Name the organization and its first two people."), "", 5, is_done=True)


def _drafted(person: Person, known: list[Version], *, adopted: bool) -> Step:
    title = _("Answer the interview, or bring the policy you have.")
    is_done = bool(known) or adopted
    if can(person, "policy.drafts.edit"):
        help_text = _("Some forty short questions, or the document you have: both make a draft.")
        step = Step(title, help_text, 20, is_done, url=reverse("interview"), button=_("Answer the interview"))
        return step._replace(other_url=reverse("documents"), other=_("Bring a document"))
    if with_role(Role.AUTHOR).exists():
        return Step(title, _("The person who writes the policy does this."), 20, is_done)
    help_text = _("Nobody writes the policy yet: give somebody the role of author.")
    url = reverse("roles") if can(person, "identity.roles.grant") else ""
    return Step(title, help_text, 20, is_done, url=url, button=_("Give the role"))


def _read(person: Person, known: list[Version], *, adopted: bool) -> Step:
    is_done = adopted or any(each.status == Status.PROPOSED for each in known)
    url = _draft_url(person, known)
    help_text = _("Read the draft as people will, correct it, then propose it.")
    return Step(
        _("Read the draft, correct it, propose it."), help_text, 30, is_done, url=url, button=_("Read the draft")
    )


def _adopted(person: Person, known: list[Version], *, adopted: bool) -> Step:
    help_text = _("A second person approves it, or you record the resolution of the council; then it has a date.")
    url = _draft_url(person, known)
    return Step(_("Have it approved, and adopt it."), help_text, 10, adopted, url=url, button=_("Open the proposal"))


def _peopled(person: Person, *, is_done: bool) -> Step:
    help_text = _("Each reads the clauses that concern them. A file of names is enough; an e-mail is not needed.")
    url = reverse("people-import") if can(person, "identity.people.import") else ""
    return Step(_("Bring in the people who read it."), help_text, 15, is_done, url=url, button=_("Bring in people"))


def _draft_url(person: Person, known: list[Version]) -> str:
    """Return the page of the draft that is the furthest along, for who may open it."""
    if not can(person, "policy.drafts.view"):
        return ""
    ahead = sorted(known, key=lambda each: (each.status != Status.PROPOSED, -each.pk))
    return reverse("policy-draft", args=[ahead[0].uid]) if ahead else ""
