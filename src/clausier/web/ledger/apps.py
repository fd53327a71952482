"""The pages as Django knows them."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "clausier.web.ledger"
    label = "ledger"

    def ready(self) -> None:
        from clausier.audit import recipients
        from clausier.ui import panels
        from clausier.web.ledger import registers

        recipients.register(registers.recipients)
        panels.register(registers.PANEL)
