"""From files to values: what is wrong is told at its place, and the rest is read beside it."""

import pytest

from clausier.document.reading import read_folder
from folders import FILES, full_name, place_of, spoiled, write

# The code, the file, what stands there, what takes its place, where it is told, what was meant.
SPOILED = [
    ("unknown-key", "policy", "sector:", "sectr: x\nsector:", "sectr", "sector"),
    ("unknown-key", "02", "        do: block", "        does: block", "does", "do"),
    ("missing-key", "policy", "id: sample\n", "", "clausier", None),
    ("missing-key", "08", "way: expert", "valid: 12m", "id: questions", None),
    ("duplicate-key", "policy", "sector:", "id: again\nsector:", "id: again", None),
    ("duplicate-key", "02", "{fr: Dire qui", "{fr: A, fr: Dire qui", "fr: Dire", None),
    ("key-not-word", "policy", "sector:", "[a]: b\nsector:", "[a]", None),
    ("unknown-word", "policy", "public-body", "public-bodies", "public-bodies", "public-body"),
    ("unknown-word", "02", "do: block", "do: blok", "blok", "block"),
    ("unknown-word", "02", "signal: [disc.needed]", "signal: [disc.neded]", "disc.neded", "disc.needed"),
    ("glob-matches-nothing", "02", '"abuse.*"', '"abus.*"', '"abus.*"', None),
    ("not-map", "02", '{signal: [disc.needed], channel: [facebook, "x"]}', "disc.needed", "disc.needed\n", None),
    ("not-localized", "02", "{fr: Dire qui l'on est, en: Say who you are}", "Dire", "Dire\n", None),
    ("unknown-word", "02", "signal: [disc.needed]", "signal: [disc]", "disc]", "disc.*"),
    ("unknown-word", "02", "signal: [disc.needed]", "signal: [hate]", "hate", "abuse.hate"),
    ("unknown-word", "02", "signal: [disc.needed]", "signal: insults", "insults", "abuse.insult"),
    ("unknown-word", "02", "signal: [disc.needed]", "signal: [Neuschwanstein]", "Neuschwanstein", None),
    ("no-deleting", "02", "do: block", "do: delete", "delete", None),
    ("no-deleting", "09", "as: public, expect: hide", "as: public, expect: deleted", "deleted", None),
    ("comma-in-braces", "02", "fr: Relisez-vous.", "fr: Un langage correct, concis", "concis", None),
    ("comma-in-braces", "02", '"What an idiot!", lang', "“What, an idiot!”, lang", "an idiot!”", None),
    ("unknown-key", "02", "        do: advise", "        do: advise\n        else:", "else", None),
    ("not-language", "02", "en: Say who you are", "english: Say who you are", "english", "en"),
    ("not-language", "02", "en: Say who you are", "EN: Say who you are", "EN", "en"),
    ("not-language", "02", "en, as: employee, expect: advise", "en_CA, as: employee, expect: advise", "en_CA", "en"),
    ("not-language", "policy", "[fr, en]", "[français, en]", "français", "fr"),
    ("not-text", "02", "en: Say who you are", "en: [Say]", "[Say]", None),
    ("not-text", "policy", "id: sample", "id: {a: b}", "{a: b}", None),
    ("not-number", "06", "number: 6", "number: six", "six", None),
    ("not-number", "06", "number: 6", "number: 6.5", "6.5", None),
    ("not-decimal", "09", "history:", "confidence: 80%\n          history:", "80%", None),
    ("not-boolean", "06", "voluntary: true", "voluntary: perhaps", "perhaps", None),
    ("not-date", "policy", "2026-11-23", "2026-11-31", "2026-11-31", None),
    ("not-date", "facts", "2029-09-21", "soon", "soon", None),
    ("not-moment", "02", "expect: advise", "at: noon, expect: advise", "noon", None),
    ("not-duration", "02", "within: 30d", "within: 30 days", "30 days", None),
    ("not-duration", "02", "within: 30d", "within: 0d", "0d", None),
    ("not-slug", "policy", "id: sample", "id: Mon Village", "Mon", None),
    ("not-clause-id", "11", "id: crisis.freeze", "id: freeze", "freeze\n", None),
    ("format-version", "policy", "clausier: 1", "clausier: 2", "2\n", None),
    ("unknown-template", "policy", "sector:", "extends: bse\nsector:", "bse", "base"),
    ("empty-file", "policy", FILES["policy.yaml"], "# rien\n", "#", None),
    ("empty-file", "03", FILES[full_name("03")], "# rien\n", "#", None),
    ("empty-file", "facts", FILES["facts.yaml"], "\n", "\n", None),
]


def _found(where, files):
    return read_folder(write(where, files)).problems


@pytest.mark.parametrize("case", SPOILED, ids=lambda case: f"{case[0]}-{case[3][:20]}")
def test_what_is_wrong_is_told_at_its_place(tmp_path, case):
    """Code, place, and what was probably meant."""
    code, start, old, new, needle, meant = case
    files, file = spoiled((start, old, new)), full_name(start)
    found = [(problem.code, problem.place, problem.meant) for problem in _found(tmp_path, files)]
    assert (code, place_of(files, file, needle), meant) in found


TOLD = [
    # What was expected, what stands there, and what could be written.
    ("06", "voluntary: true", "voluntary: perhaps", "true or false is expected here rather than “perhaps”."),
    ("02", "en: Say who you are", "en: ~", "A text is expected here rather than nothing."),
    ("02", "en: Say who you are", "en: [Say]", "A text is expected here rather than a list of values."),
    ("01", "breach: {gravity: minor}", "breach: minor", "Write for example “{gravity: …}”."),
    ("04", "{audience: managers}", "managers", "Write for example “{audience: …, duty: …, need: …}”."),
    ("policy", "{name: {fr: Communications, en: Communications}}", "Comms", "Write for example “{name: …}”."),
    ("06", '{mon-sun: "20:00-07:00"}', '"20:00-07:00"', "Write for example “{name: …}”."),
    ("02", "signal: [disc.needed]", "signal: [nothing]", "Possible words: pi.*, secret.*, conf.*, about.*, disc.*"),
]


@pytest.mark.parametrize(("start", "old", "new", "said"), TOLD)
def test_says_what_is_there_and_what_could_be(tmp_path, start, old, new, said):
    """Values in quotes, kinds by their names, and the keys of the record that is wanted."""
    told = [
        problem.message("en") + problem.suggestion("en") for problem in _found(tmp_path, spoiled((start, old, new)))
    ]
    assert len(told) == 1
    assert said in told[0]


def test_the_sample_reads_whole(tmp_path):
    """Types come from the model: what looks like a number, a date or a truth stays what its field says."""
    folder = read_folder(write(tmp_path, FILES))
    assert folder.problems == ()
    assert folder.policy.clauses()[0].id == "expectations.only"
    use = next(clause for clause in folder.policy.clauses() if clause.id == "time.use")
    assert (use.use[0].answer, use.quiet) == ("yes", {"mon-sun": "20:00-07:00"})


@pytest.mark.parametrize(
    ("at", "kind"),
    [("2026-11-23", "date"), ("2026-11-23T22:15:00-05:00", "datetime"), ("2026-11-23 22:15", "datetime")],
)
def test_a_moment_is_a_day_or_a_time(tmp_path, at, kind):
    """Both are written where an example says when."""
    folder = read_folder(write(tmp_path, spoiled(("02", "expect: advise", f"at: {at}, expect: advise"))))
    clause = next(clause for clause in folder.policy.clauses() if clause.id == "transparency.say-who-you-are")
    assert type(clause.examples[1].at).__name__ == kind


def test_the_rest_is_read(tmp_path):
    """A chapter that cannot be read does not take the others away."""
    folder = read_folder(write(tmp_path, {**FILES, "chapters/06-time.yaml": "a: ["}))
    assert [str(problem.place) for problem in folder.problems] == ["chapters/06-time.yaml:1:5"]
    assert len(folder.policy.chapters) == 10


def test_a_spoiled_item_does_not_move_the_others(tmp_path):
    """The items after it keep their places."""
    files = spoiled(("02", "- id: say-first", "- id: Say First"))
    folder = read_folder(write(tmp_path, files))
    path = ("clause", "transparency.say-who-you-are", "rules", 0, "id")
    assert folder.place(*path) == place_of(files, "chapters/02-transparency.yaml", "say-calmly")


def test_places(tmp_path):
    """A value is found by its path; one that was not written, by what is around it."""
    folder = read_folder(write(tmp_path, FILES))
    assert str(folder.place("chapter", "crisis", "title", "en")) == "chapters/11-crisis.yaml:3:27"
    assert str(folder.place("policy", "audiences", "managers")) == "policy.yaml:9:3"
    assert str(folder.place("protected", "code-names", "entries", 0, "term")) == "protected/code-names.yaml:2:12"
    assert folder.place("clause", "crisis.freeze", "visibility") == folder.place("clause", "crisis.freeze")
    assert str(folder.place("nowhere")) == "policy.yaml:1:1"


def test_duplicate_clauses(tmp_path):
    """The second is told, within a file and across files."""
    twice = spoiled(("09", "id: comments.attacks", "id: comments.open"))
    (problem,) = _found(tmp_path / "one", twice)
    assert (problem.code, problem.place) == (
        "duplicate-id",
        place_of(twice, "chapters/09-comments.yaml", "id: comments.open\n    title: {fr: Les attaques"),
    )
    across = spoiled(("11", "id: crisis.freeze", "id: time.use"))
    assert [(each.code, each.place.file) for each in _found(tmp_path / "two", across)] == [
        ("duplicate-id", "chapters/11-crisis.yaml")
    ]


EXTENDING = """\
clausier: 1
id: mine
extends: base
without: [crisis.freeze, crisis.frieze]
languages: [fr, en]
title: {fr: Politique, en: Policy}
sector: company
"""
OWN = """\
chapter: crisis
number: 11
title: {fr: La crise, en: Crisis}
clauses:
  - id: crisis.own
    title: {fr: À nous, en: Ours}
    text: {fr: Un texte., en: A text.}
    breach: {gravity: minor}
  - id: expectations.represent-well
    title: {fr: Autrement, en: Otherwise}
    text: {fr: Un autre texte., en: Another text.}
    breach: {gravity: minor}
"""


def test_a_policy_that_extends_another(tmp_path):
    """Its own clauses come beside, what it goes without is gone, and a wrong name in ``without`` is told."""
    folder = read_folder(write(tmp_path, {"policy.yaml": EXTENDING, "chapters/11-crisis.yaml": OWN}))
    ids = [clause.id for clause in folder.policy.clauses()]
    assert "crisis.own" in ids
    assert "crisis.freeze" not in ids
    assert [(each.code, str(each.place), each.meant) for each in folder.problems] == [
        ("unknown-name", "policy.yaml:4:26", "crisis.freeze")
    ]


def test_the_clause_of_a_base_may_be_replaced(tmp_path):
    """That is no duplicate, and its places are those of the new one."""
    own = OWN.replace("crisis.own", "crisis.freeze")
    policy = EXTENDING.replace("without: [crisis.freeze, crisis.frieze]\n", "")
    folder = read_folder(write(tmp_path, {"policy.yaml": policy, "chapters/11-crisis.yaml": own}))
    assert folder.problems == ()
    assert str(folder.place("clause", "crisis.freeze", "title", "fr")) == "chapters/11-crisis.yaml:6:17"
