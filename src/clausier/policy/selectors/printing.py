"""A version as a file: PDF, Word, Markdown or a page that stands alone, made once and kept while nothing changes."""

import hashlib
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext as _

from clausier import __version__
from clausier.document.model import Facts, Policy
from clausier.document.rendering import Edition, render_html, render_markdown
from clausier.identity import rooms
from clausier.identity.selectors import organization
from clausier.lib.refusals import RefusedError
from clausier.policy.models import Consultation, Version
from clausier.policy.selectors.showing import edition_of
from clausier.policy.selectors.texts import facts_revision, folder_of, policy_of
from clausier.policy.selectors.versions import base_of
from clausier.policy.states import Status

if TYPE_CHECKING:
    from clausier.document.rendering.paper import Sheet

Setter = Callable[[Policy, Facts, str, Edition], bytes]


class Kind(NamedTuple):
    """A kind of file, and what makes one."""

    content_type: str
    set: Setter


def _pdf(policy: Policy, facts: Facts, language: str, edition: Edition) -> bytes:
    from clausier.document.rendering.paper import sheet_of

    return _pdf_of(sheet_of(policy, facts, language, edition))


def _pdf_of(sheet: "Sheet") -> bytes:
    from clausier.document.rendering.pdf import PdfRefusedError, set_sheet  # it takes long to load, and few ask for it

    try:
        return set_sheet(sheet)
    except PdfRefusedError as error:
        sentence = _(
            "The PDF cannot be made: the policy has letters that no font of this server draws. Take the Word file."
        )
        raise RefusedError("pdf-refused", sentence, 422) from error


def _docx(policy: Policy, facts: Facts, language: str, edition: Edition) -> bytes:
    from clausier.document.rendering.docx import render_docx

    return render_docx(policy, facts, language, edition)


def _docx_of(sheet: "Sheet") -> bytes:
    from clausier.document.rendering.docx import written

    return written(sheet)


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


def _runs() -> frozenset[str]:
    return rooms.run_by(organization())


def mark_of(version: Version, language: str, kind: str) -> str:
    """Return the mark under which the file of an adopted version is kept: it changes with the facts and the program."""
    facts = facts_revision()
    said = (
        f"{version.uid} {version.digest} {facts.uid if facts else ''} {language} {kind} {__version__} {sorted(_runs())}"
    )
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


COUNCIL = ("docx", "pdf")


def council_file(version: Version, language: str, kind: str) -> File:
    """Return what a council is handed to adopt a text: what changes for whom, the text, a draft resolution.

    Raises ValueError for a draft that cannot be read, RefusedError for a PDF with letters that no font here has.
    """
    from clausier.document.rendering.council import Meeting, council_sheet

    folder, base = folder_of(version), base_of()
    if folder.policy is None:
        raise ValueError(f"version {version.uid} cannot be read")
    consulted = [(each.body, _dates(each)) for each in version.consultations.all() if each.body]
    meeting = Meeting(policy_of(base) if base else None, version.digest, consulted)
    edition = edition_of(version, folder.policy, _runs(), is_public=False)
    sheet = council_sheet(folder.policy, folder.facts, language, edition, meeting)
    name = f"{slugify(folder.policy.title.best(language))}-{version.number or 'draft'}-council-{language}.{kind}"
    return File(name, KINDS[kind].content_type, _pdf_of(sheet) if kind == "pdf" else _docx_of(sheet))


def _dates(consultation: Consultation) -> str:
    days = dict.fromkeys(day.isoformat() for day in (consultation.first, consultation.last) if day)
    return " – ".join(days)


def _made(version: Version, language: str, kind: str, *, is_public: bool) -> bytes:
    folder = folder_of(version)
    assert folder.policy  # noqa: S101  # the caller looked
    return KINDS[kind].set(
        folder.policy, folder.facts, language, edition_of(version, folder.policy, _runs(), is_public=is_public)
    )
