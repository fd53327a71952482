"""The room as Django knows it."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "clausier.tasks"
    label = "tasks"

    def ready(self) -> None:
        from clausier.tasks import tidying

        tidying.start()
