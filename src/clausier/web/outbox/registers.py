"""What the rooms below are told of the outbox."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clausier.audit.records import Kind
from clausier.document.vocabulary import Label
from clausier.identity.duties import Duty
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.tasks.models import Mail
from clausier.ui.panels import Panel
from clausier.web.outbox.actions import VIEW
from clausier.web.outbox.state import troubles

ACTS = {
    "tasks.mail.handed": Label("Courriel remis en main propre", "E-mail handed over"),
    "tasks.mail.retried": Label("Courriel remis en file", "E-mail put back in line"),
    "tasks.mail.cancelled": Label("Courriel annulé avant son envoi", "E-mail called off before it left"),
}


def _of(person: Person) -> QuerySet[Mail]:
    return Mail.objects.filter(to__iexact=person.email) if person.email else Mail.objects.none()


def _export(mail: Mail) -> dict[str, Any]:
    return {"made": mail.made.isoformat(), "subject": mail.subject, "sent": mail.sent and mail.sent.isoformat()}


MAILS = Kind(
    kind="tasks.mail",
    label=Label("Courriels envoyés", "E-mails sent"),
    model=Mail,
    subject="to",
    started="made",
    purge=lambda before: int(Mail.objects.filter(made__lt=before).delete()[0]),
    export=_export,
    of=_of,
)


def duties_of(person: Person) -> Iterator[Duty]:
    """Yield what keeps mail from leaving or being read, for those who administer."""
    if can(person, "identity.settings.edit"):
        language = get_language() or "fr"
        for trouble in troubles():
            due = datetime.combine(trouble.due, time(), UTC) if trouble.due else None
            words = trouble.words.in_language(language)
            yield Duty(f"outbox.{trouble.code}", words, "", due, reverse("outbox"), 2 + trouble.is_now)


PANEL = Panel("outbox", _("Outbox"), "mail", "governance", 90, lambda person: can(person, VIEW))
