"""The mail of decisions: none holds the words of whoever it is about."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse
from django.utils.translation import override

from clausier.decisions.models import Appeal, Enquiry
from clausier.identity.models import Person
from clausier.identity.selectors import organization
from clausier.lib import clock
from clausier.tasks import mail

SHORT = timedelta(days=3)  # a term that the next letters of the day would leave no time for


def appeal_lodged(appeal: Appeal, hearers: Iterable[Person]) -> None:
    """Tell whoever made an objection that it arrived, and those who may answer when its term is short.

    Otherwise they find it in the letter of the day, with all that is asked of them.
    """
    is_urgent = appeal.due is not None and appeal.due < clock.now() + SHORT
    for person in hearers if is_urgent else ():
        if person.mailbox:
            context = _context(appeal, person.language, "appeal", appeal.uid)
            mail.write(to=person.mailbox, language=person.language, template="decisions/mail/lodged", context=context)
    if is_email(appeal.contact):
        context = _context(appeal, appeal.language, "decision", appeal.decision.reference)
        mail.write(to=appeal.contact, language=appeal.language, template="decisions/mail/received", context=context)


def appeal_answered(appeal: Appeal) -> bool:
    """Send the answer to whoever objected and left an e-mail address; tell whether it was sent."""
    if not is_email(appeal.contact):
        return False
    context = _context(appeal, appeal.language, "decision", appeal.decision.reference)
    mail.write(to=appeal.contact, language=appeal.language, template="decisions/mail/answered", context=context)
    return True


def enquiry_looked_up(enquiry: Enquiry, key: str) -> None:
    """Answer at once who left an e-mail address: with the notice when one matches, with the ways that are left else."""
    _tell(enquiry, key, "decisions/mail/looked_up")


def enquiry_answered(enquiry: Enquiry, key: str) -> None:
    """Send the answer of a person to whoever asked and left an e-mail address."""
    if is_email(enquiry.contact):
        _tell(enquiry, key, "decisions/mail/enquiry_answered")


def _tell(enquiry: Enquiry, key: str, template: str) -> None:
    language = enquiry.language
    url = address(language, "slip", key) if key else address(language, "find-my-comment")
    context = {"enquiry": enquiry, "is_found": bool(key), "organization": organization(), "url": url}
    mail.write(to=enquiry.contact, language=language, template=template, context=context)


def is_email(contact: str) -> bool:
    """Tell whether what somebody left to be reached by is an e-mail address, and nothing else."""
    try:
        validate_email(contact)
    except ValidationError:
        return False
    return True


def address(language: str, route: str, *args: str) -> str:
    """Return the whole address of a page in a language."""
    with override(language):
        return settings.PUBLIC_URL + reverse(route, args=args)


def _context(appeal: Appeal, language: str, route: str, argument: str) -> dict[str, Any]:
    url = address(language, route, argument)
    return {"appeal": appeal, "decision": appeal.decision, "organization": organization(), "url": url}
