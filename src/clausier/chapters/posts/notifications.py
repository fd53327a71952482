"""The mails of the room."""

from clausier.identity.models import Person
from clausier.identity.selectors import organization
from clausier.tasks.mail import write


def probing(owner: Person) -> None:
    """Tell the owner of a protected list that somebody tried many words; neither who nor which stands in a mail."""
    if owner.mailbox:
        write(
            to=owner.mailbox,
            language=owner.language,
            template="posts/probing",
            context={"organization": organization()},
        )
