"""Making a backup: a copy of the database as it is at one moment, while others write."""

import hashlib
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.db import connection, models, transaction

import clausier
from clausier.audit.actions import PROGRAM, record
from clausier.audit.backup.sealing import seal
from clausier.audit.chain import stamp
from clausier.audit.models import Head
from clausier.audit.sources import snapshot
from clausier.lib import clock

FORMAT = 1
MANIFEST, KEYS = "manifest.json", "keys.sealed"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.jsonl"}
FILES = ("files", "checkpoints", "heads")  # folders of the home that a backup holds
# Made again by the migrations, or worth nothing elsewhere.
LEFT_OUT = frozenset({"contenttypes", "sessions", "auth"})
BLOCK = 2**20


def make_backup(path: Path, passphrase: str) -> dict[str, Any]:
    """Write a backup of this home; return its manifest. The file is put in its place whole.

    Afterwards the ledger says that a backup was made, and the backup itself holds that entry. Raises ValueError for a
    passphrase that is too short, before anything is written.
    """
    sealed = seal(_keys(), passphrase)
    with transaction.atomic():
        record("audit.backup.made", actor=PROGRAM, subject=PROGRAM, details={"version": clausier.__version__})
    draft = path.with_name(f".{path.name}.draft")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            draft.chmod(0o600)
            digests = {name: _add(archive, name, part) for name, part in _parts()}
            archive.writestr(KEYS, sealed)
            digests[KEYS] = hashlib.sha256(sealed).hexdigest()
            manifest = _manifest(digests)
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return manifest


def _manifest(digests: dict[str, str]) -> dict[str, Any]:
    head = Head.objects.filter(pk=1).values("seq", "hash").first()
    return {
        "clausier-backup": FORMAT,
        "version": clausier.__version__,
        "made": stamp(clock.now()),
        "database": connection.vendor,
        "ledger": head,
        "digests": digests,
    }


def _keys() -> dict[str, bytes]:
    settings.HOME.signing_key()  # made now, if nothing was ever signed
    return {path.name: path.read_bytes() for path in sorted(settings.HOME.keys.iterdir()) if path.name[0] != "."}


def _parts() -> Iterator[tuple[str, Path]]:
    with tempfile.TemporaryDirectory(dir=settings.HOME.path, prefix=".backup-") as folder:
        name = DATABASES[connection.vendor]
        copy = Path(folder) / name
        _copy(copy)
        yield name, copy
    for each in FILES:
        top = settings.HOME.path / each
        for path in sorted(path for path in top.rglob("*") if path.is_file() and not path.is_symlink()):
            yield path.relative_to(settings.HOME.path).as_posix(), path


def _copy(path: Path) -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        copy = sqlite3.connect(path)
        try:
            connection.connection.backup(copy, pages=2000)
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()
    else:
        with snapshot(), path.open("w", encoding="utf-8") as stream:
            for row in _rows():
                stream.write(serializers.serialize("jsonl", [row]))


def _rows() -> Iterator[models.Model]:
    """Yield every row of every table, those that others lead to first."""
    for model in tables():
        yield from model._base_manager.order_by("pk").iterator(1000)  # noqa: SLF001  # public in Django's documentation


def tables() -> list[type[models.Model]]:
    """Return the tables that a backup of PostgreSQL holds, in an order in which they can be filled."""
    configs = [(config, None) for config in apps.get_app_configs() if config.label not in LEFT_OUT]
    found = serializers.sort_dependencies(configs, allow_cycles=True)  # as dumpdata does
    return [model for model in found if model._meta.managed and not model._meta.proxy]  # noqa: SLF001


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> str:
    """Add a file to the archive, block by block; return its digest."""
    digest = hashlib.sha256()
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        while block := source.read(BLOCK):
            digest.update(block)
            target.write(block)
    return digest.hexdigest()
