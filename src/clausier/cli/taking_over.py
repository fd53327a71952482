"""``clausier init --from``: a policy written from a template and from the audit of an existing one."""

import json
from pathlib import Path

from clausier.auditing.drafting import Found, NotAnAuditError, found_in
from clausier.auditing.taking import draft
from clausier.cli.failure import Failure
from clausier.document.reading import Folder
from clausier.document.writing import write_folder

MAX_BYTES = 20_000_000


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
    """Write the draft, and return it with the number of passages that it leaves in comments."""
    made = draft(folder, found)
    write_folder(made.folder, target)
    for path, text in made.files.items():
        (target / path).write_text(text, "utf-8", newline="\n")
    return made.folder, len(made.left_out) + len(found.broad)
