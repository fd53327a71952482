"""Restoring a backup: everything is looked at before anything is touched. Plain Python: no home is there yet."""

import hashlib
import json
import os
import re
import shutil
import zipfile
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import clausier
from clausier.audit.backup.sealing import WrongPassphraseError, unseal

MANIFEST, KEYS, ASLEEP, OLD = "manifest.json", "keys.sealed", "asleep", "replaced"
BLOCK = 2**20
LARGEST_MANIFEST = 50 * 2**20


class UnrestorableError(Exception):
    """A backup cannot be restored: ``code`` is a message of the command."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, values


class Backup(NamedTuple):
    """A backup that reads."""

    path: Path
    manifest: dict[str, Any]

    @property
    def vendor(self) -> str:
        return str(self.manifest["database"])

    @property
    def database(self) -> str:
        """The name of the part that holds the database."""
        return next(str(name) for name in self.manifest["digests"] if name.startswith("database."))


def read(path: Path) -> Backup:
    """Return a backup whose manifest reads and is of no later version. Raises UnrestorableError."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
                raise UnrestorableError("backup-unreadable", path=str(path))
            manifest = json.loads(archive.read(MANIFEST))
            names = set(archive.namelist())
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UnrestorableError("backup-unreadable", path=str(path)) from error
    if manifest.get("clausier-backup") != 1 or _numbers(manifest["version"]) > _numbers(clausier.__version__):
        version, ours = str(manifest.get("version")), clausier.__version__
        raise UnrestorableError("backup-newer", path=str(path), version=version, ours=ours)
    if names != {*manifest["digests"], MANIFEST} or not all(map(_is_safe, names)):
        raise UnrestorableError("backup-damaged", path=str(path), part=MANIFEST)
    return Backup(path, manifest)


def restore(backup: Backup, home: Path, passphrase: str, *, replace: bool, live: bool) -> Path | None:
    """Put a backup in the place of a home; return where the home that stood there is now, if one did.

    Everything is unpacked and verified beside the home first, so that a damaged file or a wrong passphrase changes
    nothing. The home is *asleep* unless ``live``: nothing leaves it, as the one it was copied from may still work.
    Raises UnrestorableError.
    """
    if not replace and home.exists() and any(home.iterdir()):
        raise UnrestorableError("home-not-empty", path=str(home))
    home.parent.mkdir(parents=True, exist_ok=True)
    draft = home.with_name(f".{home.name}.restore-{os.getpid()}")
    try:
        draft.mkdir(mode=0o700)
        _unpack(backup, draft)
        _open_keys(backup, draft, passphrase)
        if not live:
            (draft / ASLEEP).touch()
        return _swap(draft, home)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _unpack(backup: Backup, draft: Path) -> None:
    with zipfile.ZipFile(backup.path) as archive:
        for name, digest in backup.manifest["digests"].items():
            target = draft / ("clausier.sqlite3" if name == "database.sqlite3" else name)
            target.parent.mkdir(parents=True, exist_ok=True)
            if _extract(archive, name, target) != digest:
                raise UnrestorableError("backup-damaged", path=str(backup.path), part=name)


def _extract(archive: zipfile.ZipFile, name: str, target: Path) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(name) as source, target.open("wb") as stream:
            while block := source.read(BLOCK):
                digest.update(block)
                stream.write(block)
    except (zipfile.BadZipFile, EOFError, zipfile.zlib.error):  # type: ignore[attr-defined]
        return ""
    return digest.hexdigest()


def _open_keys(backup: Backup, draft: Path, passphrase: str) -> None:
    sealed = draft / KEYS
    try:
        keys = unseal(sealed.read_bytes(), passphrase)
    except WrongPassphraseError as error:
        raise UnrestorableError("wrong-passphrase", path=str(backup.path)) from error
    sealed.unlink()
    folder = draft / "keys"
    folder.mkdir(mode=0o700)
    for name, value in keys.items():
        handle = os.open(folder / Path(name).name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(value)


def _swap(draft: Path, home: Path) -> Path | None:
    old = None
    if home.exists() and any(home.iterdir()):
        old = next(
            place for number in range(1, 1000) if not (place := home.with_name(f"{home.name}.{OLD}-{number}")).exists()
        )
        home.rename(old)
    elif home.exists():
        home.rmdir()
    draft.rename(home)
    return old


def _is_safe(name: str) -> bool:
    parts = PurePosixPath(name).parts
    in_folder = len(parts) > 1 and parts[0] in {"files", "checkpoints", "heads"} and ".." not in parts
    return in_folder or name in {MANIFEST, KEYS, "database.sqlite3", "database.jsonl"}


def _numbers(version: object) -> tuple[int, ...]:
    return tuple(int(each) for each in re.findall(r"\d+", str(version))[:3])
