"""``clausier check`` of one message: what it says, in three forms, and every way of giving the text."""

import json

import pytest

from clausier.lib.clock import set_clock
from cli.conftest import SIN, Stream

TEXT = f"Mon NAS est {SIN}"


@pytest.fixture
def check(clausier, small):
    """Check with the small policy."""
    return lambda *arguments, **surroundings: clausier("check", "--policy", small, *arguments, **surroundings)


@pytest.mark.parametrize(
    ("arguments", "status", "fr", "en"),
    [
        (["--text", "Bonjour"], 0, "✓ Rien à signaler", "✓ Nothing against it"),
        (["--text", "https://a.ca/b"], 0, "○ Un conseil avant de publier", "○ A word of advice before you post"),
        (["--text", "Café", "--account", "personal", "--at", "2026-11-23T10:00:00-05:00"], 1, "? Dites p", "? Say why"),
        (["--text", "Merci @untel"], 1, "? Demandez une relecture", "? Ask for a review"),
        (["--text", TEXT], 1, "✗ Ne publiez pas ce message tel quel", "✗ Do not post this as it is"),
        (["--text", "Allo", "--direction", "incoming"], 0, "✓ Le message paraît", "✓ The message appears"),
        (["--text", "https://a.ca/b", "--direction", "incoming"], 1, "… Le message attend", "… The message waits"),
    ],
)
def test_the_verdict_comes_first(check, arguments, status, fr, en):
    """In a few words, in the language of the locale, with its status."""
    for locale, words in (("fr_CA.UTF-8", fr), ("en_CA.UTF-8", en)):
        done = check(*arguments, locale=locale)
        assert (done.status, done.err) == (status, "")
        assert done.out.startswith(words)


def test_nothing_against_it_is_no_authorization(check):
    """The person stays free and responsible."""
    told = check("--text", "Bonjour", locale="fr").out.splitlines()
    assert told[1] == "Ce n'est pas une autorisation; vous restez libre et responsable."


def test_a_finding_tells_clause_sentence_words_and_mend(check):
    """The number as shown, the id and the version as cited, the words masked, the text mended."""
    told = check("--text", TEXT, locale="fr").out
    assert "✗ 2.2 Les numéros (transparency.numbers @ projet)" in told
    assert "Retirez ce numéro." in told
    assert "On a trouvé : un numéro d'assurance sociale" in told
    assert "→ Retirer" in told
    assert SIN not in told


def test_what_nobody_said_is_asked_for(check):
    """When knowing it could change the answer."""
    morning = ["--text", "Bonjour", "--at", "2026-11-23T10:00:00-05:00"]
    assert "(--account)" in check(*morning).out
    assert "(--account)" not in check(*morning, "--account", "official").out


def test_people_to_tell_are_named(check):
    """By the name of their duty."""
    assert "À prévenir : Accueil" in check("--text", "https://a.ca/b", "--direction", "incoming", locale="fr").out


def test_the_text_is_underlined_on_a_terminal_only(check):
    """Elsewhere the answer does not repeat it."""
    shown = check("--text", TEXT, terminal=True).out.splitlines()
    row = next(number for number, line in enumerate(shown) if TEXT in line)
    assert shown[row + 1].replace("\x1b[31m", "").replace("\x1b[0m", "") == "  " + " " * 12 + "^" * 11
    assert TEXT not in check("--text", TEXT).out


def test_json_has_the_shape_of_the_contract(check):
    """The verdict whole, offsets in code points of the text as it was given."""
    verdict = json.loads(check("--text", f"🎉 NAS {SIN}\n", "--json").out)
    assert list(verdict) == [
        *("id", "action", "language", "policy", "engine", "intent", "signals", "findings", "unknown", "missing"),
        "error",
    ]
    assert list(verdict["policy"]) == ["id", "version", "digest", "facts"]
    assert (verdict["id"], verdict["error"], verdict["policy"]["version"]) == (None, None, "draft")
    signal = next(each for each in verdict["signals"] if each["kind"] == "pi.sin")
    assert (signal["start"], signal["end"]) == (6, 17)
    assert list(signal) == ["kind", "start", "end", "quote", "confidence"]
    finding = next(each for each in verdict["findings"] if each["rule"] == "no-number")
    assert list(finding) == ["rule", "clause", "version", "action", "route", "notify", "signals", "say", "why", "fixes"]
    assert finding["say"] == {"fr": "Retirez ce numéro.", "en": "Take this number out."}


def test_sarif_gives_exact_regions(check, tmp_path):
    """Lines and columns in code points, the clause as rule, the file as given."""
    draft = tmp_path / "brouillon été.txt"
    draft.write_text(f"Bonjour 🎉\nMon NAS: {SIN}.\n", encoding="utf-8")
    log = json.loads(check(draft, "--sarif").out)
    run = log["runs"][0]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert run["tool"]["driver"]["rules"][0]["id"] == "transparency.numbers"
    result = run["results"][0]
    assert (result["ruleId"], result["level"]) == ("transparency.numbers", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("brouillon%20%C3%A9t%C3%A9.txt")
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 10,
        "endLine": 2,
        "endColumn": 21,
        "charOffset": 19,
        "charLength": 11,
    }


def test_the_text_comes_from_a_file_or_from_standard_input(check, tmp_path):
    """Or from the command line, with the same verdict."""
    (tmp_path / "draft.txt").write_text(TEXT)
    verdicts = [check("--text", TEXT, "--json").out, check(tmp_path / "draft.txt", "--json").out]
    verdicts += [check("--json", stdin=TEXT).out, check("-", "--json", stdin=TEXT).out]
    assert len(set(verdicts)) == 1


def test_the_current_folder_may_hold_the_policy(clausier, small, monkeypatch, tmp_path):
    """Otherwise a sentence says how to name it."""
    monkeypatch.chdir(small)
    assert clausier("check", "--text", TEXT).status == 1
    monkeypatch.chdir(tmp_path)
    done = clausier("check", "--text", TEXT)
    assert (done.status, done.out) == (2, "")
    assert "--policy FOLDER" in done.err


def test_at_a_terminal_it_says_what_to_type(check):
    """It does not wait for a text that nobody knows it wants."""
    done = check(asked=True)
    assert (done.status, done.out) == (2, "")
    assert "--text 'Your message'" in done.err


def test_without_a_moment_it_is_now(check):
    """The moment of reception, from the one clock."""
    from datetime import UTC, datetime

    try:
        set_clock(datetime(2026, 11, 23, 15, tzinfo=UTC))
        assert check("--text", "Café", "--account", "personal").status == 1
        set_clock(datetime(2026, 11, 22, 15, tzinfo=UTC))
        assert check("--text", "Café", "--account", "personal").status == 0
    finally:
        set_clock(None)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--text", "a", "--at", "demain"], "n'est pas un moment"),
        (["--text", "a", "--interest", "Équipe Alarie"], "n'est pas un intérêt comme"),
        (["--text", "a", "--interest", "parti:Équipe"], "Genres : employer"),
        (["--text", "a", "b.txt"], "--text ou un fichier"),
        (["--text", "a", "--jsonl"], "--text n'y a pas de place"),
        (["--jsonl", "--sarif"], "--sarif n'y a pas de place"),
        (["nulle-part.txt"], "nulle-part.txt : ce fichier ou ce dossier n'existe pas."),
        (["/"], "c'est un dossier; on attend un fichier."),
        (["--text", "é" * 1_000_001], "la limite est de 1000000"),
    ],
)
def test_what_cannot_be_checked_gets_a_sentence(check, arguments, sentence):
    """Status 2, nothing on the answer's stream."""
    done = check(*arguments, locale="fr")
    assert (done.status, done.out) == (2, "")
    assert sentence in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("Été".encode("latin-1"), "not in UTF-8 (byte 0xc9)"),
        (b"\xef\xbb\xbfa\xc9", "not in UTF-8 (byte 0xc9)"),
        (b"a" * 50_000_000, "over 8 MB"),
    ],
    ids=["latin-1", "mark, latin-1", "50 MB"],
)
def test_a_file_that_is_no_message_is_refused(check, tmp_path, data, sentence):
    """From a file as from standard input."""
    (tmp_path / "draft").write_bytes(data)
    for done in (check(tmp_path / "draft"), check(stdin=data)):
        assert (done.status, done.out) == (2, "")
        assert sentence in done.err


@pytest.mark.parametrize(
    "text",
    ["", "\0", "a\0b", "\u202eSIN", "e" + "\u0301" * 5_000, "\ud800", "a" * 1_000_000, "@" * 10_000, "\ufeff"],
    ids=["empty", "null", "nulls", "right-to-left", "accents", "surrogate", "million", "mentions", "mark"],
)
def test_any_text_gets_a_verdict(check, text):
    """On a terminal as in JSON."""
    for form in (["--json"], []):
        done = check("--text", text, *form, terminal=True)
        assert done.status in {0, 1}
        assert done.err == ""


def test_interests_and_the_rest_reach_the_context(clausier, small, monkeypatch):
    """Each option says what the contract says."""
    from clausier.engine.engine import Engine

    seen = []
    check_ = Engine.check
    monkeypatch.setattr(Engine, "check", lambda self, context: seen.append(context) or check_(self, context))
    options = "--as agency --audience everyone --handle @x --name Zoé --account personal --channel x"
    options += " --at 2026-11-23T09:00:00-05:00 --lang fr --reply --media image --interest party:Alarie:maire;conseil"
    clausier("check", "--policy", small, "--text", "Allo", *options.split())
    (context,) = seen
    assert (context.author.relation, context.author.audiences) == ("agency", {"everyone"})
    assert (context.author.handle, context.author.name, context.channel) == ("@x", "Zoé", "x")
    assert (context.lang, context.reply, context.at.hour) == ("fr", True, 9)
    assert [media.kind for media in context.media] == ["image"]
    (interest,) = context.author.interests
    assert (interest.kind, interest.name, interest.topics) == ("party", "Alarie", ("maire", "conseil"))


def test_a_policy_that_does_not_read_is_told(clausier, small):
    """With its first error and its place."""
    (small / "policy.yaml").write_text("clausier: 1\nid: [\n")
    done = clausier("check", "--policy", small, "--text", "a", locale="fr")
    assert (done.status, done.out) == (2, "")
    assert f"{small}/policy.yaml:" in done.err


def test_nothing_is_written_anywhere(check, tmp_path, monkeypatch):
    """The folder of the check is as it was."""
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    check("--text", TEXT)
    assert list(empty.iterdir()) == []


def test_streams_of_this_file_are_what_they_say():
    """A terminal is one only when asked."""
    assert (Stream().isatty(), Stream(terminal=True).isatty()) == (False, True)


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("facts.yaml", "America/Toronto", "Mars/Base"),
        ("facts.yaml", "mon-fri", "everyday"),
        ("facts.yaml", "08:30-16:30", "8h"),
        ("facts.yaml", "timezone: America/Toronto", "timezone: America/Toronto, holidays: CA-XX"),
        ("chapters/02-transparency.yaml", "    rules:\n      - id: no", "    serves: [x]\n    rules:\n      - id: no"),
    ],
)
def test_a_policy_that_cannot_be_used_is_told(clausier, small, file, before, after):
    """By what validate would have said first, and not as an error of the program."""
    text = (small / file).read_text()
    (small / file).write_text(text.replace(before, after))
    (small / "policy.yaml").write_text((small / "policy.yaml").read_text() + "regulation_packs: [nope]\n")
    arguments = ["--text", TEXT, "--account", "personal", "--at", "2026-11-23T10:00:00-05:00"]
    done = clausier("check", "--policy", small, *arguments)
    assert (done.status, done.out) == (2, "")
    assert "The policy does not read (" in done.err


@pytest.mark.parametrize("at", ["0001-01-01", "9999-12-31T23:59:59-12:00", "2026-02-30", "yesterday", "1"])
def test_a_moment_out_of_all_calendars_is_refused(check, at):
    """In one sentence."""
    done = check("--text", "a", "--account", "personal", "--at", at)
    assert (done.status, done.out) == (2, "")
    assert "is not a moment such as" in done.err


def test_a_text_may_be_said_to_go_alone(check):
    """Then nothing is unknown about what goes with it."""
    said, unsaid = (check("--text", "Allo", "--json", *more) for more in (["--media", "none"], []))

    assert "has" not in json.loads(said.out)["unknown"]
    assert json.loads(said.out)["action"] == json.loads(unsaid.out)["action"]


@pytest.mark.parametrize(
    ("option", "value", "said"), [("--channel", "facebok", "facebook"), ("--audience", "everyon", "everyone")]
)
def test_a_name_that_no_rule_could_meet_is_refused(check, option, value, said):
    """Rather than answer that nothing stands against the message."""
    done = check("--text", "Allo", option, value)

    assert (done.status, done.out) == (2, "")
    assert value in done.err
    assert said in done.err


def test_learned_heads_may_be_left_out(clausier, small):
    """Who wants the answer in a third of a second, or the same one everywhere, does without them."""
    assert clausier("check", "--policy", small, "--text", "Bonjour", "--no-heads").status == 0
