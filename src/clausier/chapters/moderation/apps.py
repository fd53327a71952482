"""The room as Django knows it."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "clausier.chapters.moderation"
    label = "moderation"
