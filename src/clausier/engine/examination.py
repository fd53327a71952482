"""Everything that ``validate`` tells of a folder: what the reading, the checks, the rules and the examples show."""

from clausier.document.checks import check
from clausier.document.problems import ERROR, Problem, by_place
from clausier.document.reading import Folder
from clausier.engine.analysis import rule_problems
from clausier.engine.engine import Engine, compile_policy
from clausier.engine.examples import example_problems

# Hours, days, zones and holidays that nobody can tell the time by: no rule runs on such a calendar.
_TIMELESS = frozenset({"not-days", "not-hours", "unknown-holidays", "unknown-timezone"})


def engine_of(folder: Folder) -> Engine | None:
    """Return the engine of a folder, or None when its policy could not be made out."""
    return compile_policy(folder.policy, folder.facts, folder.protected) if folder.policy else None


def examine(folder: Folder) -> list[Problem]:
    """Return every problem of a folder in the order of its files; the rules run only on what could be read."""
    problems = [*folder.problems, *check(folder)]
    unread = any(problem.level == ERROR for problem in folder.problems)
    if not unread and not any(problem.code in _TIMELESS for problem in problems):
        engine = engine_of(folder)
        if engine:
            problems += [*rule_problems(folder, engine), *example_problems(folder, engine)]
    return sorted(problems, key=by_place)
