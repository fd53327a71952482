"""The policy that a command is about: read, or a sentence that says why it cannot be."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from clausier.cli.failure import Failure
from clausier.cli.messages import MESSAGES
from clausier.document.model import Policy
from clausier.document.problems import ERROR, Problem, UnreadableError
from clausier.document.reading import Folder, read_folder
from clausier.document.vocabulary import Label


def read(folder: str) -> Folder:
    """Read a folder as it is, with its problems; stop when there is nothing to read."""
    try:
        return read_folder(Path(folder))
    except UnreadableError as error:
        raise Failure("nothing-to-read", place=error.problem.place.file, **_told(error.problem)) from None


def read_whole(folder: str) -> tuple[Folder, Policy]:
    """Read a folder whose policy has to be whole; stop at its first error."""
    found = read(folder)
    errors = _errors(found.problems)
    if found.policy is None or errors:
        raise _refused(folder, errors or [*found.problems])
    return found, found.policy


@contextmanager
def used(folder: str, found: Folder) -> Iterator[None]:
    """Use a policy that reads; when that fails for what ``validate`` would have told, tell it."""
    try:
        yield
    except (ArithmeticError, LookupError, ValueError):
        from clausier.document.checks import check

        errors = _errors(check(found))
        if not errors:
            raise
        raise _refused(folder, errors) from None


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.level == ERROR]


def _refused(folder: str, errors: list[Problem]) -> Failure:
    return Failure("does-not-read", place=shown(folder, errors[0]), errors=_count(len(errors)), **_told(errors[0]))


def shown(folder: str, problem: Problem) -> str:
    """Return the place of a problem as one may open it from here: the folder as it was given, then its file."""
    place = problem.place
    # A file of a library policy says so by its name, as in base:policy.yaml; it is not in this folder.
    inside = place if ":" in place.file or not Path(folder).is_dir() else place._replace(file=f"{folder}/{place.file}")
    return str(inside).replace("//", "/")


def _told(problem: Problem) -> dict[str, str | Label]:
    return {
        "message": Label(problem.message("fr"), problem.message("en")),
        "mend": Label(problem.suggestion("fr"), problem.suggestion("en")),
    }


def _count(errors: int) -> Label:
    return MESSAGES["errors-one" if errors == 1 else "errors-many"].filled(n=str(errors))
