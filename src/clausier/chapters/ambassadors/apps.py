"""The room as Django knows it."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AmbassadorsConfig(AppConfig):
    name = "clausier.chapters.ambassadors"
    label = "ambassadors"

    def ready(self) -> None:
        """Enter the registers: duties, kinds of records, pages, periodic work."""
        from clausier.audit import records, words
        from clausier.chapters.ambassadors import periodic, permissions, receivers  # noqa: F401  # listening is importing
        from clausier.chapters.ambassadors.actions.hand_link import PURPOSE
        from clausier.chapters.ambassadors.by_link import HANDLER
        from clausier.chapters.ambassadors.promises import PROMISES
        from clausier.chapters.ambassadors.records import ACTS, KINDS
        from clausier.chapters.ambassadors.selectors.calls import to_remind
        from clausier.chapters.ambassadors.selectors.duties import duties_of, duties_of_each
        from clausier.decisions import promises
        from clausier.identity import duties, links, rooms
        from clausier.tasks import schedule
        from clausier.ui import panels

        rooms.register(
            rooms.Room(
                "ambassadors",
                _("Room: reading and acknowledging"),
                _("People read the clauses that concern them and say so; reminders and certificates."),
                frozenset({"commit"}),
            )
        )
        duties.register(duties_of, of_each=duties_of_each, calling=to_remind)
        records.register(*KINDS)
        words.register(ACTS)
        promises.register(*PROMISES)
        links.register(PURPOSE, HANDLER)
        schedule.register(
            schedule.Periodic("ambassadors.keep", timedelta(minutes=5), periodic.keep),
            schedule.Periodic("ambassadors.escalate", timedelta(days=1), periodic.escalate, after=timedelta(hours=14)),
        )
        panels.register(
            panels.Panel("sign", _("Read and sign"), "sign", "mine", 20, permissions.may_sign),
            panels.Panel("remarks", _("Questions and concerns"), "question", "work", 60, permissions.may_answer),
            panels.Panel(
                "campaigns", _("Who has signed"), "certificate", "governance", 30, permissions.may_see_campaigns
            ),
            panels.Panel("progress", _("My team"), "people", "work", 61, permissions.may_see_team),
        )
