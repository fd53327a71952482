"""The pages as Django knows them."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "clausier.web.outbox"
    label = "outbox"

    def ready(self) -> None:
        from clausier.audit import records, words
        from clausier.ui import panels
        from clausier.web.outbox import registers

        words.register(registers.ACTS)
        records.register(registers.MAILS)
        panels.register(registers.PANEL)
