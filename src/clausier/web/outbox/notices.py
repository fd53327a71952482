"""What administrators are told by mail while it still leaves."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from clausier.identity.selectors import organization, today, with_role
from clausier.identity.states import Role
from clausier.tasks import mail

TOLD = (30, 14, 7, 3, 1)  # days before the end


def tell_of_end() -> int:
    """Tell the administrators, some days before, that the secret of the access to mail ends; return how many."""
    end = settings.MAIL_ACCESS.until if settings.MAIL_ACCESS else None
    if end is None or (end - today()).days not in TOLD:
        return 0
    people = [person for person in with_role(Role.ADMINISTRATOR) if person.mailbox]
    for person in people:
        with override(person.language):
            url = settings.PUBLIC_URL + reverse("outbox")
        known = {"person": person, "organization": organization(), "end": end, "url": url}
        mail.write(to=person.mailbox, language=person.language, template="outbox/mail/secret", context=known)
    return len(people)
