"""The room as Django knows it."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "clausier.audit"
    label = "audit"

    def ready(self) -> None:
        from clausier.audit import periodic, records, words
        from clausier.audit.models import Entry
        from clausier.tasks import schedule

        words.register(words.OWN)
        schedule.register(periodic.DAILY)
        records.register(records.acts(Entry))
