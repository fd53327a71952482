"""What lets the engine be quick loses nothing: neither literals, digits, needs, beginnings, nor batches."""

import gc
import re
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from clausier.document.vocabulary import SIGNALS
from clausier.engine.automaton import automaton
from clausier.engine.beginnings import beginnings, places, set_first
from clausier.engine.context import Context
from clausier.engine.detector import MAX_FOUND, Hit, Pattern, View, whole_word
from clausier.engine.detectors import all_detectors
from clausier.engine.language import language_of
from clausier.engine.phrasebook import of_lists
from clausier.engine.phrases import Phrase, names, read
from clausier.engine.scanner import settled
from clausier.engine.text import Text
from clausier.engine.words import LANGUAGES
from engine.detectors.run import known, look, scanner
from engine.test_whole import CONTEXTS, ENGINE

NUMBERS = (
    *("130 692 544", "418-555-0199", "12, rue des Pins app. 4", "LATJ 7101 1511", "4111 1111 1111 1111", "192.0.2.44"),
    *("H45 KLM", "815-30000-1234567", "1 84 12 76 451 089 46", "078-05-1120", "born 3 March 1990", "f**k", "m.e.r.d.e"),
)
LITERALS = sorted({literal for each in scanner(known()).detectors for literal in each.literals(known())})
PIECES = some.sampled_from(LITERALS) | some.sampled_from(NUMBERS) | some.text(max_size=8)
TEXTS = some.lists(some.tuples(PIECES, some.sampled_from(["", " ", ". ", "\n", "'", "\x1c"])), max_size=20).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)
AUTHORS = some.sampled_from([{}, {"relation": "employee"}, {"relation": "gifted", "handle": "aquanordteam"}])
WAYS = some.sampled_from(["incoming", "outgoing"])


def every_detector_on(text, **fields):
    """Return what every detector finds, none of them spared but where its signals cannot arise."""
    folded, context = Text(text), Context.from_data({"text": text, "at": "2026-11-23T09:00:00-05:00", **fields})
    view = View(folded, context, known(), language_of(folded, None), reader=scanner(known()))
    for detector in scanner(known()).detectors:
        if not any(context.direction in SIGNALS[kind].directions for kind in detector.kinds):
            continue
        literals = tuple(sorted(set(detector.literals(known()))))
        places = automaton(literals)(folded.folded)
        apart = [place for place in places if not detector.whole or whole_word(folded.folded, *place[:2])]
        hits = [Hit(start, end, literals[index]) for start, end, index in apart]
        view.found.extend(islice(detector.find(view, hits), MAX_FOUND))
    return settled(view.found)


@settings(max_examples=60)
@given(TEXTS, WAYS, AUTHORS)
def test_no_detector_that_would_find_is_left_asleep(text, way, author):
    """Every anchor is complete: to run all of them on the whole text finds the same."""
    assert look(text, direction=way, author=author).found == every_detector_on(text, direction=way, author=author)


@pytest.mark.parametrize("name", names())
@settings(max_examples=6)
@given(data=some.data())
def test_a_phrase_is_found_where_re_finds_it(name, data):
    """To try a phrase only where something that it leaves was seen gives all its places."""
    rows = [row for language in LANGUAGES for row in read(name, language)]
    pieces = sorted({string for row in rows for string in (*row.strings, *row.also)})
    samples = some.sampled_from(rows).flatmap(lambda row: some.from_regex(row.pattern, fullmatch=True))
    words = data.draw(some.lists(some.sampled_from(pieces) | samples | PIECES, min_size=1, max_size=8))
    text = Text(data.draw(some.sampled_from([" ", "", ", ", "\n", "_", "é"])).join(words)).folded

    found = [match.span() for match in of_lists(name).read(text).of(name)]

    assert found == [match.span() for row in rows for match in re.finditer(Phrase(row.pattern).pattern, text)]


@pytest.mark.parametrize("pattern", sorted({each.pattern for each in all_detectors() if type(each) is Pattern}))
@settings(max_examples=8)
@given(text=TEXTS)
def test_a_pattern_that_begins_with_its_set_matches_the_same(pattern, text):
    """What is looked behind for is looked for after the first character, and is the same."""
    for flags in (re.NOFLAG, re.ASCII):
        one, other = re.compile(pattern, flags), re.compile(set_first(pattern), flags)
        assert [(each.span(), each.groups()) for each in one.finditer(text)] == [
            (each.span(), each.groups()) for each in other.finditer(text)
        ]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(?<!a)[bc]{2,3}d", r"[bc](?<!(?:a)[\s\S])[bc]{1,2}d"),
        (r"(?<![\w-])(?<!\d )\d{3}", r"\d(?<!(?:[\w-])[\s\S])(?<!(?:\d )[\s\S])\d{2}"),
        ("(?<!a)[bc]*d", "(?<!a)[bc]*d"),
        ("(?<!a)(?:b|c)d", "(?<!a)(?:b|c)d"),
        ("[bc]d", "[bc]d"),
    ],
)
def test_only_a_character_that_comes_once_at_least_is_put_first(pattern, expected):
    """A repeat that may be empty, and a group, stay where they are."""
    assert set_first(pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"(?<!\w)(?:check (?:out )?my)(?!\w)", ("check ",)),
        (r"(?:call|text) (?:us|me)", ("call ", "text ")),
        (r"(?:very )?good", ("good", "very good")),
        (r"\w+ly", ()),
        (r"[abcdef]b", ()),
        (r"a", ()),
        (r"(?:un|u)happy", ("uhappy", "unhappy")),
    ],
)
def test_the_beginnings_of_a_pattern(pattern, expected):
    """They are few, long enough, and each match begins with one of them."""
    assert set(beginnings(pattern)) == set(expected)


def test_places_are_in_order():
    """Whatever the order of the strings, the text is read forward."""
    assert places(("cd", "ab"), "cdabab") == [0, 2, 4]


@settings(max_examples=30)
@given(some.lists(CONTEXTS, max_size=12))
def test_a_batch_is_its_messages_one_by_one(batch):
    """Nothing goes from one message of a batch to another."""
    contexts = [Context.from_data(each) for each in batch]

    assert list(ENGINE.check_many(contexts, with_fixes=True)) == [ENGINE.check(each) for each in contexts]


@pytest.mark.parametrize("collects", [True, False])
def test_a_batch_leaves_the_collector_of_cycles_as_it_was(collects):
    """Whoever turned it off keeps it so; it runs again between batches, and after a batch that cannot be read."""
    contexts = [Context.from_data({"text": "Allo"})] * 2
    before = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        next(ENGINE.check_many(contexts))
        assert gc.isenabled() is collects
        with pytest.raises(AttributeError):
            list(ENGINE.check_many([*contexts, None]))
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()
