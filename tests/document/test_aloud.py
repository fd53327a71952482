"""Reading aloud: whole sentences in both languages, and nothing of the data left untold."""

import dataclasses

import pytest
from hypothesis import given, settings

from clausier.document import vocabulary
from clausier.document.aloud import promise_aloud, review_aloud, rule_aloud, statement_aloud, words
from clausier.document.model import (
    STATEMENTS,
    Circumstances,
    Clause,
    Example,
    Look,
    Review,
    Rule,
)
from clausier.document.model import statements as made
from clausier.document.model.types import Duration, Localized
from model_values import hints, instance, neighbours
from policy_samples import FULL, FULL_RULE, TEXT, clause, policy

LANGUAGES = ("fr", "en")


TOLD_ELSEWHERE = (".id", ".direction", ".do")  # the id only names; direction and action have their own test


def test_reads_the_rule_of_the_design_in_french():
    """The sentence that the design gives as its example, word for word."""
    rule = Rule(
        id="disclose-first",
        when=Circumstances(relation=("employee",), signal=("disc.needed",)),
        unless=(Circumstances(signal=("disc.clear",)),),
        do="block",
    )
    expected = (
        "Quand un membre du personnel publie un message où un lien est à déclarer, "
        "sauf si le lien est clairement déclaré, demander de ne pas publier."
    )
    assert rule_aloud(policy(), rule, "fr") == expected


def test_reads_a_received_message_in_english():
    """What comes in is received, things are contained, and a family keeps one name."""
    rule = Rule(
        id="hide",
        when=Circumstances(signal=("pi.*", "!pi.email"), account_kind=("official",)),
        do="hide",
        look=Look(within=Duration.parse("4h"), by="council-office"),
    )
    assert rule_aloud(policy(), rule, "en") == (
        "When we receive a message that contains personal information (except an e-mail address), "
        "on an official account, hide, then have a person look (“Council office”, within 4 working hours)."
    )


@pytest.mark.parametrize(
    ("hours", "french", "english"),
    [
        ({"mon-sun": "20:00-07:00"}, "tous les jours, de 20 h à 7 h.", "every day, from 8 p.m. to 7 a.m."),
        (
            {"mon-fri": "12:00-13:30"},
            "du lundi au vendredi, de midi à 13 h 30.",
            "Monday to Friday, from noon to 1:30 p.m.",
        ),
        (
            {"mon-wed,fri": "08:30-12:00, 13:00-16:30"},
            "du lundi au mercredi et le vendredi, de 8 h 30 à midi et de 13 h à 16 h 30.",
            "Monday to Wednesday and on Friday, from 8:30 a.m. to noon and from 1 p.m. to 4:30 p.m.",
        ),
        ({"sat": "00:00-06:15"}, "le samedi, de minuit à 6 h 15.", "on Saturday, from midnight to 6:15 a.m."),
    ],
)
def test_tells_hours_as_people_do(hours, french, english):
    """Days and hours are said, not spelled."""
    made_of = clause(quiet=hours)
    told = [statement_aloud(policy(made_of), made_of, "quiet", language)[0] for language in LANGUAGES]
    assert told[0].replace("\u00a0", " ").endswith(french)
    assert told[1].endswith(english)


@pytest.mark.parametrize(
    ("span", "french", "english"),
    [
        ("1d", "un délai d'un jour ouvrable", "within one working day"),
        ("2d", "un délai de 2 jours ouvrables", "within 2 working days"),
        ("30d!", "un délai de 30 jours civils", "within 30 calendar days"),
        ("12m", "un délai de 12 mois", "within 12 months"),
        ("2y", "un délai de 2 ans", "within 2 years"),
    ],
)
def test_agrees_durations(span, french, english):
    """One is singular, two are plural, working time is not calendar time."""
    made_of = clause(commit=made.Commit(within=Duration.parse(span)))
    told = [statement_aloud(policy(made_of), made_of, "commit", language)[0] for language in LANGUAGES]
    assert french in told[0]
    assert english in told[1].lower()


def test_names_the_clause_that_a_rule_routes_to():
    """A route is told by number and title, not by its id."""
    made_of = clause(answer=FULL["answer"])
    told = rule_aloud(policy(made_of), Rule(id="r", when=Circumstances(intent=("question",)), route="questions"), "fr")
    assert "clause 6.1 («\u00a0Titre\u00a0»)" in told
    assert told.startswith("Quand on reçoit une question, ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [path for path, _ in neighbours(FULL_RULE, Rule) if path not in TOLD_ELSEWHERE])
def test_tells_every_key_of_a_rule(path, language):
    """Changing any key of a rule but its id changes the sentence."""
    changed = [rule for to, rule in neighbours(FULL_RULE, Rule) if to == path]
    assert all(rule_aloud(policy(), rule, language) != rule_aloud(policy(), FULL_RULE, language) for rule in changed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tells_direction_and_action_of_a_rule(language):
    """Each action reads differently, and so does each direction."""
    rules = [Rule(id="r", do=action) for action in vocabulary.ACTIONS]
    assert len({rule_aloud(policy(), rule, language) for rule in rules}) == len(rules)
    ways = [Rule(id="r", direction=way, notify=("everyone",)) for way in vocabulary.DIRECTIONS]
    assert len({rule_aloud(policy(), rule, language) for rule in ways}) == len(ways)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATEMENTS)
def test_tells_every_key_of_a_statement(name, language):
    """Changing any key of a statement but an id changes its sentences."""
    before = clause(**{name: FULL[name]})
    told = statement_aloud(policy(before), before, name, language)
    for path, value in neighbours(FULL[name], hints(Clause)[name], name):
        after = dataclasses.replace(before, **{name: value})
        if not path.endswith(".id"):
            assert statement_aloud(policy(after), after, name, language) != told, path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "statement",
    [
        ("own", (made.Own(kind="official", handle="person", followers="person", archive="person"),)),
        ("keep_account", made.KeepAccount(leave=(made.Step(step="rename", by="council-office"),))),
        ("comments", (made.Comments(channel=("*",), mode="pre", why=TEXT, appeal=made.Appeal(by="council-office")),)),
        ("ladder", (made.Ladder(gravity="minor", steps=(made.Rung(id="talk", title=TEXT),)),)),
    ],
    ids=lambda statement: statement[0],
)
def test_tells_nothing_that_nobody_wrote(statement, language):
    """A key that is absent has no sentence: no death, no backup, no time limit, no hearing."""
    name, value = statement
    made_of = clause(**{name: value})
    told = " ".join(statement_aloud(policy(made_of), made_of, name, language))
    unsaid = (
        "décès",
        "death",
        "relève",
        "backup",
        "délai",
        "within",
        "entendue",
        "heard",
        "décid",
        "decide",
        "appel",
        "scellé",
        "sealed",
    )
    assert not [word for word in unsaid if word in told]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [path for path, _ in neighbours(policy().review, Review)])
def test_tells_every_key_of_the_review(path, language):
    """Changing how often, or by whom, changes the sentence; a policy that says nothing is told nothing."""
    told = review_aloud(policy(), language)
    changed = [review for to, review in neighbours(policy().review, Review) if to == path]
    assert all(review_aloud(dataclasses.replace(policy(), review=review), language) != told for review in changed)
    assert review_aloud(dataclasses.replace(policy(), review=None), language) == ""
    assert_reads_well(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tells_how_many_examples_the_whole_policy_is_held_to(language):
    """None, one and several read differently."""
    promise, other = (Example(text="a", lang="fr", expect="publish", by=by) for by in ("policy", "clause"))
    told = [
        promise_aloud(policy(), clause(examples=examples), language)
        for examples in ((other,), (promise, other), (promise, promise))
    ]
    assert told[0] == ""
    assert len(set(told)) == 3
    assert_reads_well(told[1])
    assert_reads_well(told[2])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["commit", "disclose", "learn"])
def test_tells_whom_a_clause_asks(name, language):
    """The audience of the clause is in the sentence."""
    everyone, nobody = clause(**{name: FULL[name]}, audience=("everyone",)), clause(**{name: FULL[name]})
    told = [statement_aloud(policy(), each, name, language) for each in (everyone, nobody)]
    assert told[0] != told[1]


def test_tells_once_how_every_item_ends():
    """And keeps the order in which one sentence leads to the next."""
    appeal = made.Appeal(within=Duration.parse("30d"), answered=Duration.parse("10d"), by="council-office")
    pages = tuple(
        made.Comments(channel=(name,), mode="post", why=Localized(fr=name, en=f"Why {name}."), appeal=appeal)
        for name in ("facebook", "x")
    )
    told = statement_aloud(policy(), clause(comments=pages), "comments", "en")
    assert [sentence.split()[1] for sentence in told] == ["Facebook,", "facebook.", "X,", "x.", "removal"]


def test_has_a_sentence_form_for_every_name():
    """A name added to the vocabulary cannot lack the form that sentences need."""
    assert set(words.IN_LANGUAGE) == set(vocabulary.LANGUAGES)
    assert set(words.DOING) == set(vocabulary.ACTIONS)
    assert {family for family in words.FAMILIES if family != "*"} == {
        name.split(".")[0] + ".*" for name in vocabulary.SIGNALS
    }


NAMES = (*vocabulary.SIGNALS, *vocabulary.INTENTS, *vocabulary.RELATIONS, *vocabulary.ACTIONS)
RAW = [name for name in NAMES if "-" in name or "." in name]


def assert_reads_well(sentence: str) -> None:
    """Assert what is true of every sentence, whatever the data."""
    assert sentence.endswith((".", "!", "?"))
    assert sentence[0] == sentence[0].upper()
    assert "None" not in sentence
    assert "  " not in sentence
    assert " ." not in sentence
    assert ".." not in sentence
    assert "()" not in sentence
    assert not any(raw in sentence for raw in RAW), sentence


@given(instance(Rule))
@settings(max_examples=150)
def test_reads_any_rule(rule):
    """Any rule is a sentence that ends with a full stop, in both languages."""
    for language in LANGUAGES:
        told = rule_aloud(policy(), rule, language)
        assert told.endswith(".")
        assert_reads_well(told)


@given(instance(Clause))
@settings(max_examples=100)
def test_reads_any_statement(made_of):
    """Any statement is made of sentences, in both languages."""
    for language in LANGUAGES:
        for name in made_of.statements():
            for sentence in statement_aloud(policy(made_of), made_of, name, language):
                assert_reads_well(sentence)
