"""Answers in SARIF 2.1.0, for the tools that show and track problems beside a text."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from clausier import __version__
from clausier.document.messages import MESSAGES
from clausier.document.model import Policy
from clausier.document.problems import Problem
from clausier.engine.verdict import Verdict

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


class Result(NamedTuple):
    """One thing to show: the rule behind it, how grave it is, what to say, and where."""

    rule: str
    level: str
    message: str
    file: str
    regions: Sequence[dict[str, int]] = ()


def log(results: Sequence[Result], rules: dict[str, str]) -> dict[str, Any]:
    """Return a log of one run; ``rules`` gives the title of each rule that the results name."""
    places = {name: place for place, name in enumerate(rules)}
    driver = {
        "name": "Clausier",
        "version": __version__,
        "rules": [{"id": name, "shortDescription": {"text": title}} for name, title in rules.items()],
    }
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(each, places[each.rule]) for each in results],
            }
        ],
    }


def _result(result: Result, index: int) -> dict[str, Any]:
    artifact = {"uri": quote(result.file)}
    places: Iterable[dict[str, Any]] = [{"region": region} for region in result.regions] or [{}]
    return {
        "ruleId": result.rule,
        "ruleIndex": index,
        "level": result.level,
        "message": {"text": result.message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, **place}} for place in places],
    }


def of_problems(folder: str, problems: Sequence[Problem], language: str) -> dict[str, Any]:
    """Return the problems of a policy: a rule is a code of problem."""
    results = [
        Result(
            rule=problem.code,
            level=problem.level,
            message=f"{problem.message(language)} {problem.suggestion(language)}".strip(),
            file=(Path(folder) / problem.place.file).as_posix(),
            regions=[{"startLine": problem.place.line, "startColumn": problem.place.column}],
        )
        for problem in problems
    ]
    return log(results, {problem.code: _title(problem.code, language) for problem in problems})


def _title(code: str, language: str) -> str:
    """Return what every problem of a code says, whatever fills it."""
    return re.sub(r"{+\w+}+", "…", MESSAGES[code].in_language(language))


def region(text: str, start: int, end: int) -> dict[str, int]:
    """Return where a span of a text is, by line and column as well as by code points, all as SARIF counts them."""
    first, first_column = _line_and_column(text, start)
    last, last_column = _line_and_column(text, end)
    return {
        "startLine": first,
        "startColumn": first_column,
        "endLine": last,
        "endColumn": last_column,
        "charOffset": start,
        "charLength": end - start,
    }


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    begin = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - begin + 1


LEVELS = {"block": "error", "hide": "error", "justify": "warning", "review": "warning", "hold": "warning"}


def of_verdict(policy: Policy, text: str, verdict: Verdict, file: str, language: str) -> dict[str, Any]:
    """Return the findings of a check: a rule is a clause."""
    titles = {clause.id: clause.title.best(language) for clause in policy.clauses()}
    results = [
        Result(
            rule=finding.clause or finding.rule,
            level=LEVELS.get(finding.action, "note"),
            message=finding.say.get(language) or next(iter(finding.say.values()), finding.rule),
            file=file,
            regions=[
                region(text, verdict.signals[index].start, verdict.signals[index].end) for index in finding.signals
            ],
        )
        for finding in verdict.findings
    ]
    return log(results, {result.rule: titles.get(result.rule, result.rule) for result in results})
