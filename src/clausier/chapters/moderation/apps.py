"""The room as Django knows it."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    name = "clausier.chapters.moderation"
    label = "moderation"

    def ready(self) -> None:
        """Fill the registers of the rooms below, and listen to them."""
        from clausier.audit import records, words
        from clausier.chapters.inbox import history
        from clausier.chapters.moderation import actions, receivers  # noqa: F401  # listening is importing
        from clausier.chapters.moderation.registers import ACTS, KINDS, PANELS, duties_of
        from clausier.chapters.moderation.selectors import decided, finding
        from clausier.decisions import subjects
        from clausier.decisions.states import Kind
        from clausier.identity import duties, rooms
        from clausier.tasks import schedule
        from clausier.ui import panels

        subjects.register(Kind.COMMENT, subjects.Source(finding.show, finding.find))
        history.register(decided.pasts)
        rooms.register(
            rooms.Room(
                "moderation",
                _("Room: comments"),
                _("Comments are decided one at a time, with a published ground, a notice and an appeal."),
                frozenset({"remove_for"}),
            )
        )
        duties.register(duties_of)
        panels.register(*PANELS)
        records.register(*KINDS)
        words.register(ACTS)
        schedule.register(schedule.Periodic("moderation.forget", timedelta(days=1), actions.forget_keys))
