"""``clausier init --interview``: the questions in a terminal, or their answers from a file."""

import sys
from pathlib import Path

from clausier.cli.console import Console, safe
from clausier.cli.failure import Failure
from clausier.cli.files import write_whole
from clausier.document.interview.adapting import is_outside
from clausier.document.interview.answers import (
    AnswersError,
    Wrong,
    answers_text,
    open_questions,
    read_answers,
    tidied,
    wrongs,
)
from clausier.document.interview.effects import aside, effect_of
from clausier.document.interview.making import founded
from clausier.document.interview.model import CHOICE, CHOICES, LINES, Answers, Asked, Choice
from clausier.document.interview.rooms import advised
from clausier.document.interview.shelf import questions, starts
from clausier.document.model import Localized
from clausier.document.problems import ERROR, Problem, UnreadableError
from clausier.document.reading import Folder, read_mapping
from clausier.document.vocabulary import Label
from clausier.document.writing import written
from clausier.engine.examination import examine

MAX_BYTES = 200_000
INDENT = "     "


def answered(file: str, name: str | None, console: Console) -> Answers:
    """Return complete answers: those of the file, and at a terminal those it lacks, kept in it as they come.

    Raises Failure for what is wrong in the file, and for what it lacks where nobody can be asked.
    """
    if not file:
        raise Failure("interview-needs-file")
    answers, asks = _given(file), sys.stdin.isatty()
    if name:
        answers["name"] = [name]
    _refuse(wrongs(answers, whole=not asks), file, console)
    if asks:
        try:
            _ask_all(answers, file, console)
        except KeyboardInterrupt:
            console.complain("")
            console.complain(console.text("interview-stopped", path=safe(file)))
            raise
    return answers


def founded_on(answers: Answers) -> Folder:
    """Return the folder that answers make; a mistake that only the whole shows is told at its place."""
    folder = founded(answers)
    errors = [each for each in examine(read_mapping(written(folder), folder.name)) if each.level == ERROR]
    if errors:
        raise _unreadable(errors[0])
    return folder


def advise(answers: Answers, console: Console) -> None:
    """Tell what a policy outside Quebec lacks, which rooms to start with, and when each other becomes worth it."""
    if is_outside(answers):
        console.write()
        console.say("interview-outside", clauses=", ".join(each.own.best(console.language) for each in aside(answers)))
    advice = advised(answers, {room for start in starts() for room in start.rooms})
    console.write()
    console.say("interview-rooms", "bold")
    for each in advice.first:
        _tell_room(each.title, each.why, console)
    if advice.later:
        console.say("interview-later", "bold")
    for each in advice.later:
        _tell_room(each.title, each.later, console)


def _tell_room(title: Localized, why: Localized, console: Console) -> None:
    console.write(f"  · {title.best(console.language)}")
    console.write(f"    {console.style(why.best(console.language), 'faint')}")


def _given(file: str) -> Answers:
    if sys.stdin.isatty() and not Path(file).exists():
        return {}
    with Path(file).open("rb") as stream:
        data = stream.read(MAX_BYTES)
    try:
        return read_answers(data, file)
    except UnreadableError as error:
        raise _unreadable(error.problem) from None
    except AnswersError as error:
        message = Label(error.wrong.said("fr"), error.wrong.said("en"))
        raise Failure("interview-shape", path=file, message=message) from None


def _unreadable(problem: Problem) -> Failure:
    message = Label(problem.message("fr"), problem.message("en"))
    mend = Label(problem.suggestion("fr"), problem.suggestion("en"))
    return Failure("nothing-to-read", place=str(problem.place), message=message, mend=mend)


def _refuse(found: list[Wrong], file: str, console: Console) -> None:
    if not found:
        return
    asked = {question.id: question.ask.best(console.language) for question in questions()}
    for wrong in found[1:]:
        console.complain(_told(wrong, file, asked, console))
    first = found[0]
    said = first.said(console.language)
    raise Failure(
        "interview-wrong", path=file, question=first.question, ask=asked.get(first.question, "?"), message=said
    )


def _told(wrong: Wrong, file: str, asked: dict[str, str], console: Console) -> str:
    values = {
        "question": wrong.question,
        "ask": asked.get(wrong.question, "?"),
        "message": wrong.said(console.language),
    }
    return console.text("interview-wrong", path=file, **values)


def _ask_all(answers: Answers, file: str, console: Console) -> None:
    """Ask what has no answer yet; a question that an answer opens comes in its turn."""
    console.say("interview-lead")
    console.say("interview-kept", path=safe(file))
    done: set[str] = set()
    while True:
        left = [each for each in open_questions(answers) if each.id not in answers and each.id not in done]
        if not left:
            return
        question = left[0]
        done.add(question.id)
        values = _ask(question, answers, console)
        if values:
            answers[question.id] = values
            write_whole(Path(file), answers_text(answers))


def _ask(question: Asked, answers: Answers, console: Console) -> list[str]:
    """Ask a question until its answer can stand."""
    console.write()
    console.write(console.style(question.ask.best(console.language), "bold"))
    for text in (question.help, question.effect):
        if text:
            console.write(console.style(INDENT + text.best(console.language), "faint"))
    for number, choice in enumerate(question.choices, 1):
        _show(number, choice, answers, console)
    known = {choice.value for choice in question.choices}
    while True:
        values = _typed(question, console)
        if question.choices and any(each.isdecimal() and each not in known for each in values):
            console.say("interview-range", "red", most=str(len(question.choices)))
            continue
        found = wrongs({question.id: values}, whole=False) if values else []
        found = [wrong for wrong in found if wrong.question == question.id]
        if not values and question.required:
            found = [Wrong(question.id, "missing", {})]
        if not found:
            return values
        console.write(console.style(found[0].said(console.language), "red"))


def _show(number: int, choice: Choice, answers: Answers, console: Console) -> None:
    console.write(f"  {number}. {choice.label.best(console.language)}")
    effect = effect_of(choice, answers, console.language)
    if effect.tells:
        console.write(console.style(INDENT + effect.tells, "faint"))
    if effect.reads:
        told = console.text("interview-reads", clause=effect.clause, text=effect.reads)
        console.write(console.style(INDENT + told, "faint"))


def _typed(question: Asked, console: Console) -> list[str]:
    several = question.kind == LINES
    codes = {CHOICE: "interview-pick", CHOICES: "interview-pick-several", LINES: "interview-type-lines"}
    console.err.write(console.text(codes.get(question.kind, "interview-type")) + " ")
    console.err.flush()
    line = sys.stdin.readline()
    if not line:
        raise Failure("no-answer")
    if question.choices:
        return [_chosen(question, word) for word in line.split()]
    return tidied(question, line.split(";") if several else [line])


def _chosen(question: Asked, word: str) -> str:
    """Return the value that a number, or the value itself, stands for."""
    if word.isdecimal() and 0 < int(word) <= len(question.choices):
        return question.choices[int(word) - 1].value
    return word
