"""What a check is told: read with care, refused with a sentence that names the field."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clausier.engine.context import MAX_TEXT, Context, ContextError

JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(max_size=8),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ("text", "direction", "channel", "lang", "at", "reply", "media", "account", "author", "history")


def test_only_the_text_is_needed():
    """Everything else is unknown, and the message is outgoing."""
    context = Context.from_data({"text": "Bonjour"})

    assert (context.direction, context.channel, context.author.relation, context.media) == (
        "outgoing",
        None,
        None,
        None,
    )


def test_fields_that_are_not_of_the_context_are_ignored():
    """Labels, organisations and the like do not get in the way; a third language is no hint."""
    context = Context.from_data({"text": "Hola", "labels": [1], "organization": "x", "lang": "es", "intent": "praise"})

    assert context.lang is None


def test_a_moment_without_a_zone_is_utc():
    """RFC 3339 asks for a zone; where none is given nothing is guessed from the machine."""
    context = Context.from_data({"text": "x", "at": "2026-11-23T09:00:00"})

    assert context.at == datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Bonjour", "objet JSON"),
        ({}, "« text »"),
        ({"text": 3}, "« text »"),
        ({"text": "x" * (MAX_TEXT + 1)}, "1000001"),
        ({"text": "x", "direction": "sideways"}, "« direction »"),
        ({"text": "x", "author": {"relation": "boss"}}, "« relation »"),
        ({"text": "x", "author": "Marc"}, "« author »"),
        ({"text": "x", "at": "yesterday"}, "« at »"),
        ({"text": "x", "reply": "yes"}, "« reply »"),
        ({"text": "x", "media": [{"kind": "hologram"}]}, "« kind »"),
        ({"text": "x", "author": {"interests": [{"name": "n", "topics": [3]}]}}, "« topics »"),
        ({"text": "x", "media": [{"kind": "image"}] * 1001}, "« media »"),
    ],
)
def test_a_context_that_cannot_be_judged_says_why(data, said):
    """One sentence names the field and what was expected."""
    with pytest.raises(ContextError) as caught:
        Context.from_data(data)

    assert said in caught.value.message("fr")
    assert caught.value.message("en") != caught.value.message("fr")


@given(some.dictionaries(some.sampled_from(FIELDS), JSON) | JSON)
def test_no_data_raises_anything_else(data):
    """Whatever JSON comes in, it is a context or a sentence."""
    with suppress(ContextError):
        assert isinstance(Context.from_data(data).text, str)
