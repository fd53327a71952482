"""The room as Django knows it."""

from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "clausier.chapters.inbox"
    label = "inbox"
