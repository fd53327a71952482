"""Each problem: a document that has it, told at its place, and the same document without it."""

from pathlib import Path

import pytest

from clausier.document import checks
from clausier.document.messages import MESSAGES
from folders import FILES, full_name, place_of, problems, spoiled

GROUND = "visibility: internal\n    remove_for: {neutral: true, say: {fr: A, en: A}}\n    freeze:"
TWO_MODES = """\
  - channel: [blog]
        mode: closed
        why: {fr: Non., en: No.}
      - channel: [blog, facebook]"""
EXPECTATIONS = FILES[full_name("01")].partition("clauses:")[2]
PROMISE = '[{text: "Bah!", lang: fr, expect: publish, by: policy}]'
# The code, the file, what stands there, what takes its place, and where the problem is told (by default: what took it).
SPOILED = [
    # Languages
    ("no-language", "policy", "[fr, en]", "[]", None),
    ("missing-language", "02", "{fr: Dire qui l'on est, en: Say who you are}", "{fr: Dire qui l'on est}", None),
    ("missing-language", "02", "short: {fr: (j'y travaille), en: (I work there)}", "short: {}", "{}"),
    ("missing-language", "10", "{fr: Lettre, en: Letter}", "{en: Letter}", None),
    ("undeclared-language", "02", "en: Read it again.", "en: Read it again., no: Les det igjen.", "Les det"),
    ("regime-of-other-language", "policy", "sector:", "language_regime: {official: [es]}\nsector:", "es]"),
    # Names
    ("unknown-name", "policy", "within: everyone", "within: evryone", "evryone"),
    ("unknown-name", "02", "audience: [everyone]", "audience: [everyone, nobody]", "nobody"),
    ("unknown-name", "02", "then: [manager, communications]", "then: [manager, comunications]", "comunications"),
    ("unknown-name", "02", "because: say-first", "because: say-frist", "say-frist"),
    ("unknown-name", "04", "audience: managers", "audience: mangers", "mangers"),
    ("unknown-name", "04", "duty: communications", "duty: communication", "communication}"),
    ("unknown-name", "05", "[code-names]", "[code-name]", "code-name]"),
    ("unknown-name", "06", "[everyone]", "[nobody]", "nobody"),
    ("unknown-name", "07", "by: communications", "by: webmaster", "webmaster"),
    ("unknown-name", "08", "approve: pre-approval", "approve: pre-aproval", "pre-aproval"),
    ("unknown-name", "08", "match: [charrue], duty: communications", "duty: snow", "snow}\n"),
    ("unknown-name", "08", "route: questions", "route: question", "question, notify"),
    ("unknown-name", "08", "notify: [communications, managers]", "notify: [communications, chief]", "chief"),
    ("unknown-name", "09", "10d, by: moderation", "10d, by: moderator", "moderator"),
    ("unknown-name", "09", "4h, by: moderation", "4h, by: moderator", "moderator"),
    ("unknown-name", "09", "history:", "period: [elections]\n          history:", "elections"),
    ("unknown-name", "08", "id: roads,", "id: roads, notify: [mayor],", "mayor"),
    ("unknown-name", "policy", "review: {every: 24m, by: communications}", "review: {every: 24m, by: owner}", "owner"),
    ("unknown-name", "02", "because: say-first", "by: policy, because: say-frist", "say-frist"),
    ("unknown-name", "11", "by: communications", "by: crisis-lead", "crisis-lead"),
    ("unknown-name", "code", "owner: communications", "owner: council", "council"),
    ("unknown-name", "facts", "party: alarie", "party: alary", "alary"),
    ("unknown-name", "policy", "sector:", "without: [time.nothing]\nsector:", "time.nothing"),
    ("not-in-library", "02", '[facebook, "x"]', "[facebok]", "facebok"),
    ("not-in-library", "02", "network: face*", "network: fake*", "fake*"),
    ("not-in-library", "02", "as: employee, channel: facebook", 'as: employee, channel: "*"', '"*"'),
    ("not-in-library", "09", "channel: [facebook]", "channel: [facebook, fb]", "fb]"),
    ("not-in-library", "facts", "facebook: [", "facebok: [", "facebok"),
    ("not-in-library", "policy", "regulation_packs: []", "regulation_packs: [qc-publc]", "qc-publc"),
    ("no-pack", "02", "rules:", "serves: [ca-adstandard-disclosure]\n    rules:", "ca-adstandard"),
    ("not-jurisdiction", "policy", "sector:", "jurisdictions: [CA, Québec]\nsector:", "Québec"),
    ("audience-circle", "policy", "All staff}}", "All staff}, within: managers}", "managers}\n"),
    # Identifiers
    ("duplicate-id", "02", "id: say-calmly", "id: say-first", 'say-first\n        when: {signal: ["abuse'),
    ("duplicate-id", "08", "id: route-questions", "id: say-first", "say-first"),
    ("duplicate-id", "08", "id: roads", "id: snow", "snow, name: {fr: Routes"),
    ("duplicate-id", "10", "id: letter", "id: talk", "talk, title: {fr: Lettre"),
    (
        "duplicate-id",
        "09",
        "id: comments.attacks",
        "id: comments.open",
        "id: comments.open\n    title: {fr: Les attaques",
    ),
    ("duplicate-chapter", "11", "chapter: crisis", "chapter: time", "chapter: time"),
    ("clause-of-other-chapter", "11", "id: crisis.freeze", "id: crise.freeze", "crise.freeze"),
    ("chapter-number", "11", "number: 11", "number: 0", "0"),
    ("chapter-name", "11", "number: 11", "number: 3", "crisis\n"),
    ("chapter-number", "06", "number: 6", "number: 7", "7"),
    ("chapter-number", "06", "number: 6", "number: 12", "12"),
    ("empty-chapter", "01", EXPECTATIONS, "", "chapter:"),
    # Clauses
    ("clause-without-effect", "01", "    breach: {gravity: minor}\n", "", "id: expectations.only"),
    ("guide-with-effect", "01", "breach:", "guide: true\n    breach:", "true"),
    ("must-be-public", "09", "visibility: public", "visibility: internal", "internal"),
    ("must-be-public", "11", "freeze:", GROUND, "internal"),
    ("share-not-voluntary", "06", "voluntary: true", "voluntary: no", "no}"),
    ("compulsory-interest", "02", "[employer, client]", "[employer, union]", "union"),
    ("clause-without-effect", "01", "breach: {gravity: minor}", "examples: []", "id: expectations.only"),
    ("guide-with-effect", "01", "breach: {gravity: minor}", f"guide: true\n    examples: {PROMISE}", "true"),
    ("no-time-limit", "10", "        hear: 5d\n", "", "gravity: minor"),
    ("no-time-limit", "10", "        seal: 24m\n", "", "gravity: minor"),
    ("no-time-limit", "09", "within: 30d, ", "", "{answered"),
    ("no-time-limit", "09", "answered: 10d, ", "", "{within: 30d"),
    (
        "two-modes",
        "09",
        "  - channel: [facebook]",
        TWO_MODES,
        "blog, facebook]",
    ),
    ("keep-backwards", "01", "breach: {gravity: minor}", "keep: {records: draft, min: 5m, max: 100d!}", "100d"),
    ("sole-decider", "10", "deciders: 2", "deciders: 1", "1\n        appeal"),
    ("out-of-range", "10", "deciders: 2", "deciders: 0", "0\n        appeal"),
    ("out-of-range", "03", "pass: 80", "pass: 101", "101"),
    ("out-of-range", "09", "history:", "confidence: nan\n          history:", "nan"),
    ("approver-unnamed", "04", "{duty: communications}", "{need: all}", "{need"),
    ("approver-unnamed", "04", "[{audience: managers}, {duty: communications}]", "[]", "[]"),
    ("not-days", "06", "mon-sun:", "lun-dim:", "lun-dim"),
    ("not-hours", "06", "20:00-07:00", "20h-7h", "mon-sun"),
    ("not-days", "facts", "mon-fri:", "weekdays:", "weekdays"),
    ("not-hours", "facts", "08:30-16:30", "08:30-08:30", "mon-fri"),
    ("unknown-placeholder", "02", "Bravo à {party}!", "Bravo à {partie}!", '"Bravo'),
    ("unknown-placeholder", "02", "I work for {organization}", "I work for {organisation}", '"I work'),
    ("placeholder-stays", "02", "Dites ce qui vous lie à nous.", '"Écrivez à {email}."', '"Écrivez'),
    ("placeholder-stays", "02", "First say what ties you to the City.", '"{organization} first."', '"{org'),
    ("question-without-answer", "02", "{fr: Rien, en: Nothing}", "{fr: Rien, en: Nothing}, right: true", "ask:"),
    ("question-without-answer", "02", ", right: true", "", "ask:"),
    # Rules
    (
        "rule-without-effect",
        "08",
        "route: questions, notify: [communications, managers]",
        "optional: true",
        "{id: route-q",
    ),
    ("rule-without-condition", "08", "when: {intent: question}, ", "", "{id: route-q"),
    ("rule-without-say", "02", "        say: {fr: Relisez-vous., en: Read it again.}\n", "", "id: say-calmly"),
    ("rule-without-example", "02", ", because: say-first", ", because: say-calmly", "id: say-first"),
    ("action-of-other-direction", "02", "do: block", "do: hide", "hide"),
    (
        "action-of-other-direction",
        "09",
        "as: public, expect: hide",
        "as: public, direction: outgoing, expect: hide",
        "hide}",
    ),
    ("signal-of-other-direction", "09", "[pi.sin, pi.phone]", "[pi.sin, pi.phone, disc.vague]", "disc.vague"),
    ("signal-of-other-direction", "09", "[pi.sin, pi.phone]", '[pi.sin, "claim.*"]', '"claim'),
    ("no-signal-left", "02", '["abuse.*", "!abuse.profanity"]', '["abuse.hate", "!abuse.*"]', '["abuse.hate'),
    ("nothing-left", "08", "when: {intent: question}", 'when: {intent: "!question"}', '"!question'),
    ("nothing-left", "02", "do: advise", 'unless: {language: [fr, "!fr"]}\n        do: advise', '[fr, "!fr"]'),
    ("intent-of-outgoing", "02", "time: quiet-hours", "intent: praise", "praise"),
    ("same-family", "02", "do: advise", "unless: {signal: abuse.insult}\n        do: advise", "abuse.insult"),
    ("hide-needs-validated", "09", "[pi.sin, pi.phone]", '["pi.*"]', '["pi'),
    ("hide-needs-signal", "09", "signal: [pi.sin, pi.phone]", "reply: true", "hide\n"),
    ("hide-needs-look", "09", "        look: {within: 4h, by: moderation}\n", "", "hide\n"),
    ("history-too-long", "09", "within: 12m", "within: 13m", "13m"),
    ("history-too-long", "09", "within: 12m", "within: 300d", "300d"),
    # Facts
    ("unknown-timezone", "facts", "America/Toronto", "America/Montreall", "America"),
    ("unknown-timezone", "facts", "America/Toronto", "America", "America"),
    ("unknown-timezone", "facts", "America/Toronto", "../../etc/passwd", ".."),
    ("unknown-holidays", "facts", "CA-QC", "CA-QU", "CA-QU"),
    ("unknown-holidays", "facts", "CA-QC", "Québec", "Québec"),
    ("facts-without-name", "facts", "{fr: [Ville de Val-Bleu], en: [City of Val-Bleu]}", "{}", "{}"),
    ("documents-not-registered", "05", "lists: [code-names]", "lists: [code-names], documents: [papers]", "papers]"),
    ("not-fingerprints", "code", "entries:", "passages: {salt: 00, hashes: QUJD}\nentries:", "{salt"),
    ("period-backwards", "facts", "2029-11-04", "2028-11-04", "2028"),
    # Limits
    ("protected-entry", "02", "Dites ce qui vous lie à nous.", "Taisez le projet mesange.", "Taisez"),
    ("protected-entry", "02", "What an idiot!", "Hush: #ProjectChickadee", '"Hush'),
    ("protected-entry", "facts", "Complexe Aqua-Nord, en:", "Projet-Mésange, en:", "Projet"),
    ("ground-of-opinion", "09", "Les attaques sont retirées", "Les commentaires négatifs", "Les commentaires négatifs"),
    ("ground-of-opinion", "09", "This comment attacks a person.", "This comment is disrespectful.", "This comment"),
    ("ground-without-limit", "09", "This comment attacks a person.", "It is inappropriate.", None),
    ("ground-not-neutral", "09", "neutral: true", "neutral: false", "false"),
    ("opinion-held-back", "08", "route: questions,", "do: hold, say: {fr: A, en: A}, route: questions,", "question}"),
]
WARNINGS = {
    "missing-chapter",
    "documents-not-registered",
    "empty-chapter",
    "no-time-limit",
    "two-modes",
    "undeclared-language",
    "placeholder-stays",
    "sole-decider",
    "rule-without-condition",
    "rule-without-example",
    "signal-of-other-direction",
    "same-family",
    "facts-without-name",
    "unserved-obligation",
    "waived-outside",
}


def _named(case):
    return f"{case[0]}-{case[1]}"


def test_the_sample_has_no_problem(tmp_path):
    """What every other test spoils is whole."""
    assert problems(tmp_path, FILES) == []


@pytest.mark.parametrize("case", SPOILED, ids=_named)
def test_each_problem_is_told_at_its_place(tmp_path, case):
    """Code, file, line, column and level."""
    code, start, old, new, needle = case
    files, file = spoiled((start, old, new)), full_name(start)
    found = {problem.place: problem for problem in problems(tmp_path, files) if problem.code == code}
    place = place_of(files, file, needle or new)
    assert place in found, (place, [str(each) for each in found])
    assert found[place].level == ("warning" if code in WARNINGS else "error")


def test_an_exact_place(tmp_path):
    """Lines and columns count from 1."""
    found = problems(tmp_path, spoiled(("02", "because: say-first", "because: say-frist")))
    unknown = next(each for each in found if each.code == "unknown-name")
    assert str(unknown.place) == "chapters/02-transparency.yaml:29:103"
    assert unknown.meant == "say-first"


# What was lost, and the only thing that is told of it.
LOST = [
    ("02", "do: block", "do: blok", "unknown-word"),
    ("02", '{signal: [disc.needed], channel: [facebook, "x"]}', "[disc.needed]", "not-map"),
    ("02", "fr: Relisez-vous.", "FR: Relisez-vous.", "not-language"),
    ("02", "expect: block, because", "expect: blok, because", "unknown-word"),
    ("02", "right: true", "right: perhaps", "not-boolean"),
    ("04", "[{audience: managers}, {duty: communications}]", "[managers, communications]", "not-map"),
    ("01", "breach: {gravity: minor}", "breach: minor", "not-map"),
    ("09", "look: {within: 4h, by: moderation}", "look: moderation", "not-map"),
    ("09", "answered: 10d", "answered: 10 days", "not-duration"),
    ("10", "seal: 24m", "seal: 24 months", "not-duration"),
    ("facts", "{fr: [Ville de Val-Bleu], en: [City of Val-Bleu]}", "Val-Bleu", "not-map"),
    ("policy", "[fr, en]", "[French]", "not-language"),
]


@pytest.mark.parametrize("case", LOST, ids=lambda case: f"{case[0]}-{case[2][:20]}")
def test_what_could_not_be_read_is_not_missed_as_well(tmp_path, case):
    """A value that is wrong is told once, not again as the lack of what it should have been."""
    start, old, new, code = case
    assert {problem.code for problem in problems(tmp_path, spoiled((start, old, new)))} == {code}


def test_a_ground_that_is_an_opinion_is_told_once_a_clause(tmp_path):
    """All its grounds together."""
    old, new = "Les attaques sont retirées", "Les commentaires négatifs et irrespectueux"
    (problem,) = problems(tmp_path, spoiled(("09", old, new)))
    assert problem.message("fr").endswith(" : un ton négatif, un manque de respect.")


def test_every_problem_speaks_both_languages(tmp_path):
    """Sentence and mend are filled in French as in English, without a brace left or a word of the other language."""
    for index, (_, start, old, new, _) in enumerate(SPOILED):
        for problem in problems(tmp_path / str(index), spoiled((start, old, new))):
            said = {problem.message(language) + problem.suggestion(language) for language in ("fr", "en")}
            assert len(said) == 2
            assert not any("Label(" in text for text in said)


def test_every_check_is_shown():
    """Each code that the checks may give is in a case here, or in a test of its own."""
    elsewhere = {"missing-chapter", "over-broad", "unserved-obligation", "waived-outside"}
    written = "".join(path.read_text(encoding="utf-8") for path in Path(checks.__file__).parent.glob("*.py"))
    codes = {code for code in MESSAGES if f'"{code}"' in written}
    assert codes - {case[0] for case in SPOILED} == elsewhere
