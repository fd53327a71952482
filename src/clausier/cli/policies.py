"""The policy that a command is about: read, or a sentence that says why it cannot be."""

from pathlib import Path

from clausier.cli.failure import Failure
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
    errors = [problem for problem in found.problems if problem.level == ERROR]
    if found.policy is None or errors:
        first = (errors or found.problems)[0]
        raise Failure("does-not-read", place=shown(folder, first), errors=_count(len(errors)), **_told(first))
    return found, found.policy


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
    one = errors == 1
    return Label(f"{errors} {'erreur' if one else 'erreurs'}", f"{errors} {'error' if one else 'errors'}")
