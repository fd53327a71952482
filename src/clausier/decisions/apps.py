"""The room as Django knows it."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DecisionsConfig(AppConfig):
    name = "clausier.decisions"
    label = "decisions"

    def ready(self) -> None:
        """Tell the rooms below what is kept, asked, shown and done every day."""
        from clausier.audit import records, words
        from clausier.decisions.actions import forget_attempts
        from clausier.decisions.records import ACTS, KINDS
        from clausier.decisions.selectors import duties_of, hears
        from clausier.identity import duties
        from clausier.tasks import schedule
        from clausier.ui import panels

        records.register(*KINDS)
        words.register(ACTS)
        duties.register(duties_of)
        panels.register(
            panels.Panel("appeals", _("Objections"), "scale", "work", 50, hears),
            panels.Panel("find-my-comment", _("Where did my comment go?"), "search", "public", 30, _everybody),
            panels.Panel("limits", _("What Clausier does not do here"), "shield", "public", 40, _everybody),
        )
        schedule.register(schedule.Periodic("decisions.forget-attempts", timedelta(days=1), forget_attempts))


def _everybody(_person: object) -> bool:
    return True
