"""What the commands of an installation share: Django, its settings, and how its database says no."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from clausier.cli.console import Console
from clausier.cli.failure import Failure

SETTINGS = "clausier.config.settings"


@contextmanager
def site(console: Console) -> Iterator[None]:
    """Set Django up, in the language of the locale; turn what a database refuses into a sentence."""
    import django
    from django.db import Error
    from django.utils import translation

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        django.setup()
    except ValueError as error:  # the address of the database
        raise Failure("database-url", message=str(error)) from error
    with translation.override(console.language):
        try:
            yield
        except Error as error:
            raise Failure("no-database", kind=type(error).__name__) from error
