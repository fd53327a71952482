"""The room as Django knows it."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "clausier.decisions"
    label = "decisions"
