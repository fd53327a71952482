"""What the rooms below are told of the outbox."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from clausier.audit.records import Kind
from clausier.document.vocabulary import Label
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.tasks.models import Mail
from clausier.ui.panels import Panel

VIEW = "tasks.outbox.view"
ACTS = {
    "tasks.mail.handed": Label("Courriel remis en main propre", "E-mail handed over"),
    "tasks.mail.retried": Label("Courriel remis en file", "E-mail put back in line"),
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
PANEL = Panel("outbox", _("Outbox"), "mail", "governance", 90, lambda person: can(person, VIEW))
