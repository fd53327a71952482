"""The pages as Django knows them."""

from datetime import timedelta

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "clausier.web.outbox"
    label = "outbox"

    def ready(self) -> None:
        from clausier.audit import records, words
        from clausier.identity import duties
        from clausier.tasks import schedule
        from clausier.ui import panels
        from clausier.web.outbox import notices, registers, returns

        words.register(registers.ACTS)
        records.register(registers.MAILS)
        panels.register(registers.PANEL)
        duties.register(registers.duties_of)
        schedule.register(
            schedule.Periodic("outbox.returns", timedelta(minutes=5), returns.collect),
            schedule.Periodic("outbox.secret", timedelta(days=1), notices.tell_of_end, after=timedelta(hours=13)),
        )
