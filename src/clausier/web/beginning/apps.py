"""The pages as Django knows them."""

from django.apps import AppConfig


class BeginningConfig(AppConfig):
    name = "clausier.web.beginning"
    label = "beginning"

    def ready(self) -> None:
        from clausier.audit import records, words
        from clausier.ui import panels
        from clausier.web.beginning import registers

        words.register(registers.ACTS)
        records.register(*registers.KINDS)
        panels.register(registers.PANEL)
