"""Scanned documents that prove an act, kept beside the database under their digest."""

import hashlib

from django.conf import settings

PDF = b"%PDF-"
MAX_SCAN = 10_000_000  # bytes


def keep_scan(folder: str, scan: bytes) -> str:
    """Keep a scan in a folder of the home, readable by its owner alone; return its SHA-256, "" where there is none."""
    if not scan:
        return ""
    digest = hashlib.sha256(scan).hexdigest()
    place = settings.HOME.files / folder
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = place / f"{digest}.pdf"
    path.touch(mode=0o600)
    path.write_bytes(scan)
    return digest


def kept_scan(folder: str, digest: str) -> bytes | None:
    """Return a scan by its digest; None where there is none, or where the file is no longer what was kept."""
    path = settings.HOME.files / folder / f"{digest}.pdf"
    scan = path.read_bytes() if digest and path.is_file() else b""
    return scan if hashlib.sha256(scan).hexdigest() == digest else None
