"""``clausier validate``: every problem of a policy, with its place and its mend."""

import argparse
from itertools import groupby
from typing import Any

from clausier.cli import policies
from clausier.cli.arguments import Parser
from clausier.cli.console import Console, safe
from clausier.cli.failure import FINE, FOUND
from clausier.document.problems import ERROR, Problem
from clausier.document.reading import Folder
from clausier.engine.examination import examine


def configure(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", metavar=parser.say("folder"), help=parser.say("policy-folder"))
    answer = parser.add_mutually_exclusive_group()
    answer.add_argument("--json", action="store_true", help=parser.say("json"))
    answer.add_argument("--sarif", action="store_true", help=parser.say("sarif"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Validate a folder and tell what is wrong with it."""
    folder = policies.read(options.folder)
    problems = examine(folder)
    if options.json:
        console.json(as_data(folder, problems, console.language))
    elif options.sarif:
        from clausier.cli.sarif import of_problems

        console.json(of_problems(options.folder, problems, console.language))
    else:
        _tell(console, options.folder, folder, problems)
    return FOUND if _errors(problems) else FINE


def as_data(folder: Folder, problems: list[Problem], language: str) -> dict[str, Any]:
    """Return the problems as JSON data; files are relative to the folder."""
    policy = folder.policy
    return {
        "policy": policy and {"id": policy.id, "version": policy.version or "draft", "digest": folder.digest},
        "problems": [
            {
                **problem.place._asdict(),
                "level": problem.level,
                "code": problem.code,
                "message": problem.message(language),
                "suggestion": problem.suggestion(language),
            }
            for problem in problems
        ],
        "errors": _errors(problems),
        "warnings": len(problems) - _errors(problems),
    }


def _errors(problems: list[Problem]) -> int:
    return sum(problem.level == ERROR for problem in problems)


def _tell(console: Console, where: str, folder: Folder, problems: list[Problem]) -> None:
    for _, group in groupby(problems, key=lambda problem: problem.place.file):
        for problem in group:
            console.write(_line(console, where, problem))
        console.write()
    console.write(summary(console, folder, problems))


def summary(console: Console, folder: Folder, problems: list[Problem]) -> str:
    """Return the counts of the problems, or that there is none."""
    if not problems:
        return console.style(console.text("all-well", **_sizes(console, folder)), "green")
    errors = _errors(problems)
    counts = {
        "errors": console.count("errors", errors),
        "warnings": console.count("warnings", len(problems) - errors),
    }
    words = console.text("some-problems", **_sizes(console, folder), **counts)
    return console.style(words, "bold", "red" if errors else "yellow")


def _line(console: Console, where: str, problem: Problem) -> str:
    level = console.style(console.text(problem.level), "red" if problem.level == ERROR else "yellow")
    place = console.style(safe(policies.shown(where, problem)), "bold")
    mend = safe(problem.suggestion(console.language))
    told = console.text("problem-line", place=place, level=level, message=safe(problem.message(console.language)))
    return f"{told} {console.style(f'→ {mend}', 'faint')}" if mend else told


def _sizes(console: Console, folder: Folder) -> dict[str, str]:
    clauses = folder.policy.clauses() if folder.policy else []
    return {
        "clauses": console.count("clauses", len(clauses)),
        "rules": console.count("rules", sum(len(clause.rules) for clause in clauses)),
        "examples": console.count("examples", sum(len(clause.examples) for clause in clauses)),
    }
