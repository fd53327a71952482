"""What the catalogues of all rooms say."""

from functools import cache

import polib
from django.conf import settings

import make_translations


def entries():
    for room in make_translations.rooms():
        path = room / "locale/fr/LC_MESSAGES/django.po"
        if path.exists():
            yield from ((room.name, entry) for entry in polib.pofile(str(path)))


@cache
def english():
    """Return what the catalogues say in English and never in French: no page in French says it."""
    said = {entry.msgid for _, entry in entries()}
    both = {french for _, entry in entries() for french in (entry.msgstr, *entry.msgstr_plural.values())}
    return said - both - {name for _, name in settings.LANGUAGES}  # languages are named in their own words
