"""The interview: every way through it makes a policy without an error, and with nothing of the template's own."""

import re

import pytest

from clausier.document.founding import with_texts
from clausier.document.interview.adapting import reworded
from clausier.document.interview.answers import AnswersError, answers_text, open_questions, read_answers, wrongs
from clausier.document.interview.effects import effect_of
from clausier.document.interview.making import founded, policy_of, template_of, template_read
from clausier.document.interview.model import Wording
from clausier.document.interview.rooms import advised
from clausier.document.interview.shelf import outside, questions, screens, starts
from clausier.document.model import Localized
from clausier.document.problems import ERROR, UnreadableError
from clausier.document.reading import library_overlays, library_policies, read_mapping, read_overlay
from clausier.document.writing import written
from clausier.engine.examination import examine

SECTORS = ("public-body", "company", "finance", "nonprofit", "party")
INVENTED = ("modele.example", "Camille Lavoie", "Horizon", "Accès-Clic", "Summer Workshops", "555-0100", "Modele")
PERIOD = ["2028-03-01 2028-04-02"]
TYPED = {"timezone": ["Europe/Paris"], "emergency": ["112"], "helpline": ["3114"]}
# What names a law or a service of a place, by where it must not be read.
OF_QUEBEC = re.compile(
    r"\bqc-|Qu[ée]bec|Commission d'accès|Autorité des marchés|FINRA|\bSEC\b|\bus-[a-z]"
    r"|forty-five|quarante-cinq|thirteen|treize"
    r"|Info-Santé|commissaire|commissioner|professional order|RLRQ|registered principal|in French|en français"
)
OF_CANADA = re.compile(
    r"\bca-[a-z]|Canad|\b911\b|\b988\b|\b811\b|assurance sociale"
    r"|social insurance|\bNAS\b|\bSIN\b|official agent|agent officiel|GIC|CPG"
)


def answered(sector, place="quebec", pick=0, **given):
    """Complete answers: of each question the choice at a place, and everything of those that take several."""
    answers = {"name": ["Ville de Val-Bleu"], "sector": [sector], "place": [place], **given}
    while True:
        left = [each for each in open_questions(answers) if each.id not in answers]
        if not left:
            return {name: values for name, values in answers.items() if values}
        answers[left[0].id] = _picked(left[0], pick)


def _picked(question, pick):
    if question.kind == "choices":
        return [choice.value for choice in question.choices] if pick else []
    if question.choices:
        return [question.choices[pick % len(question.choices)].value]
    return TYPED.get(question.id) or (PERIOD if question.kind == "period" and question.required else [])


def errors_of(folder):
    """The errors of a folder as it is written."""
    return [each for each in examine(read_mapping(written(folder), "made")) if each.level == ERROR]


@pytest.mark.parametrize(
    ("sector", "place", "pick"),
    [
        *((sector, "quebec", pick) for sector in SECTORS for pick in (0, 1)),
        *zip(SECTORS, 3 * ("canada", "elsewhere"), (2, 2, 1, 0, 1), strict=False),
    ],
)
def test_every_way_makes_a_policy_without_an_error(sector, place, pick):
    """And no fact of the template stands in it."""
    answers = answered(sector, place, pick)
    assert wrongs(answers) == []
    folder = founded(answers)
    assert errors_of(folder) == []
    assert folder.policy.sector == sector
    whole = "".join(written(folder).values())
    assert [word for word in INVENTED if word in whole] == []


@pytest.mark.parametrize("sector", SECTORS)
@pytest.mark.parametrize(("place", "strange"), [("canada", (OF_QUEBEC,)), ("elsewhere", (OF_QUEBEC, OF_CANADA))])
def test_outside_quebec_a_policy_names_no_law_of_quebec(sector, place, strange):
    """Nor of Canada elsewhere, in no clause, example, question or waiver; the clauses of the sector are there."""
    given = {"languages": ["fr-en"], "serves": ["pupils", "patients"], "members": ["elected"]}
    folder = founded(answered(sector, place, **given))
    assert errors_of(folder) == []
    for name, text in written(folder).items():
        found = [line.strip() for line in text.splitlines() if any(each.search(line) for each in strange)]
        assert found == [], name
    own = {each.id for each in policy_of(template_read(template_of({"sector": [sector]}))).clauses()}
    common = {each.id for each in policy_of(template_read("base")).clauses()}
    kept = {each.id for each in folder.policy.clauses()} & (own - common)
    assert len(kept) >= 12, own - common - kept


def test_each_wording_is_found_in_the_templates():
    """One that a template no longer says is dead, in each of its languages."""
    policies = [policy_of(template_read(name)) for name in library_policies()]
    overlays = [read_overlay(name) for name in library_overlays()]
    texts = [
        {example.lang: example.text} for each in policies for clause in each.clauses() for example in clause.examples
    ]
    texts += [
        {example.lang: example.text}
        for each in overlays
        for chapter in each.chapters
        for clause in chapter.clauses
        for example in clause.examples
    ]
    with_texts((*policies, *overlays), lambda text: texts.append(text) or text)
    texts = list({(language, text): {language: text} for each in texts for language, text in each.items()}.values())
    told = {wording.was for wording in outside().wordings}
    for question in questions():
        told |= {wording.was for each in (question, *question.choices) for wording in each.wordings}
    # Two come after another wording: they read what that one left.
    later = ("Appelez le 811", "Call 811", "Le 811 répond", "vous contestez par grief.", "you object by grievance.")
    lacking = [
        words
        for was in told
        for language, words in was.items()
        if not words.endswith(later)
        and not any(reworded(Localized(text), [Wording(was=Localized({language: words}))]) != text for text in texts)
    ]
    assert lacking == []


@pytest.mark.parametrize("sector", SECTORS)
@pytest.mark.parametrize("place", ["quebec", "elsewhere"])
def test_the_sentence_shown_beside_an_answer_is_in_the_policy(sector, place):
    """Each of them, in French and in English; the clause it stands in has a title."""
    english = {"languages": ["fr-en"], "other-language": ["yes"]}
    lacking = []
    for question in open_questions(answered(sector, place, **english)):
        for choice in question.choices if question.id not in {"sector", "place", *english} else ():
            answers = answered(sector, place, **english, **{question.id: [choice.value]})
            policy = founded(answers).policy
            for language in policy.languages:
                told = effect_of(choice, answers, language)
                texts = [" ".join(clause.text[language].replace("**", "").split()) for clause in policy.clauses()]
                stands = any(told.reads in text for text in texts) and told.clause if told.reads else told.tells
                lacking += [] if stands else [(question.id, choice.value, language, told)]
    assert lacking == []


def test_a_clause_that_is_taken_out_is_not_there():
    """Nor is what only it named."""
    folder = founded(answered("company", pick=0, **{"code-names": ["no"], "share": ["no"]}))
    ids = {clause.id for clause in folder.policy.clauses()}
    assert not {"confidentiality.protected-names", "time.share", "confidentiality.before-launch"} & ids
    assert folder.protected == ()


def test_a_public_body_of_quebec_speaks_french_alone_unless_the_law_asks_for_more():
    assert founded(answered("public-body")).policy.languages == ("fr",)
    asked = founded(answered("public-body", **{"other-language": ["yes"]})).policy
    assert asked.languages == ("fr", "en")
    assert asked.language_regime.official == ("fr",)


def test_where_one_decides_the_ladders_say_so():
    """And somebody from outside looks again."""
    policy = founded(answered("company", deciders=["one"])).policy
    assert {ladder.deciders for clause in policy.clauses() for ladder in clause.ladder} == {1}
    text = next(clause for clause in policy.clauses() if clause.id == "consequences.fair-process").text["fr"]
    assert "seul décideur" in text


def test_the_dates_of_an_election_move_its_examples():
    """So that the rule of the period is shown at the dates given."""
    folder = founded(answered("public-body", election=["2025-09-19 2025-11-02"]))
    assert errors_of(folder) == []
    assert str(folder.facts.periods["election"].to) == "2025-11-02"


def test_three_rooms_at_most_and_the_reason_of_each():
    """Comments that are closed need no room."""
    rooms = {room for start in starts() for room in start.rooms}
    advice = advised(answered("company"), rooms)
    assert [each.id for each in advice.first] == ["ambassadors", "comments", "posts"]
    assert advice.off() == ["account_register"]
    closed = advised(answered("company", comments=["closed"]), rooms)
    assert [each.id for each in closed.first] == ["ambassadors", "posts", "accounts"]
    assert {"inbox", "moderation"} <= set(closed.off())
    assert all(each.why["fr"] and each.later["en"] for each in starts())


def test_answers_are_written_and_read_again():
    """Yes and no stay words."""
    answers = answered("nonprofit", pick=1, handles=["@croix", "@cross"], name=["Aide: l'été #1"])
    assert read_answers(answers_text(answers).encode(), "a.yaml") == answers
    assert read_answers(b"union: no\nsize: few\n", "a.yaml") == {"union": ["no"], "size": ["few"]}


@pytest.mark.parametrize(
    ("given", "question", "said"),
    [
        ({"unoin": ["yes"]}, "unoin", "“union”"),
        ({"sector": ["compny"]}, "sector", "“company”"),
        ({"union": ["yes", "no"]}, "union", "one answer"),
        ({"emails": ["nobody"]}, "emails", "not an e-mail"),
        ({"domains": ["nowhere"]}, "domains", "not a site"),
        ({"hours": ["9 to 5"]}, "hours", "08:30-16:30"),
        ({"launch": ["2028-04-01 2028-03-01"]}, "launch", "earlier first"),
        ({"name": ["x" * 201]}, "name", "200"),
        ({"name": ["Ville\u202ede"]}, "name", "invisible"),
        ({"offerings": ["x"] * 41}, "offerings", "40"),
    ],
)
def test_a_bad_answer_is_told_with_its_mend(given, question, said):
    found = wrongs(answered("company") | given)
    assert [each.question for each in found] == [question]
    assert said in found[0].said("en")
    assert found[0].said("fr")


def test_a_missing_answer_is_told_unless_the_interview_goes_on():
    answers = answered("company")
    del answers["union"]
    assert [(each.question, each.code) for each in wrongs(answers)] == [("union", "missing")]
    assert wrongs(answers, whole=False) == []


@pytest.mark.parametrize("data", [b"", b"- sector", b"sector: {a: b}", b"text"])
def test_what_is_no_answer_is_refused(data):
    with pytest.raises(AnswersError):
        read_answers(data, "a.yaml")


def test_what_is_no_yaml_is_refused():
    with pytest.raises(UnreadableError):
        read_answers(b"sector: [company\n", "a.yaml")


def test_the_questions_are_in_both_languages():
    """Each with its words, and the template follows from two of them."""
    for screen in screens():
        for question in screen.questions:
            words = [screen.title, screen.lead, question.ask]
            words += [each for each in (question.help, question.effect) if each]
            words += [text for choice in question.choices for text in (choice.label, choice.effect) if text]
            assert all(set(text) == {"fr", "en"} for text in words)
    assert template_of({"sector": ["party"], "place": ["quebec"]}) == "party"
    assert template_of({"sector": ["party"], "place": ["canada"]}) == "party"
