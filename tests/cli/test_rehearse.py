"""``clausier rehearse``: a policy tried on messages that are past."""

import csv
import json

import pytest

LINK = "Lisez https://exemple.example/a"
MESSAGES = [
    {"id": "a", "text": LINK},
    {"id": "b", "text": "Bonjour"},
    {"id": "c", "text": "Mon NAS est 130 692 544"},
    {"id": "d", "text": LINK, "direction": "incoming"},
]


@pytest.fixture
def messages(tmp_path):
    """Four messages, a line each."""
    file = tmp_path / "messages.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in MESSAGES), encoding="utf-8")
    return file


@pytest.fixture
def stricter(small, tmp_path):
    """Return the same policy, in which a link asks for a review."""
    folder = tmp_path / "stricter"
    for file in small.rglob("*.yaml"):
        copy = folder / file.relative_to(small)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(file.read_text(encoding="utf-8").replace("do: advise", "do: review"), encoding="utf-8")
    return folder


def rehearsed(clausier, *arguments):
    """Return the answer as data."""
    done = clausier("rehearse", *arguments, "--json")
    return json.loads(done.out)


def test_it_tells_what_a_clause_would_have_said(clausier, small, messages):
    """By clause, with the messages that it speaks of."""
    told = rehearsed(clausier, "--policy", small, messages)
    assert (told["messages"], told["wrong"], told["actions"]["before"]) == (4, 0, {})
    assert told["actions"]["after"] == {"advise": 1, "allow": 1, "block": 1, "hold": 1}
    numbers = next(each for each in told["clauses"] if each["clause"] == "transparency.numbers")
    assert [each["id"] for each in numbers["examples"]] == ["c", "d"]


def test_beside_another_policy_it_tells_what_differs(clausier, small, stricter, messages):
    """And nothing of what stays as it is."""
    told = rehearsed(clausier, "--policy", stricter, "--against", small, messages)
    assert (told["stricter"], told["milder"]) == (1, 0)
    changed = [each for each in told["clauses"] if each["changed"]]
    assert [(each["clause"], each["before"], each["after"], each["changed"]) for each in changed] == [
        ("transparency.links", 1, 1, 1)
    ]
    assert changed[0]["examples"] == [{"line": 1, "id": "a", "before": "advise", "after": "review"}]
    assert rehearsed(clausier, "--policy", small, "--against", stricter, messages)["milder"] == 1


@pytest.mark.parametrize(
    ("locale", "sentences"),
    [
        (
            "fr",
            ["4 messages rejoués : plus sévère pour 1", "2.1 Les liens", "donner un conseil → demander une relecture"],
        ),
        ("en", ["4 messages replayed: stricter for 1", "2.1 Links", f"line 1 {LINK}"]),
    ],
)
def test_people_read_it_in_their_language(clausier, stricter, messages, locale, sentences):
    """With the messages, so that they judge for themselves."""
    done = clausier("rehearse", "--policy", stricter, "--against", stricter.with_name("small"), messages, locale=locale)
    assert done.status == 0
    for sentence in sentences:
        assert sentence in done.out


def test_a_sheet_of_messages_is_one_of_what_came_in(clausier, small, tmp_path):
    """With the headings that people give it; a column may say otherwise."""
    file = tmp_path / "messages.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["Commentaire", "id", "direction"], [LINK, "x", ""], [LINK, "y", "outgoing"]])
    assert rehearsed(clausier, "--policy", small, file)["actions"]["after"] == {"hold": 1, "advise": 1}


def test_an_archive_in_parquet(clausier, small, tmp_path):
    """Its columns are the fields of a message."""
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.Table.from_pylist(MESSAGES), tmp_path / "messages.parquet")
    assert rehearsed(clausier, "--policy", small, tmp_path / "messages.parquet")["messages"] == len(MESSAGES)


def test_a_bad_line_is_told_and_the_others_are_replayed(clausier, small, messages):
    """With its number; the status says that something was not read."""
    messages.write_text('{"text": "Bonjour"}\nceci\n\n{"text": 3}\n{"text": "Allo"}\n', encoding="utf-8")
    done = clausier("rehearse", "--policy", small, messages, locale="fr")
    assert (done.status, done.out.split(" ")[0]) == (1, "2")
    assert [line.partition(" :")[0] for line in done.err.splitlines()] == ["Ligne 2", "Ligne 4"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("messages.txt", b"", "les messages viennent d'un fichier .jsonl, .csv, .parquet."),
        ("messages.csv", b"a,b\n1,2\n", "La colonne"),
        ("messages.parquet", b"PAR0", "n'est pas un fichier Parquet."),
        ("absent.jsonl", None, "n'existe pas"),
    ],
)
def test_it_says_what_it_cannot_read(clausier, small, name, content, sentence):
    """One sentence, status 2."""
    file = small.with_name(name)
    if content is not None:
        file.write_bytes(content)
    done = clausier("rehearse", "--policy", small, file, locale="fr")
    assert (done.status, done.out) == (2, "")
    assert sentence in done.err
