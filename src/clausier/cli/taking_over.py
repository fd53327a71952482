"""``clausier init --from``: a policy written from a template and from the audit of an existing one."""

import dataclasses
import json
import re
from pathlib import Path

from clausier.auditing.drafting import TAKEN, Found, NotAnAuditError, drafted, found_in, remarks
from clausier.cli.failure import Failure
from clausier.document.problems import ERROR
from clausier.document.reading import Folder, read_folder
from clausier.document.writing import write_folder
from clausier.engine.examination import examine

MAX_BYTES = 20_000_000
WIDTH = 116
_CLAUSE = re.compile(rf"\s*- id: (\S+\.{TAKEN}-\d+)\s*$|\s*- id: ")


def read_audit(path: str) -> Found:
    """Return what an audit gives to a draft. Raises Failure for a file that is not the JSON of one audit."""
    with Path(path).open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Failure("from-too-large", path=path, limit=str(MAX_BYTES // 1_000_000))
    try:
        return found_in(json.loads(data))
    except NotAnAuditError as error:
        raise Failure("from-several" if error.args[0] == "several" else "from-not-an-audit", path=path) from None
    except (ValueError, RecursionError):
        raise Failure("from-not-json", path=path) from None


def write_draft(folder: Folder, found: Found, target: Path) -> tuple[Folder, int]:
    """Write the draft, and return it with the number of passages that it leaves in comments.

    A passage that does not stand up to ``validate`` in its chapter is left out, so that the draft has no error of its
    own.
    """
    assert folder.policy  # noqa: S101  # it was made from a template
    left_out: frozenset[str] = frozenset()
    while True:
        draft = dataclasses.replace(folder, policy=drafted(folder.policy, found, left_out))
        write_folder(draft, target)
        failing = _failing(target)
        if not failing:
            break
        left_out |= failing
        for file in sorted(target.rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
    for chapter in folder.policy.chapters:
        file = target / f"chapters/{chapter.number:02d}-{chapter.chapter}.yaml"
        lines = remarks(chapter.chapter, found, folder.policy.languages, left_out)
        file.write_text("".join(map(_commented, lines)) + file.read_text("utf-8"), "utf-8", newline="\n")
    return draft, len(left_out) + len(found.broad)


def _failing(target: Path) -> frozenset[str]:
    """Return the clauses that were taken over and in which ``validate`` finds an error, or a breadth to narrow."""
    failing = set()
    for problem in examine(read_folder(target)):
        if problem.level == ERROR or problem.code == "over-broad":
            lines = (target / problem.place.file).read_text("utf-8").splitlines()[: problem.place.line]
            above = next((match for line in reversed(lines) if (match := _CLAUSE.match(line))), None)
            if above and above[1]:
                failing.add(above[1])
    return frozenset(failing)


def _commented(line: str) -> str:
    from textwrap import wrap

    return "".join(f"# {each}\n" for each in wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False))
