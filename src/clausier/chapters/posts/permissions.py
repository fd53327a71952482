"""Who is offered which page of the room."""

from clausier.identity.models import Person


def may_check(person: Person) -> bool:
    """Everybody may ask before they post, and find again what they submitted."""
    return person.is_active
