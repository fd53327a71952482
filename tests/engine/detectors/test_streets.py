"""No address is lost to the question asked first: every kind of street that the patterns read is in the list."""

import re

import pytest

from clausier.engine.detectors.pi_address import KINDS
from clausier.engine.expression import LETTERS, Either, One, Repeat, read
from clausier.engine.streets import ENGLISH_KIND, FRENCH_KIND, LOWER
from clausier.engine.text import fold


def _spelt(steps):
    """Return all the strings that some steps match, in small letters."""
    spelt = {""}
    for step in steps:
        if isinstance(step, One):
            more = {chr(each) for each in step.characters if each < LETTERS} or {"e"}
        elif isinstance(step, Either):
            more = set().union(*map(_spelt, step.bodies))
        else:
            more = _spelt(step.body) | {""} if isinstance(step, Repeat) else {""}
        spelt = {(one + other).lower() for one in spelt for other in more}
    return spelt


@pytest.mark.parametrize("kinds", [FRENCH_KIND, ENGLISH_KIND, LOWER[LOWER.rindex("(?:street") :]])
def test_each_kind_of_street_is_asked_for(kinds):
    """Its letters up to any other sign are in the list."""
    spelt = {re.match("[a-z]*", fold(kind))[0] for kind in _spelt(read(kinds))}

    assert len(spelt) > 8
    assert spelt <= KINDS
