"""Every word of the pages is in both languages."""

import polib
import pytest

import make_translations
from factories.world import make_world
from web.net import addresses_of, rooms, somebody_for
from web.pages import Page

# A choice of languages names each in itself.
ENDONYMS = {"English"}


def _entries():
    for room in make_translations.rooms():
        path = room / "locale/fr/LC_MESSAGES/django.po"
        if path.exists():
            yield from ((room.name, entry) for entry in polib.pofile(str(path)))


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
    for room, entry in _entries():
        french = entry.msgstr or tuple(entry.msgstr_plural.values())
        said.setdefault((entry.msgctxt, entry.msgid), {}).setdefault(french, []).append(room)
    assert {words: found for words, found in said.items() if len(found) > 1} == {}


@pytest.mark.parametrize("room", rooms())
def test_a_french_page_speaks_french(room, db):
    """No text of a page in French is the English of a catalogue."""
    alike = {words for _, entry in _entries() for words in (entry.msgstr, *entry.msgstr_plural.values())}
    english = {entry.msgid for _, entry in _entries()} - alike - ENDONYMS
    world = make_world()
    wrong = {}
    for route, kwargs in addresses_of(room, world):
        answer = somebody_for(route, world)[1].get(route.url(kwargs, "fr"))
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            found = english.intersection(Page(answer.content.decode()).texts)
            wrong |= {route.name: found} if found else {}
    assert wrong == {}
