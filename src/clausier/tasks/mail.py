"""Mail leaves by the outbox: written with the act that causes it, sent by the worker."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.template import Context, engines
from django.utils.translation import get_language, override

from clausier.tasks.html import as_html
from clausier.tasks.models import Mail

LONGEST_SUBJECT = 300
CODE = "code"  # the kind of what opens a door for minutes


def write(*, to: str, language: str, template: str, context: Mapping[str, Any]) -> Mail:
    """Write an e-mail into the outbox, in the transaction of the act that causes it; the worker sends it.

    ``template`` names a text template without its ``.txt``, in which nothing is escaped: its first line is the
    subject, the rest is the message. It is rendered in ``language``.
    """
    with override(language):
        said = _render(f"{template}.txt", context)
    subject, _, rest = said.strip().partition("\n")
    text = rest.strip() + "\n"
    html = as_html(text, language)
    return Mail.objects.create(to=to, kind=template, subject=_one_line(subject), text=text, html=html)


def _render(name: str, context: Mapping[str, Any]) -> str:
    template = engines["django"].get_template(name)
    inner: Any = template.template  # type: ignore[attr-defined]  # Django's own, under the one that always escapes
    return str(inner.render(Context(dict(context), autoescape=False)))


def _one_line(subject: str) -> str:
    """Return a subject that no name with a line break in it can lengthen by a header."""
    return " ".join(subject.split())[:LONGEST_SUBJECT]


class OutboxBackend(BaseEmailBackend):
    """Django's door to the outbox: whatever sends mail writes rows.

    What we write ourselves goes by ``write``; what comes here is allauth's, codes to sign in or to choose a password.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        rows = [
            Mail(
                to=address,
                subject=_one_line(str(message.subject)),
                text=str(message.body),
                html=_html(message) or as_html(str(message.body), get_language() or "fr"),
                kind=CODE,
                is_code=True,
            )
            for message in email_messages
            for address in message.recipients()
        ]
        Mail.objects.bulk_create(rows)
        return len(email_messages)


def _html(message: EmailMessage) -> str:
    alternatives = message.alternatives if isinstance(message, EmailMultiAlternatives) else []
    return next((str(content) for content, kind in alternatives if kind == "text/html"), "")
