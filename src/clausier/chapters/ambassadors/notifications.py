"""The mails of the room."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from clausier.chapters.ambassadors.models import Paper, Remark
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.identity.selectors import organization
from clausier.tasks.mail import write


def answered(remark: Remark) -> None:
    """Tell the person that their question or concern has its answer."""
    _mail(remark.person, "answered", "sign", remark=remark)


def entered(person: Person, paper: Paper) -> None:
    """Tell somebody that an answer of theirs on paper was entered: they alone know whether it is right."""
    _mail(person, "entered", "sign", paper=paper)


def late(reader: Person, count: int, names: Sequence[str]) -> bool:
    """Tell who is late: a manager by their names, anybody else by their number; tell whether a letter could leave."""
    is_manager = bool(names)
    route = "progress" if is_manager else "campaigns"
    is_open = can(reader, "ambassadors.progress.view" if is_manager else "ambassadors.campaigns.view")
    _mail(reader, "late", route if is_open else "me", count=count, names=names)
    return bool(reader.mailbox)


def _mail(person: Person, template: str, route: str, **context: object) -> None:
    if person.mailbox:
        with override(person.language):
            url = settings.PUBLIC_URL + reverse(route)
        context |= {"person": person, "organization": organization(), "url": url}
        write(to=person.mailbox, language=person.language, template=f"ambassadors/{template}", context=context)
