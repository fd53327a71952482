"""Reminders asked for by hand; those of the clauses leave by themselves, in the letter of the day."""

from django.db import transaction

from clausier.audit.actions import record
from clausier.chapters.ambassadors.models import Campaign
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.identity.states import Role
from clausier.lib import clock


@transaction.atomic
def remind_again(*, actor: Person, campaign: Campaign, team: str | None = None) -> int:
    """Have those who are late reminded at the next hour that is theirs; return how many they are.

    A people officer asks it for a team or for all; a manager for their own people. Who was reminded today is not
    reminded twice. Refused: anybody else.
    """
    require(actor, "ambassadors.progress.view")
    at = clock.now()
    late = campaign.calls.late(at)
    if Role.PEOPLE_OFFICER not in actor.roles:
        late = late.filter(person__manager=actor)
    elif team is not None:
        late = late.filter(team=team)
    count = late.update(remind=at)
    record("ambassadors.reminder.asked", actor=actor, subject=campaign, details={"people": count})
    return count
