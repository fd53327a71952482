"""Checks of shape, names, languages and limits: what can be said of a document without running it."""

from collections.abc import Callable, Iterator

from clausier.document.checks import breadth, clauses, facts, ids, languages, limits, names, obligations, rules
from clausier.document.checks.subject import Subject
from clausier.document.problems import Problem, by_place
from clausier.document.reading import Folder

Check = Callable[[Subject], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    *languages.CHECKS,
    *names.CHECKS,
    *ids.CHECKS,
    *clauses.CHECKS,
    *rules.CHECKS,
    *facts.CHECKS,
    *limits.CHECKS,
    *breadth.CHECKS,
    *obligations.CHECKS,
)


def check(folder: Folder) -> list[Problem]:
    """Return every problem of a folder that could be read, by file, line and column; none when it has no policy."""
    if folder.policy is None:
        return []
    subject = Subject(folder, folder.policy)
    return sorted((problem for each in CHECKS for problem in each(subject)), key=by_place)
