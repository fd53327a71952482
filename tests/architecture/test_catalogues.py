"""What the pages say is in both languages, filled at the same places, and set as each language is set."""

import re

import polib

from architecture.house import ROOT

CATALOGUES = sorted(ROOT.glob("src/clausier/**/django.po"))
PLACE = re.compile(r"%\((\w+)\)s|%[sd]")
TAG = re.compile(r"<[^>]+>|Authorization: Bearer")
# A space before the colon, none before ; ! ?, guillemets with their spaces, and the plain apostrophe.
NOT_QUEBEC = re.compile(r"""[\s\u00a0][;!?]|[^\W\d]:(?=\s|$)|«(?![\s\u00a0])|(?<![\s\u00a0])»|[“”"’]""")
NOT_CANADIAN = re.compile(r"’|\b(organis(e|ation)|favor\b|color\b|behavior)", re.IGNORECASE)
# Words that both languages write alike.
SHARED = re.compile(
    r"[\W\d_]*(?:(?:%\(\w+\)s|Clausier|API|CSV|JSON|QR|PDF|YAML|ID|Session|Questions?|Permission|Options|Type|Actions?|Date|Version|Pages?|Sources?|Code|Signatures?|Rotation|Notes?|Passages?|Public|Total|Clauses?|Messages?|Menu|Absences?|Aspects)[\W\d_]*)+",
    re.IGNORECASE,
)


def _entries():
    for path in CATALOGUES:
        for entry in polib.pofile(str(path)):
            for french in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
                yield f"{path.parents[3].name}: {entry.msgid}", entry, french


ENTRIES = list(_entries())


def _broken(rule):
    return [(name, french) for name, entry, french in ENTRIES if rule(entry, french)]


def test_there_are_catalogues():
    """The rooms that have pages have words."""
    assert len(ENTRIES) > 100


def test_the_french_is_there():
    assert _broken(lambda _entry, french: not french.strip()) == []


def test_both_languages_have_the_same_places_to_fill():
    """What one language fills in, the other fills in too; a singular may say its number in words."""
    assert _broken(_other_places) == []


def _other_places(entry, french):
    english = {place for text in (entry.msgid, entry.msgid_plural) for place in PLACE.findall(text)}
    found = set(PLACE.findall(french))
    return not found <= english if entry.msgid_plural else found != set(PLACE.findall(entry.msgid))


def test_no_language_copies_the_other():
    assert _broken(lambda entry, french: french == entry.msgid and not SHARED.fullmatch(french)) == []


def test_french_is_set_as_in_quebec():
    assert _broken(lambda _entry, french: NOT_QUEBEC.search(TAG.sub("", french))) == []


def test_english_is_canadian():
    assert _broken(lambda entry, _french: NOT_CANADIAN.search(entry.msgid)) == []
