"""The policy on paper: a PDF and a Word document of the same sheet."""

import io
import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from docx import Document
from docx.shared import Mm

from clausier.document.model import Example, Facts, Localized
from clausier.document.rendering import Edition
from clausier.document.rendering.docx import render_docx
from clausier.document.rendering.paper import blocks_of, named_emoji
from clausier.document.rendering.pdf import PdfRefusedError, render_pdf
from policy_samples import clause, policy

FACTS = Facts(names={"fr": ("Ville de Val-Bleu",), "en": ("City of Val-Bleu",)})
TEXT = """Une *phrase* **forte** et un [lien](https://valbleu.example).

- un
- deux
  1. et demi

> Une citation.

| Réseau | Délai |
|---|---|
| blogue | 2 h |
"""
EDITION = Edition(version="2.1", date=date(2026, 11, 1))


def written(text=TEXT, **changes):
    """Return a policy of one clause with this text in both languages."""
    said = replace(clause(), text=Localized(fr=text, en=text), **changes)
    return policy(said)


def words_of(pdf):
    """Return the text of a PDF, its lines joined."""
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_the_pdf_is_tagged_dated_and_the_same_each_time():
    """An archive and a reader aloud take it; whoever compares two files of one version finds no difference."""
    pdf = render_pdf(written(), FACTS, "fr", EDITION)
    assert pdf == render_pdf(written(), FACTS, "fr", EDITION)
    for mark in (b"/StructTreeRoot", b"/Lang", b"pdfuaid:part>1<", b"pdfaid:part>2<", b"/Outlines"):
        assert mark in pdf
    read = pypdfium2.PdfDocument(pdf)
    assert read.get_metadata_dict()["CreationDate"].startswith("D:20261101")
    assert [each.get_title()[:1] for each in read.get_toc()] == ["6", "6"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_pdf_says_what_the_policy_says(language):
    """Text, table, examples; an emoji by its name, since letters have none."""
    example = Example(text="Bravo 🎉", lang="fr", expect="allow")
    words = words_of(render_pdf(written(examples=(example,)), FACTS, language, EDITION))
    for each in (
        "Une phrase forte et un lien.",
        "et demi",
        "Une citation.",
        "blogue 2 h",
        "Version 2.1",
        "Bravo [émoji]",
    ):
        assert each.replace("[émoji]", {"fr": "[émoji]", "en": "[emoji]"}[language]) in words


def test_a_draft_says_on_each_page_that_it_is_one():
    """Nobody takes a draft for the policy."""
    assert "PROJET, NON ADOPTÉ" in words_of(render_pdf(written(), FACTS, "fr", Edition()))
    assert "PROJET" not in words_of(render_pdf(written(), FACTS, "fr", EDITION))


@pytest.mark.parametrize(
    "text", ['#import "x.typ": *', "$x$ #panic() `#{` @label <b> \\ *#*", '#read("/etc/passwd")', "\"'#"]
)
def test_no_text_acts_on_what_sets_it(text):
    """What looks like the setter's own language is words."""
    read = words_of(render_pdf(written(text), FACTS, "fr", EDITION))
    assert text.split()[0].strip("*`") in read
    assert render_docx(written(text), FACTS, "fr", EDITION)


def test_letters_that_no_font_has_are_told():
    """With the letters, instead of a page with holes."""
    with pytest.raises(PdfRefusedError, match="could not be displayed"):
        render_pdf(written("\U00013000"), FACTS, "fr", EDITION)


def test_the_word_document_has_headings_lists_a_table_and_a_language():
    """So that it is read, edited and heard as a document."""
    page = Document(io.BytesIO(render_docx(written(), FACTS, "fr", EDITION)))
    styles = [each.style.name for each in page.paragraphs]
    assert {"Title", "Heading 1", "Heading 2", "List Bullet", "List Number 2", "Quote"} <= set(styles)
    assert [cell.text for cell in page.tables[0].rows[1].cells] == ["blogue", "2\N{NO-BREAK SPACE}h"]
    assert "w:tblHeader" in page.tables[0].rows[0]._tr.xml  # noqa: SLF001  # what Word reads
    assert (page.core_properties.language, page.core_properties.author) == ("fr-CA", "Ville de Val-Bleu")
    assert 'w:val="fr-CA"' in page.styles.element.xml
    assert any(each.target_ref == "https://valbleu.example" for each in page.part.rels.values() if each.is_external)


def test_the_word_document_leads_from_its_contents_to_each_place():
    """Each line to a heading that is there; and its pages are numbered, on the paper of the country."""
    page = Document(io.BytesIO(render_docx(written(), FACTS, "fr", EDITION)))
    body = page.element.xml
    anchors = re.findall(r'w:anchor="([^"]+)"', body)
    assert anchors == ["art_6", "art_6_1"]
    assert re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body) == anchors
    assert 'w:instr="PAGE"' in page.sections[0].footer._element.xml  # noqa: SLF001  # what Word reads
    assert page.sections[0].page_height == pytest.approx(Mm(297), abs=Mm(1))


def test_marks_of_a_clause_become_runs():
    """Bold inside a link keeps both; a dangerous address is left out, its words stay."""
    runs = blocks_of("[**a** b](https://x.example) [c](javascript:x)")[0].runs
    assert [(run.text, run.strong, run.link) for run in runs] == [
        ("a", True, "https://x.example"),
        (" b", False, "https://x.example"),
        (" [c](javascript:x)", False, ""),
    ]


def test_one_run_of_emoji_is_one_word():
    """With its joiners and colours; arrows are letters."""
    assert named_emoji("👩🏽‍🚒❤️ → ok", "fr") == "[émoji] → ok"
