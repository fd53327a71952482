"""The files of a policy folder, or of a zip of one, as bytes: bounded before anything is read.

What looks like a part of the policy and is not read, because of its name or its place, is told.
"""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterable
from itertools import chain, islice
from pathlib import Path
from typing import IO, NamedTuple, NoReturn

from clausier.document.reading.source import MAX_BYTES, refuse

MAX_FILES = 500
POLICY_FILE, FACTS_FILE = "policy.yaml", "facts.yaml"
CHAPTERS, PROTECTED = "chapters/", "protected/"
# What editors and archivers leave beside (``._01-expectations.yaml``, drafts elsewhere) is none of ours.
_PART = re.compile(r"(?:policy|facts|(?:chapters|protected)/[^/.][^/]*)\.yaml")
# What was surely meant as a part: another ending, capitals, a number in front, a folder of nearly the right name.
_MEANT = re.compile(r"(?:policy|facts|\d\d?-[^/]+|(?:chap|prot)[^/]*/.+)\.ya?ml", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:^|/)\.")
_HOLDER = re.compile(r"chap|prot", re.IGNORECASE)
_OPENED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})

Files = dict[str, bytes]


class Contents(NamedTuple):
    """The files of a policy folder by their path in it, and the paths of those that were meant and are not read."""

    files: Files
    strays: list[str]


def read_files(where: Path) -> Contents:
    """Return what a policy folder holds; raise UnreadableError when there is no policy."""
    try:
        if stat.S_ISDIR(mode := where.stat().st_mode):
            return _of_folder(where)
        if not stat.S_ISREG(mode):  # a device or a pipe could give bytes without end
            refuse("not-a-folder", str(where))
        return _of_zip(where)
    except (FileNotFoundError, NotADirectoryError):
        refuse("no-such-folder", str(where))
    except OSError as error:
        refuse("cannot-open", str(error.filename or where))


def _of_folder(where: Path) -> Contents:
    patterns = ("*.yaml", f"{CHAPTERS}*.yaml", f"{PROTECTED}*.yaml")
    found = {each.relative_to(where).as_posix(): each for pattern in patterns for each in where.glob(pattern)}
    kept = {name: path for name, path in found.items() if _PART.fullmatch(name) and path.is_file()}
    _bound(where, {name: path.stat().st_size for name, path in kept.items()})
    files = {name: _read(path.open("rb")) for name, path in kept.items()}
    return Contents(files, _strays(path.relative_to(where).as_posix() for path in _lying(where)))


def _lying(where: Path) -> Iterable[Path]:
    """Return what lies in a folder, and anywhere in those of its folders that could be meant to hold parts."""
    top = sorted(where.iterdir())
    inner = chain.from_iterable(path.rglob("*") for path in top if _HOLDER.match(path.name))
    return [*top, *islice(inner, MAX_FILES)]


def _strays(names: Iterable[str]) -> list[str]:
    return sorted(
        name for name in names if _MEANT.fullmatch(name) and not _PART.fullmatch(name) and not _HIDDEN.search(name)
    )


def _of_zip(where: Path) -> Contents:
    if where.stat().st_size > MAX_BYTES:
        _refuse_size(where, where.stat().st_size)
    try:
        archive = zipfile.ZipFile(where)
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        refuse("not-a-folder", str(where))
    with archive:
        entries = _entries(archive)
        kept = {name: entry for name, entry in entries.items() if _PART.fullmatch(name)}
        _bound(where, {name: entry.file_size for name, entry in kept.items()})
        try:
            return Contents({name: _unzip(archive, entry) for name, entry in kept.items()}, _strays(entries))
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError):
            refuse("damaged-archive", str(where))


def _entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    names = [entry.filename for entry in archive.infolist()]
    policies = [name for name in names if name == POLICY_FILE or name.endswith(f"/{POLICY_FILE}")]
    root = min(policies, key=len, default=POLICY_FILE).removesuffix(POLICY_FILE)
    return {each.filename.removeprefix(root): each for each in archive.infolist() if each.filename.startswith(root)}


def _unzip(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    # Of the methods that zip knows, only these two inflate a bounded piece at a time.
    if entry.compress_type not in _OPENED:
        raise NotImplementedError
    return _read(archive.open(entry))


def _read(stream: IO[bytes]) -> bytes:
    """Return what is there, bounded by itself: a size that was declared is only somebody's word."""
    with stream:
        return stream.read(MAX_BYTES + 1)


def _bound(where: Path, sizes: dict[str, int]) -> None:
    if POLICY_FILE not in sizes:
        refuse("no-policy-file", str(where))
    if len(sizes) > MAX_FILES:
        refuse("too-many-files", str(where), limit=str(MAX_FILES))
    if sum(sizes.values()) > MAX_BYTES:
        _refuse_size(where, sum(sizes.values()))


def _refuse_size(where: Path, size: int) -> NoReturn:
    refuse("file-too-large", str(where), size=f"{size / 1e6:.0f}", limit=f"{MAX_BYTES / 1e6:.0f}")
