"""What the catalogues of all rooms say."""

from functools import cache

import polib

import make_translations


def entries():
    for room in make_translations.rooms():
        path = room / "locale/fr/LC_MESSAGES/django.po"
        if path.exists():
            yield from ((room.name, entry) for entry in polib.pofile(str(path)))


@cache
def english():
    """Return what the catalogues say in English and otherwise in French: no page in French says it."""
    return {entry.msgid for _, entry in entries() if entry.msgid not in {entry.msgstr, *entry.msgstr_plural.values()}}
