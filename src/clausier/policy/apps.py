"""The room as Django knows it."""

from django.apps import AppConfig


class PolicyConfig(AppConfig):
    name = "clausier.policy"
    label = "policy"
