"""Files that wait between their preview and the end of their import: in the home, readable by their owner alone.

A file is named at random, or by its batch once the import has begun; whatever is older than a day is let go.
"""

import os
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core import signing

from clausier.identity.models import Person
from clausier.lib import clock
from clausier.lib.tokens import new_uid

LASTS = timedelta(days=1)
_SALT = "inbox.import"
_CHUNK = 2**16


def stage(content: IO[bytes], person: Person) -> str:
    """Keep a file for a day; return what names it to this person alone."""
    uid = new_uid()
    _folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path_of(uid), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        while chunk := content.read(_CHUNK):
            stream.write(chunk)
    return signing.dumps([uid, person.uid], salt=_SALT)


def staged(token: str, person: Person) -> str:
    """Return the uid of a file that the person staged; raise KeyError when it is gone, old, or somebody else's."""
    try:
        uid, owner = signing.loads(token, salt=_SALT, max_age=LASTS)
    except signing.BadSignature:
        raise KeyError(token) from None
    if owner != person.uid or not path_of(uid).exists():
        raise KeyError(token)
    return str(uid)


def path_of(uid: str) -> Path:
    """Return where the file of a uid is."""
    return _folder() / f"{uid}.csv"


def digest_of(uid: str) -> str:
    """Return the digest of a file."""
    digest = sha256()
    with path_of(uid).open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def let_go(uid: str) -> None:
    """Delete a file, if it is there."""
    path_of(uid).unlink(missing_ok=True)


def tidy() -> int:
    """Delete the files that nobody came back for; return how many."""
    oldest = (clock.now() - LASTS).timestamp()
    stale = [path for path in _folder().glob("*.csv") if path.stat().st_mtime < oldest]
    for path in stale:
        path.unlink(missing_ok=True)
    return len(stale)


def _folder() -> Path:
    return settings.HOME.files / "imports"
