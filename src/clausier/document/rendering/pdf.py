"""The policy as a PDF that lasts (PDF/A-2a) and that everybody can read (PDF/UA-1): tagged, in a told language.

Typst sets it, from data alone. It refuses a page that would not be accessible, and the same sheet gives the same bytes.
"""

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files

import typst

from clausier.document.model import Facts, Policy
from clausier.document.rendering.certificate import CertificateSheet
from clausier.document.rendering.paper import Sheet, named_emoji, sheet_of
from clausier.document.rendering.view import Edition


class PdfRefusedError(Exception):
    """The sheet cannot be set, as for letters that no font here has. ``str`` tells what the setter said."""


def render_pdf(policy: Policy, facts: Facts, language: str, edition: Edition | None = None) -> bytes:
    """Return the whole policy in one language as a PDF.

    Raises PdfRefusedError when the page has letters that no font here can draw.
    """
    return set_sheet(sheet_of(policy, facts, language, edition or Edition()))


def set_sheet(sheet: Sheet | CertificateSheet, template: str = "policy.typ") -> bytes:
    """Return a sheet set by a template of this folder. Raises PdfRefusedError."""
    data = named_emoji(json.dumps(asdict(sheet), default=str, ensure_ascii=False), sheet.language)
    try:
        return typst.compile(
            _template(template), format="pdf", sys_inputs={"sheet": data}, pdf_standards=["a-2a", "ua-1"]
        )
    except typst.TypstError as error:
        raise PdfRefusedError(str(error)) from None


@cache
def _template(name: str) -> bytes:
    return (files("clausier.document.rendering") / name).read_bytes()
