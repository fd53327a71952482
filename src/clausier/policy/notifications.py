"""The letters of the policy: to whoever is asked from outside, to authors, and to whoever reviews it."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from clausier.identity.models import Person
from clausier.identity.notifications import address_of
from clausier.identity.selectors import organization
from clausier.policy.models import OutsideApprover, Rejection
from clausier.policy.selectors.reviewing import DueReview
from clausier.tasks import mail


def outside_asked(outsider: OutsideApprover, token: str) -> None:
    """Ask somebody from outside to read a text and to answer."""
    address = address_of(token, outsider.language)
    _write(outsider.email, outsider.language, "outside_asked", outsider=outsider, address=address)


def outside_code(outsider: OutsideApprover, code: str) -> None:
    """Send the code that goes with the link."""
    _write(outsider.email, outsider.language, "outside_code", outsider=outsider, code=code)


def rejected(rejection: Rejection) -> None:
    """Tell the author of a text that it was refused; why stands on its page."""
    author = rejection.version.author
    if author and author.mailbox:
        url = _address("policy-draft", author.language, rejection.version.uid)
        _write(author.mailbox, author.language, "rejected", rejection=rejection, url=url)


def review_due(person: Person, due: DueReview) -> None:
    """Remind whoever reviews the policy."""
    if person.email:
        url = _address("policy-life", person.language)
        _write(person.email, person.language, "review_due", due=due, person=person, url=url)


def _address(route: str, language: str, *args: str) -> str:
    with override(language):
        return settings.PUBLIC_URL + reverse(route, args=args)


def _write(to: str, language: str, template: str, **context: object) -> None:
    known = {"organization": organization(), **context}
    mail.write(to=to, language=language, template=f"policy/mail/{template}", context=known)
