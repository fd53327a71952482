"""A version as a file: PDF, Word, Markdown or a page that stands alone, made once and kept while nothing changes."""

import hashlib
import os
from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext as _

from clausier import __version__
from clausier.document.model import Facts, Policy
from clausier.document.rendering import Edition, render_html, render_markdown
from clausier.lib.refusals import RefusedError
from clausier.policy.models import Version
from clausier.policy.selectors.showing import edition_of
from clausier.policy.selectors.texts import facts_revision, folder_of
from clausier.policy.states import Status

Setter = Callable[[Policy, Facts, str, Edition], bytes]


class Kind(NamedTuple):
    """A kind of file, and what makes one."""

    content_type: str
    set: Setter


def _pdf(policy: Policy, facts: Facts, language: str, edition: Edition) -> bytes:
    from clausier.document.rendering.pdf import PdfRefusedError, render_pdf  # it takes long to load, and few ask for it

    try:
        return render_pdf(policy, facts, language, edition)
    except PdfRefusedError as error:
        sentence = _(
            "The PDF cannot be made: the policy has letters that no font of this server draws. Take the Word file."
        )
        raise RefusedError("pdf-refused", sentence, 422) from error


def _docx(policy: Policy, facts: Facts, language: str, edition: Edition) -> bytes:
    from clausier.document.rendering.docx import render_docx

    return render_docx(policy, facts, language, edition)


def _text(render: Callable[[Policy, Facts, str, Edition], str]) -> Setter:
    return lambda *given: render(*given).encode()


KINDS = {
    "pdf": Kind("application/pdf", _pdf),
    "docx": Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx),
    "html": Kind("text/html; charset=utf-8", _text(render_html)),
    "md": Kind("text/markdown; charset=utf-8", _text(render_markdown)),
}


class File(NamedTuple):
    """A file for somebody to keep."""

    name: str
    content_type: str
    content: bytes


def mark_of(version: Version, language: str, kind: str) -> str:
    """Return the mark under which the file of an adopted version is kept: it changes with the facts and the program."""
    facts = facts_revision()
    said = f"{version.uid} {version.digest} {facts.uid if facts else ''} {language} {kind} {__version__}"
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def file_of(version: Version, language: str, kind: str) -> File:
    """Return a version as a file, in a language that it has.

    What is adopted is as the public reads it; a draft holds internal clauses too, and says that it is one. Raises
    ValueError for a draft that cannot be read, RefusedError for a PDF with letters that no font here has.
    """
    folder = folder_of(version)
    if folder.policy is None:
        raise ValueError(f"version {version.uid} cannot be read")
    name = f"{slugify(folder.policy.title.best(language))}-{version.number or 'draft'}-{language}.{kind}"
    if version.status != Status.ADOPTED:
        return File(name, KINDS[kind].content_type, _made(version, language, kind, is_public=False))
    path = settings.HOME.cache / "editions" / f"{mark_of(version, language, kind)}.{kind}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f".{path.name}-{os.getpid()}")
        draft.write_bytes(_made(version, language, kind, is_public=True))
        draft.replace(path)
    return File(name, KINDS[kind].content_type, path.read_bytes())


def _made(version: Version, language: str, kind: str, *, is_public: bool) -> bytes:
    folder = folder_of(version)
    assert folder.policy  # noqa: S101  # the caller looked
    return KINDS[kind].set(
        folder.policy, folder.facts, language, edition_of(version, folder.policy, is_public=is_public)
    )
