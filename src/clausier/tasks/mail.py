"""Mail leaves by the outbox: written with the act that causes it, sent by the worker."""

from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils import translation

from clausier.tasks.models import Mail


class OutboxBackend(BaseEmailBackend):
    """Django's door to the outbox: whatever sends mail, allauth included, writes rows."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        rows = [
            Mail(to=address, subject=str(message.subject), text=str(message.body), html=_html(message))
            for message in email_messages
            for address in message.recipients()
        ]
        Mail.objects.bulk_create(rows)
        return len(email_messages)


def _html(message: EmailMessage) -> str:
    alternatives = message.alternatives if isinstance(message, EmailMultiAlternatives) else []
    return next((str(content) for content, kind in alternatives if kind == "text/html"), "")


def write(*, to: str, language: str, template: str, context: dict[str, Any]) -> Mail:
    """Put a mail in the outbox, in the transaction of the act that causes it.

    ``template``.txt is rendered in ``language``; its first line is the subject.
    """
    with translation.override(language):
        subject, _, text = render_to_string(f"{template}.txt", context).strip().partition("\n")
    return Mail.objects.create(to=to, subject=subject.strip(), text=text.strip() + "\n")
