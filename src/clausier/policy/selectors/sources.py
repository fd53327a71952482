"""What a policy is made from: a template, a folder, a zip, texts; bounded, set alike, and told apart by its parts."""

import io
import re
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clausier.document.founding import ClashError, laid, made
from clausier.document.problems import ERROR, Problem, UnreadableError
from clausier.document.reading import Folder, library_policies, read_folder, read_mapping, read_overlay
from clausier.document.reading.files import FACTS_FILE, MAX_FILES, read_files
from clausier.document.reading.source import MAX_BYTES, decode
from clausier.document.vocabulary import ACTIONS
from clausier.document.writing import written
from clausier.library import LIBRARY

Files = dict[str, str]
_POLICY = re.compile(r"policy\.yaml|chapters/[^/.\s][^/]{0,80}\.yaml")
LIST = re.compile(r"protected/[a-z0-9-]{1,80}\.yaml")
MAX_TOLD = 20


class Brought(NamedTuple):
    """The parts of a folder: what is adopted, the facts, the protected lists."""

    policy: Files
    facts: str
    protected: Files


def brought(files: Mapping[str, str]) -> Brought:
    """Return the parts of a folder, its texts set alike, and one that extends another written whole.

    Raises ValidationError for a file that is none of the parts, too many of them, or too much text.
    """
    _bound(files)
    texts = {path: set_alike(text) for path, text in files.items()}
    whole = _whole(texts)
    return Brought(
        policy={path: text for path, text in sorted(whole.items()) if _POLICY.fullmatch(path)},
        facts=whole.get(FACTS_FILE, ""),
        protected={path: text for path, text in sorted(whole.items()) if LIST.fullmatch(path)},
    )


def of_template(template: str, *, name: str, languages: tuple[str, ...], overlays: Iterable[str] = ()) -> Files:
    """Return the files of a policy of the library, with overlays, in the name of an organisation and in its languages.

    Raises ValidationError for an unknown template, a language that it lacks, or overlays that say the same thing twice.
    """
    if template not in library_policies():
        raise ValidationError(_("No template has this name."))
    folder = read_folder(LIBRARY / "policies" / template)
    unknown = folder.policy and set(languages) - set(folder.policy.languages)
    if unknown or not languages:
        raise ValidationError(_("This template is not written in that language."))
    for overlay in overlays:
        try:
            folder = laid(folder, read_overlay(overlay))
        except ClashError as clash:
            values = {"overlay": overlay, "name": clash.name}
            raise ValidationError(_("“%(overlay)s” adds “%(name)s”, which is already there.") % values) from clash
    return written(made(folder, name, languages))


def of_path(where: Path, *, called: str = "") -> Files:
    """Return the files of a folder or a zip. Raises ValidationError with the reason when nothing can be read."""
    try:
        contents = read_files(where)
        return {path: decode(data, path) for path, data in contents.files.items()}
    except UnreadableError as error:
        raise ValidationError(f"{called or where.name}: {told(error.problem)}") from error


def of_upload(data: bytes, *, called: str) -> Files:
    """Return the files of a zip that somebody sent."""
    if len(data) > MAX_BYTES:
        raise ValidationError(too_large())
    looks_like = _looks_like(data)
    if looks_like:
        sentence = _("%(name)s: this is %(kind)s, not the zip of a policy folder. To start from such a document, have it audited first.")  # fmt: skip  # noqa: E501
        raise ValidationError(sentence % {"name": called, "kind": looks_like})
    with tempfile.TemporaryDirectory(prefix="clausier-") as folder:
        path = Path(folder) / "policy.zip"
        path.write_bytes(data)
        return of_path(path, called=called)


def _looks_like(data: bytes) -> str:
    """Return what a file is in spite of its name, when it is a document that people keep a policy in; else ""."""
    if data.startswith(b"%PDF-"):
        return _("a PDF")
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
        return _("a Word, Excel or PowerPoint document") if "[Content_Types].xml" in names else ""
    head = data[:1000].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return _("a web page")
    if head.startswith((b"clausier:", b"chapter:", b"# ")):
        return _("one file of a policy, or a text")
    return ""


def too_large() -> str:
    """Return the sentence that tells the limit of a policy."""
    return _("A policy holds at most %(limit)s MB of text.") % {"limit": MAX_BYTES // 10**6}


def told(problem: Problem) -> str:
    """Return what is wrong and how to mend it, in the language being spoken."""
    language = get_language() or "en"
    return f"{wrong(problem)} {problem.suggestion(language)}".strip()


def wrong(problem: Problem) -> str:
    """Return what is wrong, in the language being spoken; an action is told in words, not by its name in a file."""
    values = {key: ACTIONS.get(str(value), value) for key, value in problem.values.items()}
    return replace(problem, values=values).message(get_language() or "en")


def placed(problem: Problem) -> str:
    """Return a problem with its place in front."""
    return f"{problem.place}: {told(problem)}"


def refuse_errors(problems: list[Problem]) -> None:
    """Raise ValidationError with the first errors of a folder, if there are any."""
    errors = [placed(problem) for problem in problems if problem.level == ERROR]
    if errors:
        raise ValidationError(errors[:MAX_TOLD], code="problems")


def _bound(files: Mapping[str, str]) -> None:
    strays = [path for path in files if not (_POLICY.fullmatch(path) or LIST.fullmatch(path) or path == FACTS_FILE)]
    if strays:
        raise ValidationError(_("“%(path)s” is no part of a policy.") % {"path": strays[0][:120]})
    if "policy.yaml" not in files:
        raise ValidationError(_("The policy has no policy.yaml file."))
    if len(files) > MAX_FILES:
        raise ValidationError(_("A policy holds at most %(limit)s files.") % {"limit": MAX_FILES})
    if sum(len(text.encode()) for text in files.values()) > MAX_BYTES:
        raise ValidationError(too_large())


def set_alike(text: str) -> str:
    """Return a text without byte order mark, its lines ended as ours are: from then on it is exported as it is."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return lines if lines.endswith("\n") or not lines else f"{lines}\n"


def is_list(path: str) -> bool:
    """Tell whether a path is that of a protected list."""
    return LIST.fullmatch(path) is not None


def _whole(files: Files) -> Files:
    """Return the files of a policy that stands alone; one that extends a template is written anew, complete."""
    folder = read_mapping(files, "policy")
    if ("policy", "extends") not in folder.places or not _reads(folder):
        return files
    return written(folder)


def _reads(folder: Folder) -> bool:
    return folder.policy is not None and not any(problem.level == ERROR for problem in folder.problems)
