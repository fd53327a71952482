"""Fingerprints: a copy is recognised, an edited one too, and nothing can be read in what is kept."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.document.model import Facts, Fingerprints, ProtectedList
from clausier.document.model.facts import HASH_BYTES, SALT_BYTES
from clausier.engine.context import Context
from clausier.engine.detector import Known, View
from clausier.engine.detectors.conf_passage import DETECTORS
from clausier.engine.fingerprints import COMMON, SPAN, Index, names_made, passages_made, words_of
from clausier.engine.text import Text, fold

MINUTES = (
    "Le comité exécutif étudiera le 12 janvier l'achat du terrain situé derrière l'aréna, au prix de deux millions de "
    "dollars, avant que la négociation avec le propriétaire actuel ne devienne publique. The land survey shows that "
    "the northern corner was once a dump, and that cleaning it would cost more than the whole purchase."
)
SALTED = bytes(range(SALT_BYTES))


def _found(text, *texts, public=()):
    known = Known(Facts(), (ProtectedList(name="minutes", passages=passages_made(texts or (MINUTES,), public)),))
    (detector,) = DETECTORS
    return [
        text[slice(*view.text.span(each.start, each.end))]
        for view in [View(Text(text), Context(text=text), known)]
        for each in detector.find(view, [])
    ]


def test_eight_words_of_a_document_are_recognised_inside_a_post():
    """What was copied is told at its very place, whatever stands around it."""
    assert _found("Psst! L'achat du terrain situé derrière l'aréna, vous en pensez quoi?") == [
        "L'achat du terrain situé derrière l'aréna"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "LA NÉGOCIATION AVEC LE PROPRIÉTAIRE ACTUEL NE DEVIENNE PUBLIQUE",
        "la negociation avec le proprietaire actuel ne devienne publique",
        "la négociation\u00a0avec le propriétaire, actuel — ne devienne\npublique",
        "la négo\u200bciation avec le propriétaire actuel ne devienne publique",
    ],
)
def test_case_accents_and_marks_do_not_hide_a_copy(text):
    """A copy is the same in capitals, without accents, over two lines, with invisible characters in it."""
    assert _found(text) == [text]


def test_an_edited_copy_is_recognised():
    """A word changed here and there does not make it another text."""
    text = (
        "the land survey shows that the southern corner was once a dump, and that cleaning it would cost way more than "
        "the whole purchase"
    )
    assert _found(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Le terrain derrière l'aréna est boueux.",
        "La négociation avec le syndicat est publique.",
        "the whole purchase",
        "",
        "a b c d e f g h i j k l",
    ],
)
def test_words_in_common_are_no_copy(text):
    """The same subject in other words, and less than eight words of the document, say nothing of it."""
    assert _found(text) == []


def test_what_was_published_is_free():
    """A sentence of the document that stands in a public text alarms nobody; its neighbours still do."""
    public = "Rappel : le comité exécutif étudiera le 12 janvier l'achat du terrain situé derrière l'aréna."
    assert _found("Le comité exécutif étudiera le 12 janvier l'achat du terrain", public=[public]) == []
    assert _found("avant que la négociation avec le propriétaire actuel ne devienne publique", public=[public]) != []


def test_a_formula_of_the_house_is_free():
    """Words that stand in more documents than a few are nobody's secret."""
    formula = "Il est proposé par le conseil municipal et unanimement résolu ce qui suit"
    papers = [f"{formula} : dossier numéro {number} du greffe." for number in range(COMMON + 1)]
    assert _found(formula, *papers) == []
    assert _found(formula, *papers[:COMMON]) == [formula]


@given(st.integers(0, len(MINUTES.split()) - 9), st.text(max_size=20), st.text(max_size=20))
def test_every_row_of_eight_words_is_recognised(at, before, after):
    """Wherever it is taken from, whatever is written around it."""
    words = MINUTES.split()
    copied = " ".join(words[at : at + 9])
    assert any(fold(words[at + 4]) in fold(each) for each in _found(f"{before} . {copied} . {after}"))


def test_nothing_but_hashes_is_kept():
    """The list holds a salt and whole hashes in the order of their value: no word, no length, no order of the text."""
    kept = passages_made([MINUTES], salt=SALTED)
    packed = base64.b64decode(kept.hashes)
    hashes = [packed[at : at + HASH_BYTES] for at in range(0, len(packed), HASH_BYTES)]
    runs = len(words_of(fold(MINUTES))) - SPAN + 1

    assert bytes.fromhex(kept.salt) == SALTED
    assert len(packed) == HASH_BYTES * runs
    assert hashes == sorted(hashes)
    assert not any(word.text.encode() in packed for word in words_of(fold(MINUTES)) if len(word.text) > HASH_BYTES)


def test_the_same_document_is_kept_otherwise_each_time():
    """Each list has a salt of its own, so that two organisations' lists cannot be compared."""
    one, other = passages_made([MINUTES]), passages_made([MINUTES])
    assert one.salt != other.salt
    assert one.hashes != other.hashes


def test_what_is_no_list_of_hashes_is_refused():
    """A list cut short, or written by hand, is an error and never an empty list."""
    for kept in (Fingerprints(salt="00" * SALT_BYTES, hashes="QUJD"), Fingerprints(salt="00", hashes="")):
        with pytest.raises(ValueError, match=kept.salt):
            Index(kept)


def test_names_of_a_directory_are_found_in_any_order():
    """First name first or last, with or without accents; a first name alone is nobody."""
    index = Index(names_made(["Zoé Lafrenière", "Anne Marie Roy", "Cher"]))

    def named(text):
        folded = fold(text)
        return [folded[start:end] for start, end in index.names(words_of(folded))]

    assert named("J'ai vu Zoe LAFRENIERE et Roy, Anne-Marie hier") == ["zoe lafreniere", "roy, anne-marie"]
    assert named("Zoé et Anne ont vu Cher") == []
