"""Static files are named by their content, so that a browser keeps them for a year and never shows an old one.

The digest stands in the query and the files stay where their packages have them: nothing has to be collected.
"""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

DIGITS = 10


class NamedByContent(StaticFilesStorage):
    """Adds the digest of a file to its address."""

    def url(self, name: str | None) -> str:
        address = super().url(name)
        digest = _digest_now(name or "") if settings.DEBUG else _digest(name or "")
        return f"{address}?v={digest}" if digest else address


def _digest_now(name: str) -> str:
    found = finders.find(name)
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:DIGITS] if isinstance(found, str) else ""


_digest = cache(_digest_now)
