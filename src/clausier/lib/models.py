"""What every table of ours has: a random name, by which addresses and the ledger know the row."""

from typing import Any

from django.db import models

from clausier.lib.tokens import new_uid


class Named(models.Model):
    """A row with a random name; its number never leaves the database."""

    uid = models.CharField(max_length=32, unique=True, default=new_uid, editable=False)

    class Meta:
        abstract = True

    @property
    def ledger_id(self) -> str:
        """The name under which the ledger knows the row."""
        return self.uid


class Hashed(models.CharField[Any, Any]):
    """The digest of a token or key: 64 hexadecimal digits."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 64, **kwargs})
