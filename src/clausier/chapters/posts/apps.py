"""The room as Django knows it."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PostsConfig(AppConfig):
    name = "clausier.chapters.posts"
    label = "posts"

    def ready(self) -> None:
        """Enter the registers: kinds of records, pages, periodic work."""
        from clausier.audit import records, words
        from clausier.chapters.posts import periodic, permissions, receivers  # noqa: F401  # listening is importing
        from clausier.chapters.posts.promises import PROMISES
        from clausier.chapters.posts.records import ACTS, KINDS
        from clausier.decisions import promises
        from clausier.identity import rooms
        from clausier.tasks import schedule
        from clausier.ui import panels

        rooms.register(
            rooms.Room(
                "posts",
                _("Room: may I post this?"),
                _("People check a text before they publish it, and submit drafts for approval."),
                frozenset({"protect", "quiet"}),
            )
        )
        records.register(*KINDS)
        words.register(ACTS)
        promises.register(*PROMISES)
        schedule.register(schedule.Periodic("posts.forget-tallies", timedelta(days=1), periodic.forget_tallies))
        panels.register(
            panels.Panel("check", _("May I post this?"), "check", "mine", 10, permissions.may_check),
            panels.Panel("drafts", _("Drafts"), "edit", "mine", 40, permissions.may_check),
        )
