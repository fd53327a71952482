"""The whole engine with its whole library: any message gets a verdict, the same whatever the order of the policy."""

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from clausier.document.reading import read_folder
from clausier.document.vocabulary import ACCOUNT_KINDS, ACTIONS, RELATIONS, SIGNALS
from clausier.engine import Context
from clausier.engine import compile as compiled

ROOT = Path(__file__).parents[2]
TOWN = read_folder(ROOT / "examples/val-bleu")
ENGINE = compiled(TOWN.policy, TOWN.facts, TOWN.protected)

PIECES = (
    *("Ville de Val-Bleu ", "l'Aqua-Nord ", "Bravo! ", "I work for the City ", "#pub ", "@VilleValBleu ", "merci à "),
    *("130 692 544 ", "marie@courriel.example ", "514 555-0199 ", "Projet Mésange ", "CONFIDENTIEL ", "mot de passe: "),
    *(
        "garanti ",
        "tabarnak ",
        "idiote ",
        "cliquez http://x.example ",
        "🚒",
        "\u200b",
        "\u202e",
        "e\u0301",
        "\x00",
        "\n",
        "<br />",
    ),
)
FIRST, LAST = datetime(2, 1, 1), datetime(9998, 12, 31)  # noqa: DTZ001  # beyond these, a moment is refused
TEXTS = some.lists(some.sampled_from(PIECES) | some.text(max_size=12), max_size=12).map("".join)
CONTEXTS = some.fixed_dictionaries(
    {"text": TEXTS, "direction": some.sampled_from(["outgoing", "incoming"])},
    optional={
        "channel": some.sampled_from(["facebook", "x", "email", "elsewhere"]),
        "lang": some.sampled_from(["fr", "en", "es", None]),
        "at": some.datetimes(min_value=FIRST, max_value=LAST).map(lambda at: at.isoformat()),
        "reply": some.booleans(),
        "media": some.lists(some.fixed_dictionaries({"kind": some.sampled_from(["image", "video"])}), max_size=2),
        "account": some.fixed_dictionaries({"kind": some.sampled_from(list(ACCOUNT_KINDS))}),
        "author": some.fixed_dictionaries(
            {"relation": some.sampled_from([*RELATIONS, "spokesperson", None])},
            optional={"interests": some.just([{"kind": "party", "name": "Équipe Alarie", "topics": ["le budget"]}])},
        ),
    },
)


def shuffled(policy, seed):
    draw = random.Random(seed)  # noqa: S311

    def any_order(items):
        return tuple(draw.sample(items, len(items)))

    chapters = any_order(policy.chapters)
    return replace(
        policy,
        chapters=tuple(
            replace(
                each,
                clauses=any_order([replace(clause, rules=any_order(clause.rules)) for clause in each.clauses]),
            )
            for each in chapters
        ),
    )


OTHERS = [compiled(shuffled(TOWN.policy, seed), TOWN.facts, TOWN.protected) for seed in (1, 2)]


@settings(max_examples=200)
@given(CONTEXTS)
def test_any_message_gets_a_verdict(data):
    """No input makes the engine raise; spans fall in the text, quotes are exact or masked, and all of it is JSON."""
    verdict = ENGINE.check(Context.from_data(data))

    shape = json.loads(json.dumps(verdict.as_data()))
    assert shape["action"] in ACTIONS
    assert not any(each["reason"] == "failed" for each in shape["missing"])
    for signal in shape["signals"]:
        assert 0 <= signal["start"] <= signal["end"] <= len(data["text"])
        if not SIGNALS[signal["kind"]].masked:
            assert signal["quote"] == data["text"][signal["start"] : signal["end"]]


@settings(max_examples=60)
@given(CONTEXTS)
def test_order_of_rules_clauses_and_chapters_never_changes_a_verdict(data):
    """The town's own policy, shuffled, judges every message alike."""
    context = Context.from_data(data)
    expected = {**ENGINE.check(context).as_data(), "policy": None}

    for other in OTHERS:
        assert {**other.check(context).as_data(), "policy": None} == expected


@settings(max_examples=60)
@given(CONTEXTS)
def test_every_fix_mends(data):
    """Applied, a fix is free of its finding, and brings no stricter action."""
    context = Context.from_data(data)
    verdict = ENGINE.check(context)

    for finding in verdict.findings:
        for fix in finding.fixes:
            after = ENGINE.check(replace(context, text=fix.apply(context.text)))
            assert finding.rule not in {each.rule for each in after.findings}


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "1" * 200_000,
        "@" * 200_000,
        " " * 200_000,
        "e" + "\u0301" * 500_000,
        "\u202e" * 200_000,
        "\x00" * 100_000,
        '"' * 100_000,
        "\U0001f4a9" * 50_000,
        "\ud83d" * 50_000,
        "c o n n a r d " * 10_000,
        "Marie Tremblay, my brother Paul " * 5_000,
    ],
    ids=[
        *("letters", "digits", "at-signs", "spaces", "accents", "directions", "nulls"),
        *("quotes", "emoji", "halves", "spaced", "names"),
    ],
)
def test_a_message_of_any_size_is_judged(text):
    """A flood of one sign is a message like another."""
    assert ENGINE.check(Context.from_data({"text": text})).action in ACTIONS


@pytest.mark.parametrize(
    "unit",
    ['"oaf" ', "oaf\"'«»", "m*ron ", "l'", "gays gay pride ", "garanti rendement sans risque ", "mon frère Paul "],
)
def test_a_flood_takes_a_time_that_grows_with_it(unit):
    """Text that is quoted, disguised, innocent or named, over and over: forty times as long, forty times the time."""

    def spent(size):
        start = process_time()
        ENGINE.check(Context(text=(unit * size)[:size], direction="incoming"), with_fixes=False)
        return process_time() - start

    spent(1_000)
    assert min(spent(160_000), spent(160_000)) < 40 * 3 * max(spent(4_000), 0.005)


@pytest.mark.parametrize("seed", ["0", "1", "77"])
def test_another_process_gives_the_same_verdicts(seed):
    """Whatever the order in which its sets and dictionaries are walked."""
    texts = [
        "Bravo! tabarnak idiote",
        "Projet Mésange, merci à marie@courriel.example 514 555-0199",
        "".join(PIECES) * 2,
    ]
    code = (
        "import json, sys; from pathlib import Path; from clausier.document.reading import read_folder;"
        "from clausier.engine import Context, compile;"
        "town = read_folder(Path(sys.argv[1])); engine = compile(town.policy, town.facts, town.protected);"
        "print(json.dumps([engine.check(Context(text=text, direction=way)).as_data()"
        " for text in json.loads(sys.argv[2]) for way in ('incoming', 'outgoing')]))"
    )
    given = [
        sys.executable,
        "-c",
        code,
        str(ROOT / "examples/val-bleu"),
        json.dumps([t.replace("\0", "") for t in texts]),
    ]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
    told = subprocess.run(given, env=environment, capture_output=True, text=True, check=True, timeout=60)

    expected = [
        ENGINE.check(Context(text=text.replace("\0", ""), direction=way)).as_data()
        for text in texts
        for way in ("incoming", "outgoing")
    ]
    assert json.loads(told.stdout) == json.loads(json.dumps(expected))
