"""Policies that exist, brought in as Word, PDF, HTML, Markdown and text, and carried to adoption.

Ours are invented, in ``policies``. ``CLAUSIER_SHARED`` names the folder whose ``policies`` holds real ones; most of
their licences keep them out of here.
"""

import io
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
import typst
from django.core.files.uploadedfile import SimpleUploadedFile

from clausier.lib import clock
from clausier.policy.models import Version
from clausier.policy.selectors import drafting, in_force
from clausier.web.beginning.models import Document
from clausier.web.beginning.taking import chapters_of
from journeys.walker import Walker
from people import make_person

OURS = Path(__file__).parent / "policies"
REAL = Path(os.environ.get("CLAUSIER_SHARED", "")) / "policies"
POLICIES = {
    "ville-du-lac": ("docx", "public-body-qc", "fr"),
    "coop-des-rives": ("html", "employer-qc", "fr"),
    "clinique-du-plateau": ("pdf", "public-body-qc", "fr"),
    "northfield-tools": ("pdf", "company", "en"),
    "harbour-food-bank": ("docx", "base", "en"),
    "open-map-project": ("txt", "nonprofit", "en"),
    "qc-repentigny-netiquette": ("md", "public-body-qc", "fr"),
    "qc-ccnq-medias-sociaux": ("docx", "public-body-qc", "fr"),
    "qc-iucpq-charte": ("pdf", "public-body-qc", "fr"),
    "dxw-social-media": ("html", "company", "en"),
    "publiccode-posting": ("txt", "nonprofit", "en"),
    "green-party-framework-draft": ("md", "party", "en"),
}
# What the page around a policy says, and no clause should.
AROUND = ("Plan du site", "Tous droits réservés")


def text_of(name):
    """The text of a policy; a real one that is not here is skipped."""
    ours = OURS / f"{name}.md"
    if not ours.exists() and not REAL.is_dir():
        pytest.skip("CLAUSIER_SHARED names no folder of policies")
    return (ours if ours.exists() else REAL / ours.name).read_text(encoding="utf-8")


def as_html(text):
    """The text as a page of a site, with what stands around it."""
    lines = [
        f"<h2>{line.lstrip('# ')}</h2>" if line.startswith("#") else f"<p>{line}</p>" for line in text.splitlines()
    ]
    page = f"<nav><a href=/>{AROUND[0]}</a></nav><main>{''.join(lines)}</main><footer>© {AROUND[1]}</footer>"
    return f"<!doctype html><html><body>{page}</body></html>".encode()


def as_docx(text):
    """The text as a Word document, a paragraph a line."""
    document, data = docx.Document(), io.BytesIO()
    for line in filter(str.strip, text.splitlines()):
        if line.startswith("#"):
            document.add_heading(line.lstrip("# "), 1)
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        else:
            document.add_paragraph(line)
    document.save(data)
    return data.getvalue()


def as_pdf(text):
    """The text as a PDF, a paragraph a line."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "policy.txt").write_text(text, encoding="utf-8")
        source = Path(folder) / "policy.typ"
        source.write_text('#for line in read("policy.txt").split("\\n") [#line #parbreak()]', encoding="utf-8")
        return typst.compile(source)


@pytest.mark.parametrize("name", POLICIES)
def test_a_policy_that_exists_is_adopted(name, organization, db):
    """Read, gone through chapter by chapter, proposed without an error, adopted by a resolution."""
    kind, template, language = POLICIES[name]
    data = {"docx": as_docx, "pdf": as_pdf, "html": as_html}.get(kind, str.encode)(text_of(name))
    ada = Walker(make_person("Ada Roy", "author"))
    sent = {"texts": SimpleUploadedFile(f"{name}.{kind}", data), "template": template, "languages": [language]}
    assert ada.client.post("/fr/setup/document", sent).status_code == 302
    document = Document.objects.get()
    while left := [each for each in chapters_of(document) if each not in document.seen]:
        ada.opens(f"/fr/setup/document/{document.uid}/chapter/{left[0]}").sends("/chapter/")
        document.refresh_from_db()
    taken = sum(not each.get("near") and not each["broad"] for each in document.passages)
    ada.opens(f"/fr/setup/document/{document.uid}").sends("/draft", title="Notre politique")
    draft = Version.objects.get()
    assert not [each for each in drafting.problems_in(draft.files) if each.is_error]
    whole = "".join(draft.files.values())
    assert whole.count(".taken-over-") >= min(1, taken)
    assert not [words for words in AROUND if words in whole]
    today = clock.now().date().isoformat()
    ada.sends("propose", button="")
    ada.sends("resolution", body="Conseil", number="1", date=today, in_force_from=today)
    assert in_force() == draft
