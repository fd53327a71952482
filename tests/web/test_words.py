"""Every word of the pages is in both languages."""

import polib

import make_translations
from web.catalogues import entries


def test_catalogues_are_whole(capsys):
    """Nothing that people read lacks its French, and no catalogue holds what nobody says any more."""
    status = make_translations.main(check=True)
    assert status == 0, capsys.readouterr().out


def test_compiled_catalogues_are_those_that_are_written():
    """What is shown is what is written in the catalogue beside it, typeset."""
    stale = []
    for room in make_translations.rooms():
        path = room / "locale/fr/LC_MESSAGES/django.po"
        if path.exists():
            wanted = make_translations.typeset_catalogue(polib.pofile(str(path))).to_binary()
            stale += [room.name] if path.with_suffix(".mo").read_bytes() != wanted else []
    assert stale == []


def test_rooms_agree_on_their_words():
    """All catalogues become one, and the first wins: the same words with another French need a context."""
    said = {}
    for room, entry in entries():
        french = entry.msgstr or tuple(entry.msgstr_plural.values())
        said.setdefault((entry.msgctxt, entry.msgid), {}).setdefault(french, []).append(room)
    assert {words: found for words, found in said.items() if len(found) > 1} == {}
