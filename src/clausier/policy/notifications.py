"""The letters of the policy: to those whose word a text waits for, to its author, and to whoever reviews it.

What can wait (a comment to answer, an answer to read, a text that everybody may comment on) is a duty, told in the
digest of the day.
"""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from clausier.identity.models import Person
from clausier.identity.notifications import address_of
from clausier.identity.selectors import organization
from clausier.policy.models import OutsideApprover, Rejection, Version
from clausier.policy.selectors.reviewing import DueReview
from clausier.tasks import mail


def to_approve(draft: Version, people: Iterable[Person], *, raised: bool = False) -> None:
    """Ask people to approve a proposal or to send it back; ``raised`` when it has become a major change meanwhile."""
    for person in people:
        _to(person, "to_approve", draft, "policy-draft", raised=raised)


def to_comment(draft: Version, people: Iterable[Person]) -> None:
    """Ask people to comment on a text whose consultation opens."""
    for person in people:
        _to(person, "to_comment", draft, "policy-consultation")


def agreed_to(draft: Version) -> None:
    """Tell the author of a proposal that all whom it takes have approved it."""
    if draft.author:
        _to(draft.author, "agreed_to", draft, "policy-draft")


def called_off(draft: Version) -> None:
    """Tell whoever was asked from outside, and has not answered, that their word is no longer waited for."""
    asked = draft.outsiders.filter(at__gte=draft.proposed) if draft.proposed else ()
    for outsider in asked:
        if outsider.is_waiting:
            _write(outsider.email, outsider.language, "outside_called_off", outsider=outsider, draft=draft)


def outside_asked(outsider: OutsideApprover, token: str) -> None:
    """Ask somebody from outside to read a text and to answer."""
    address = address_of(token, outsider.language)
    _write(outsider.email, outsider.language, "outside_asked", outsider=outsider, address=address)


def outside_code(outsider: OutsideApprover, code: str) -> None:
    """Send the code that goes with the link."""
    _write(outsider.email, outsider.language, "outside_code", outsider=outsider, code=code)


def rejected(rejection: Rejection) -> None:
    """Tell the author of a text that it was refused; why stands on its page."""
    if rejection.version.author:
        _to(rejection.version.author, "rejected", rejection.version, "policy-draft", rejection=rejection)


def review_due(person: Person, due: DueReview) -> None:
    """Remind whoever reviews the policy."""
    url = _address("policy-life", person.language)
    _write(person.mailbox, person.language, "review_due", due=due, person=person, url=url)


def _to(person: Person, template: str, draft: Version, route: str, **context: object) -> None:
    """Write to a person about a text; whoever has no e-mail finds it among what is asked of them."""
    if person.mailbox:
        url = _address(route, person.language, draft.uid)
        _write(person.mailbox, person.language, template, person=person, draft=draft, url=url, **context)


def _address(route: str, language: str, *args: str) -> str:
    with override(language):
        return settings.PUBLIC_URL + reverse(route, args=args)


def _write(to: str, language: str, template: str, **context: object) -> None:
    known = {"organization": organization(), **context}
    mail.write(to=to, language=language, template=f"policy/mail/{template}", context=known)
