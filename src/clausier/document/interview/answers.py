"""The answers: which questions they open, what is wrong with them, and their file, a flat map of YAML."""

import re
from datetime import date
from typing import NamedTuple
from zoneinfo import available_timezones

from clausier.document.interview.model import CHOICE, CHOICES, HOURS, LINES, PERIOD, TEXT, Answers, Asked, Choice
from clausier.document.interview.shelf import questions
from clausier.document.problems import nearest
from clausier.document.reading.source import LIST, MAP, MAX_NODES, SCALAR, Node, parse
from clausier.document.vocabulary import Label
from clausier.document.writing.emitting import document

MAX_LINES = 40
MAX_TEXT = 200
_HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d")
_BOTH = 2
_SHAPES = {
    "emails": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+"),
    "domains": re.compile(r"[\w-]+(\.[\w-]+)+"),
    "handles": re.compile(r"@\S+"),
}
_ZONES = {
    each.rpartition("/")[2].casefold(): each for each in sorted(available_timezones(), reverse=True) if "/" in each
}
_WORDS = {
    "unknown": Label("Aucune question ne s'appelle « {name} ».", "No question is called “{name}”."),
    "meant": Label("Vouliez-vous dire « {name} »?", "Did you mean “{name}”?"),
    "missing": Label("Répondez à cette question.", "Answer this question."),
    "not-a-choice": Label(
        "« {value} » n'est pas une des réponses : {known}.", "“{value}” is not one of the answers: {known}."
    ),
    "one": Label("Choisissez une seule réponse.", "Choose one answer only."),
    "too-long": Label("Au plus {limit} caractères par ligne.", "At most {limit} characters a line."),
    "too-many": Label("Au plus {limit} lignes.", "At most {limit} lines."),
    "unprintable": Label("Un caractère invisible est à retirer.", "An invisible character is to be taken out."),
    "emails": Label("« {value} » n'est pas une adresse de courriel.", "“{value}” is not an e-mail address."),
    "domains": Label(
        "« {value} » n'est pas un site : écrivez par exemple valbleu.example.",
        "“{value}” is not a site: write it as valbleu.example.",
    ),
    "handles": Label("« {value} » n'est pas un compte.", "“{value}” is not an account."),
    "timezone": Label(
        "« {value} » n'est pas un fuseau horaire : écrivez par exemple Europe/Paris.",
        "“{value}” is not a time zone: write for instance Europe/Paris.",
    ),
    "hours": Label("Écrivez les heures comme 08:30-16:30.", "Write the hours as 08:30-16:30."),
    "period": Label(
        "Écrivez deux dates, la première d'abord, comme 2029-09-21 2029-11-04.",
        "Write two dates, the earlier first, as 2029-09-21 2029-11-04.",
    ),
    "not-a-map": Label(
        "Le fichier des réponses donne une réponse par ligne, comme « sector: company ».",
        "The file of answers gives one answer a line, as “sector: company”.",
    ),
}


class Wrong(NamedTuple):
    """What is wrong with the answer to a question; "" when it is the whole."""

    question: str
    code: str
    values: dict[str, str]

    def said(self, language: str) -> str:
        """Return the sentence that tells it, with the mend."""
        meant = self.values.get("meant", "")
        tail = " " + _WORDS["meant"].said(language, {"name": meant}) if meant else ""
        return _WORDS[self.code].said(language, self.values) + tail


class AnswersError(Exception):
    """A file that holds no answers."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__(wrong.said("en"))
        self.wrong = wrong


def open_questions(answers: Answers) -> list[Asked]:
    """Return the questions that are asked, after these answers."""
    return [question for question in questions() if question.applies(answers)]


def choices(answers: Answers) -> list[Choice]:
    """Return what was chosen, in the order of the questions."""
    return [choice for question in open_questions(answers) for choice in question.chosen(answers)]


def read_answers(data: bytes, file: str) -> Answers:
    """Return the answers of a file. Raises AnswersError for another shape, UnreadableError for what is not YAML."""
    node = parse(data, file, [MAX_NODES])
    if node is None or node.kind != MAP:
        raise AnswersError(Wrong("", "not-a-map", {}))
    return {key.text: _values(value) for key, value in node.pairs if not value.empty}


def _values(node: Node) -> list[str]:
    values = node.items if node.kind == LIST else [node]
    if any(each.kind != SCALAR for each in values):
        raise AnswersError(Wrong("", "not-a-map", {}))
    return [line for each in values for line in each.text.splitlines() if line.strip()]


def wrongs(answers: Answers, *, whole: bool = True) -> list[Wrong]:
    """Return what is wrong with answers; with ``whole``, the questions without an answer too."""
    known = {question.id: question for question in questions()}
    found = [_unknown(name, known) for name in answers if name not in known]
    for question in open_questions(answers):
        given = answers.get(question.id, [])
        if given:
            found += _wrong(question, given)
        elif whole and question.required:
            found.append(Wrong(question.id, "missing", {}))
    return found


def tidied(question: Asked, lines: list[str]) -> list[str]:
    """Return what was typed as it is kept: without blanks, a site without its https, an account with its sign."""
    kept = [" ".join(line.split()) for line in lines]
    if question.id == "domains":
        kept = [re.sub(r"^https?://|/.*$", "", each) for each in kept]
    elif question.id == "handles":
        kept = [each if each.startswith("@") or not each else f"@{each}" for each in kept]
    elif question.id == "timezone":
        kept = [_ZONES.get(each.rpartition("/")[2].replace(" ", "_").casefold(), each) for each in kept]
    return list(dict.fromkeys(each for each in kept if each))


def _unknown(name: str, known: dict[str, Asked]) -> Wrong:
    return Wrong(name, "unknown", {"name": name[:60], "meant": nearest(name, known) or ""})


def _wrong(question: Asked, given: list[str]) -> list[Wrong]:
    checks = {CHOICE: _choice, CHOICES: _choice, TEXT: _lines, LINES: _lines, HOURS: _hours, PERIOD: _period}
    return checks[question.kind](question, given)


def _choice(question: Asked, given: list[str]) -> list[Wrong]:
    values = [choice.value for choice in question.choices]
    strange = [each for each in given if each not in values]
    if strange:
        meant = nearest(strange[0], values) or ""
        told = {"value": strange[0][:60], "known": ", ".join(values), "meant": meant}
        return [Wrong(question.id, "not-a-choice", told)]
    return [Wrong(question.id, "one", {})] if question.kind == CHOICE and len(given) > 1 else []


def _lines(question: Asked, given: list[str]) -> list[Wrong]:
    limit = 1 if question.kind == TEXT else MAX_LINES
    if len(given) > limit:
        return [Wrong(question.id, "too-many", {"limit": str(limit)})]
    if any(len(line) > MAX_TEXT for line in given):
        return [Wrong(question.id, "too-long", {"limit": str(MAX_TEXT)})]
    if not all(line.isprintable() for line in given):
        return [Wrong(question.id, "unprintable", {})]
    shape = _SHAPES.get(question.id)
    lines = tidied(question, given)
    bad = next((line for line in lines if shape and not shape.fullmatch(line)), None)
    if question.id == "timezone":
        bad = next((line for line in lines if line not in _ZONES.values()), None)
    return [Wrong(question.id, question.id, {"value": bad})] if bad else []


def _hours(question: Asked, given: list[str]) -> list[Wrong]:
    start, _, end = given[0].partition("-")
    fits = len(given) == 1 and _HOURS.fullmatch(given[0]) and start < end
    return [] if fits else [Wrong(question.id, "hours", {})]


def _period(question: Asked, given: list[str]) -> list[Wrong]:
    return [] if dates_of(given) else [Wrong(question.id, "period", {})]


def dates_of(given: list[str]) -> tuple[date, date] | None:
    """Return the two dates of a period; None when they are not two dates in their order."""
    try:
        days = [date.fromisoformat(word) for line in given for word in line.split()]
    except ValueError:
        return None
    return (days[0], days[1]) if len(days) == _BOTH and days[0] <= days[1] else None


def answers_text(answers: Answers) -> str:
    """Return answers as the file that ``read_answers`` reads."""
    return document({name: values[0] if len(values) == 1 else values for name, values in answers.items() if values})
