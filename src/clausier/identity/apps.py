"""The room as Django knows it."""

from datetime import timedelta

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "clausier.identity"
    label = "identity"

    def ready(self) -> None:
        """Tell the rooms below what this one keeps, asks and shows."""
        from clausier.audit import records, words
        from clausier.identity import asked, duties, links, panels
        from clausier.identity.actions import send_digests
        from clausier.identity.records import ACTS, KINDS
        from clausier.identity.views.links import HANDLERS
        from clausier.tasks import schedule
        from clausier.ui.panels import register

        records.register(*KINDS)
        words.register(ACTS)
        duties.register(asked.of_person)
        schedule.register(schedule.Periodic("identity.digest", timedelta(hours=1), send_digests))
        register(*panels.PANELS)
        for purpose, handler in HANDLERS.items():
            links.register(purpose, handler)
