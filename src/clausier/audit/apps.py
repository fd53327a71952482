"""The room as Django knows it."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "clausier.audit"
    label = "audit"
