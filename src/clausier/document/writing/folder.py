"""A whole policy folder, complete and standing alone, in our normal style."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from clausier.document.model import Facts, Policy, ProtectedList
from clausier.document.writing.emitting import document
from clausier.document.writing.plain import plain

# A folder that stands alone extends nothing; its chapters have files of their own.
_ELSEWHERE = ("chapters", "extends", "without")


EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a zip can tell: the archive changes only with its texts


class Holding(Protocol):
    """What a folder holds."""

    @property
    def policy(self) -> Policy | None: ...

    @property
    def facts(self) -> Facts: ...

    @property
    def protected(self) -> tuple[ProtectedList, ...]: ...


def write_folder(folder: Holding, target: Path) -> None:
    """Write policy, facts, chapters and protected lists into ``target``, a new or empty folder.

    Raises FileExistsError when something is there already, ValueError when there is no policy to write.
    """
    files = written(folder)
    target.mkdir(parents=True, exist_ok=True)
    if any(target.iterdir()):
        raise FileExistsError(target)
    for name, text in files.items():
        file = target / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def written(folder: Holding) -> dict[str, str]:
    """Return the files of a folder by their path in it. Raises ValueError when there is no policy to write."""
    if folder.policy is None:
        raise ValueError("no policy to write")
    return _files(folder.policy, folder.facts, folder.protected)


def zipped(files: Mapping[str, str]) -> bytes:
    """Return a zip of the files of a folder, the same byte for byte as long as they are."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), text)
    return data.getvalue()


def _files(policy: Policy, facts: Facts, protected: tuple[ProtectedList, ...]) -> dict[str, str]:
    head = {key: value for key, value in plain(policy).items() if key not in _ELSEWHERE}
    files = {"policy.yaml": document(head)}
    if plain(facts):
        files["facts.yaml"] = document(plain(facts))
    for chapter in policy.chapters:
        files[f"chapters/{chapter.number:02d}-{chapter.chapter}.yaml"] = document(plain(chapter))
    for each in protected:
        files[f"protected/{each.name}.yaml"] = list_text(each)
    return files


def list_text(protected: ProtectedList) -> str:
    """Return the file of a protected list."""
    return document(plain(replace(protected, name="")) or {"entries": []})
