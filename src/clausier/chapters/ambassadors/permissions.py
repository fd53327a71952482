"""Who is offered which page of the room."""

from clausier.chapters.ambassadors.selectors.remarks import ANSWER, representatives
from clausier.identity.models import Person
from clausier.identity.permissions import can


def may_sign(person: Person) -> bool:
    """Everybody reads and signs."""
    return person.is_active


def may_answer(person: Person) -> bool:
    """Those in charge of the policy answer, and the representative what is for the representative alone."""
    return can(person, ANSWER) or person in representatives()


def may_see_team(person: Person) -> bool:
    """Tell whether the person may see who of their own people is late."""
    return can(person, "ambassadors.progress.view")


def may_see_campaigns(person: Person) -> bool:
    """Tell whether the person may see how far a campaign is."""
    return can(person, "ambassadors.campaigns.view")
