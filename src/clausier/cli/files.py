"""Files and folders put in their place whole: nobody ever finds half of one."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

LAST = "policy.yaml"  # what makes a folder a policy


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file beside its place, then put it there; text is written in UTF-8."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(path))
    draft = _beside(path)
    try:
        draft.write_bytes(content.encode() if isinstance(content, str) else content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def make_whole(folder: Path, fill: Callable[[Path], None]) -> None:
    """Fill a folder beside its place, then put it there; one that is empty already stays the folder that it is."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = _beside(folder)
    try:
        fill(draft)
        if folder.exists():
            for each in sorted(draft.iterdir(), key=lambda each: each.name == LAST):
                shutil.move(each, folder / each.name)
        else:
            draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _beside(path: Path) -> Path:
    whole = path.resolve()
    return whole.with_name(f".{whole.name}.{os.getpid()}")
