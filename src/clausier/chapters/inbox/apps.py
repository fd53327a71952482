"""The room as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InboxConfig(AppConfig):
    name = "clausier.chapters.inbox"
    label = "inbox"

    def ready(self) -> None:
        """Fill the registers: pages, records of people, daily work."""
        from clausier.audit import records as audit_records
        from clausier.audit import words
        from clausier.chapters.inbox import periodic, records
        from clausier.identity import rooms
        from clausier.identity.permissions import can
        from clausier.tasks import schedule
        from clausier.ui import panels

        def views(person: object) -> bool:
            return can(person, "inbox.view")  # type: ignore[arg-type]

        rooms.register(
            rooms.Room(
                "inbox",
                _("Room: messages received"),
                _("Messages and comments are pasted, imported or received, and sorted by the rules."),
                frozenset(),
            )
        )
        panels.register(
            panels.Panel("inbox", _("Inbox"), "inbox", "work", 10, views),
            panels.Panel("channels", _("Channels"), "channel", "work", 80, views),
        )
        audit_records.register(*records.KINDS)
        words.register(records.ACTS)
        schedule.register(periodic.FORGET)
