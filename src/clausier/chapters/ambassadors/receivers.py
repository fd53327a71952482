"""What the rooms below tell this one."""

from typing import Any

from django.dispatch import receiver
from django_tasks import task

from clausier.chapters.ambassadors import actions
from clausier.identity.events import people_changed, person_left
from clausier.identity.models import Person
from clausier.policy.events import version_in_force


@receiver(version_in_force)
def ask_everybody(**_more: Any) -> None:
    """Open the campaign of a new version, in the background: there may be a hundred thousand people."""
    open_campaign.enqueue()


@receiver(person_left)
def ask_no_more(person: Person, **_more: Any) -> None:
    """Ask nothing more of whoever has left."""
    actions.let_go(person)


@receiver(people_changed)
def ask_anew(people: list[int], **_more: Any) -> None:
    """Work out anew what is asked of people whose audiences, tie, unit or absences changed."""
    actions.look_again(people)


@task()
def open_campaign() -> int:
    """Ask everybody whom the version in force concerns."""
    return actions.keep_campaign()
