"""The room as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from clausier.ui import panels


class WebConfig(AppConfig):
    name = "clausier.web"
    label = "web"

    def ready(self) -> None:
        """Offer the first page of one's own."""
        panels.register(panels.Panel("me", _("What is asked of me"), "person", "mine", 0, lambda _person: True))
