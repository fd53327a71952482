"""People are told by titles, first names, relations and a directory; what is named after people is none."""

import pytest

from clausier.document.model import Facts, ProtectedList
from clausier.engine.detector import Known
from clausier.engine.fingerprints import names_made
from clausier.engine.people import people
from clausier.engine.text import Text
from engine.detectors.run import signals


def named(text):
    folded = Text(text)
    spans = (folded.span(each.start, each.end) for each in people(folded, 0, len(folded.folded)))
    return sorted({text[start:end] for start, end in spans})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mme Turgeon et Kevin de la paie", ["Kevin", "Mme Turgeon"]),
        ("Remember Trish Harmon?", ["Trish Harmon"]),
        ("our chemist Zyanya", ["Zyanya"]),
        ("dr. pell and mrs. okafor", ["dr. pell", "mrs. okafor"]),
        ("my friend kyle moreno", ["my friend kyle moreno"]),
        ("Jean-Guy T. du 3e", ["Jean-Guy T."]),
        ("École Marie-Curie, rue Louis-Riel, prix Denise-Pelletier", []),
        ("La Ville de Val-Bleu et la Banque Boréale", []),
        ("notre chien Max", []),
    ],
)
def test_people_are_told(text, found):
    """By what stands around the capitals, never by the capitals alone."""
    assert named(text) == found


def test_the_directory_makes_a_name_known():
    """A name that no list holds is one of a person when the organisation's directory holds it."""
    directory = ProtectedList(name="directory", people=names_made(["Xyloph Quendril"], salt=bytes(16)))
    text = "i heard xyloph quendril got fired"
    assert ("pi.sensitive-fact", "xyloph quendril got fired") not in signals(text)
    assert ("pi.sensitive-fact", "xyloph quendril got fired") in signals(text, known=Known(Facts(), (directory,)))
