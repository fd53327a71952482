"""The numbers that the heads read of the deterministic side."""

import math

from hypothesis import given
from hypothesis import strategies as st

from clausier.engine.context import Context
from clausier.engine.heads.features import NAMES, seen
from clausier.engine.sight import Sight

SIGHT = Sight()


def _numbers(text, **context):
    return dict(zip(NAMES, seen(SIGHT.view(Context.from_data({"text": text, **context}))), strict=True))


@given(st.text(max_size=200))
def test_any_message_gives_as_many_numbers(text):
    """Every message gives each number, and none is infinite."""
    assert all(math.isfinite(number) for number in _numbers(text).values())


def test_who_writes_and_which_way():
    """The relation, the direction and the channel are told."""
    told = _numbers("Bonjour", direction="incoming", channel="email", author={"relation": "public"})

    assert (told["incoming"], told["email"], told["public"], told["employee"]) == (1.0, 1.0, 1.0, 0.0)


def test_a_group_is_told_apart_from_what_is_said_of_it():
    """A group that is named, and one that the author is of, and one in the words of somebody else."""
    assert _numbers("Les musulmans votent dimanche")["identity there"] == 1.0
    assert _numbers("Je suis lesbienne")["identity mine"] == 1.0
    assert _numbers("Je suis lesbienne")["slurs there"] == 0.0
    assert _numbers('Il a crié "dehors les immigrants"')["identity reported"] == 1.0
