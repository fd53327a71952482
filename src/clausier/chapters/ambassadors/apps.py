"""The room as Django knows it."""

from django.apps import AppConfig


class AmbassadorsConfig(AppConfig):
    name = "clausier.chapters.ambassadors"
    label = "ambassadors"
