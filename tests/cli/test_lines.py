"""``clausier check --jsonl``: one answer a line, in order, whatever the line."""

import json

import pytest

from cli.conftest import SIN


@pytest.fixture
def lines(clausier, small):
    """Check lines with the small policy; return the status and the answers."""

    def run(data, *options, locale="en"):
        done = clausier("check", "--policy", small, "--jsonl", *options, stdin=data, locale=locale)
        assert done.err == ""
        return done.status, [json.loads(line) for line in done.out.splitlines()]

    return run


def test_verdicts_come_in_the_order_of_the_lines(lines):
    """Each with the id of its line, whatever JSON it is; null when there is none."""
    ids = [1, "a", None, {"x": [1]}, [2], 1.5, True]
    data = "\n".join(json.dumps({"id": each, "text": "Bonjour"}) for each in ids)
    status, answers = lines(data + '\n{"text": "Bonjour"}\n')
    assert (status, [answer["id"] for answer in answers]) == (0, [*ids, None])


def test_fields_that_are_not_of_the_context_are_ignored(lines):
    """Such as the organization and the labels of a test case."""
    status, answers = lines(json.dumps({"text": "Allo", "organization": "z", "labels": [1], "intent": "x"}))
    assert (status, answers[0]["error"]) == (0, None)


@pytest.mark.parametrize(
    ("line", "identifier", "sentence"),
    [
        (b"nope", None, "La ligne n'est pas du JSON (colonne 1)."),
        (b'{"id": 3}', 3, "« text »"),
        (b'{"id": 3, "text": 5}', 3, "« text »"),
        (b'{"id": "x", "text": "a", "direction": "up"}', "x", "« direction »"),
        (b'{"text": "a", "author": []}', None, "« author »"),
        (b"[1]", None, "objet JSON"),
        (b"5", None, "objet JSON"),
        (b'{"text": "a", "id": NaN}', None, "que le JSON"),
        (b'{"text": "a", "id": 1e999}', None, "que le JSON"),
        (b"[" * 200_000, None, "que le JSON"),
        (b'{"text": "' + b"\xe9" + b'"}', None, "pas en UTF-8 (octet 0xe9)"),
        (b'\xef\xbb\xbf{"text": "' + b"\xe9" + b'"}', None, "pas en UTF-8 (octet 0xe9)"),
        (b'{"text": "' + b"a" * 13_100_000 + b'"}', None, "plus de 13 Mo"),
        (b'{"id": 9, "text": "' + b"a" * 1_000_001 + b'"}', 9, "la limite est de 1000000"),
        (b'{"id": 9, "text": "a", "at": "hier"}', 9, "« at »"),
    ],
)
def test_a_bad_line_is_told_in_its_place(lines, line, identifier, sentence):
    """With its id when it could be read, and its number; the others are judged, and the status is 1."""
    status, answers = lines(b'{"text": "Bonjour"}\n' + line + b'\n{"text": "Bonsoir"}\n', locale="fr")
    assert (status, len(answers)) == (1, 3)
    assert answers[0]["error"] is answers[2]["error"] is None
    assert list(answers[1]) == ["id", "line", "error"]
    assert (answers[1]["id"], answers[1]["line"]) == (identifier, 2)
    assert sentence in answers[1]["error"]


def test_a_long_text_may_be_written_in_escapes(lines):
    """What counts is the length of the text, however its line spells it."""
    status, answers = lines(json.dumps({"text": "\N{GRINNING FACE}" * 200_000}))
    assert (status, answers[0]["error"]) == (0, None)


def test_empty_lines_are_passed_over_and_counted(lines):
    """Their number stays that of the file."""
    status, answers = lines(b'\n\n{"text": "a"}\r\n  \nx\n')
    assert (status, [answer.get("line") for answer in answers]) == (1, [None, 5])


def test_a_strict_verdict_gives_status_1(lines):
    """As for one message."""
    assert lines(json.dumps({"text": f"NAS {SIN}"}))[0] == 1
    assert lines(json.dumps({"text": "https://a.ca/b"}))[0] == 0


def test_options_hold_for_the_lines_that_say_nothing(lines):
    """A line that says otherwise is believed; one that says null says nothing."""
    data = [{"text": "Merci @x"}, {"text": "Merci @x", "author": {"relation": "employee"}}]
    data += [{"text": "Merci @x", "author": {"relation": None, "name": "Z"}}]
    _, answers = lines("\n".join(map(json.dumps, data)), "--as", "public")
    assert [answer["action"] for answer in answers] == ["allow", "review", "allow"]


def test_a_file_is_read_as_well(clausier, small, tmp_path):
    """With or without a line end at its end."""
    file = tmp_path / "messages.jsonl"
    file.write_text('{"text": "a"}\n{"text": "b"}')
    done = clausier("check", "--policy", small, "--jsonl", file)
    assert (done.status, len(done.out.splitlines())) == (0, 2)


def test_characters_of_any_kind_stay_on_their_line(lines):
    """A line separator in a text does not cut the answer."""
    _, answers = lines(json.dumps({"id": "\u2028\ud800", "text": "a\u2028b\u0085c\ud800"}))
    assert len(answers) == 1
