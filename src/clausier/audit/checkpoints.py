"""How a checkpoint leaves the machine, as a file and by e-mail, and comes back to be compared."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from clausier.audit.chain import fingerprint
from clausier.audit.verification import Signed

FORMAT = "clausier-checkpoint"


class UnreadableCheckpointError(Exception):
    """A file holds no checkpoint."""


class Kept(NamedTuple):
    """A checkpoint that was kept elsewhere, and the public key it was made with."""

    signed: Signed
    public_key: str


def public_key() -> str:
    """Return the public key of this home's ledger, in hexadecimal."""
    from django.conf import settings

    raw: bytes = settings.HOME.signing_key().public_key().public_bytes_raw()
    return raw.hex()


def as_text(point: Any) -> str:
    """Return a checkpoint as one line, which a file holds alone and an e-mail among its words."""
    values = {"seq": point.seq, "hash": point.hash, "at": point.at, "signature": point.signature}
    return json.dumps({FORMAT: 1, **values, "public_key": public_key()})


def read(text: str) -> Kept:
    """Return the checkpoint of a file, or of the text of an e-mail. Raises UnreadableCheckpointError."""
    for line in text.splitlines():
        at = line.find('{"' + FORMAT)
        if at < 0:
            continue
        try:
            data = json.loads(line[at:])
            signed = Signed(int(data["seq"]), str(data["hash"]), str(data["signature"]), str(data["at"]))
            return Kept(signed, str(data["public_key"]))
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableCheckpointError from error
    raise UnreadableCheckpointError


def in_folder() -> list[Signed]:
    """Return the checkpoints that the home keeps as files; one that does not read counts as forged."""
    from django.conf import settings

    return [_read_file(path) for path in sorted(settings.HOME.checkpoints.glob("*.json"))]


def _read_file(path: Path) -> Signed:
    try:
        return read(path.read_text(encoding="utf-8")).signed
    except (UnreadableCheckpointError, OSError, UnicodeDecodeError):
        return Signed(0, "", "")


def write_file(point: Any) -> str:
    """Write a checkpoint into the folder of the home; return how it left."""
    from django.conf import settings

    folder: Path = settings.HOME.checkpoints
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{point.at[:10]}-{point.seq:010}.json"
    draft = path.with_suffix(".draft")
    draft.write_text(as_text(point) + "\n", encoding="utf-8")
    draft.replace(path)
    return "file"


def send(point: Any) -> list[str]:
    """Write the e-mails that carry a checkpoint away; return how it left."""
    from clausier.audit.recipients import recipients
    from clausier.tasks.mail import write

    context = {"point": point, "line": as_text(point), "fingerprint": fingerprint(public_key())}
    people = recipients()
    for each in people:
        write(to=each.email, language=each.language, template="audit/mail/checkpoint", context=context)
    return [f"mail:{len(people)}"] if people else []
