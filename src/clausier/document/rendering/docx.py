"""The policy as a Word document: real headings, lists and tables, and its language, which a reader aloud needs."""

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from clausier.document.model import Facts, Policy
from clausier.document.rendering.paper import Block, Part, PrintedClause, Run, Sheet, sheet_of
from clausier.document.rendering.view import Edition

if TYPE_CHECKING:
    from docx.styles.style import ParagraphStyle

INK, SOFT, ACCENT = RGBColor(0x1F, 0x1C, 0x18), RGBColor(0x5C, 0x55, 0x4B), RGBColor(0x7C, 0x2D, 0x1A)
STYLES = {  # the size of their letters in points, and their colour
    "Normal": (11, INK),
    "Title": (28, INK),
    "Subtitle": (11, SOFT),
    "Heading 1": (20, ACCENT),
    "TOC Heading": (20, ACCENT),
    "Heading 2": (14, INK),
    "Heading 3": (10, SOFT),
}
BOLD = ("Heading 2", "Heading 3")
FONT = "Georgia"
REGIONS = {"fr": "fr-CA", "en": "en-CA"}
LISTS = {"bullets": "List Bullet", "numbers": "List Number"}
DEEPEST = 3  # levels of lists that Word has styles for


def render_docx(policy: Policy, facts: Facts, language: str, edition: Edition | None = None) -> bytes:
    """Return the whole policy in one language as a Word document."""
    return written(sheet_of(policy, facts, language, edition or Edition()))


def written(sheet: Sheet) -> bytes:
    """Return a sheet as a Word document; the same sheet gives the same text, properties and styles."""
    page = Document()
    _properties(page, sheet)
    _styles(page, sheet.language)
    page.add_paragraph(sheet.organization, "Subtitle")
    page.add_paragraph(sheet.title, "Title")
    for line in (sheet.version, sheet.review):
        if line:
            page.add_paragraph(line, "Subtitle")
    _page(page, sheet)
    _contents(page, sheet)
    _parts(page, sheet.before)
    for chapter in sheet.chapters:
        _mark(page.add_heading(f"{chapter.number}  {chapter.title}", 1), str(chapter.number))
        if chapter.purpose:
            _aside(page, chapter.purpose).runs[0].italic = True
        for clause in chapter.clauses:
            _clause(page, sheet, clause)
    _parts(page, sheet.after)
    file = io.BytesIO()
    page.save(file)
    return file.getvalue()


def _properties(page: WordDocument, sheet: Sheet) -> None:
    core = page.core_properties
    core.title, core.author = sheet.title, sheet.organization
    core.language = REGIONS.get(sheet.language, sheet.language)
    core.subject, core.comments, core.last_modified_by = sheet.version, "", sheet.organization
    core.created = core.modified = dt.datetime.combine(sheet.date, dt.time())


def _styles(page: WordDocument, language: str) -> None:
    """Set the letters of the styles that are used, and the language of them all."""
    for name, (size, color) in STYLES.items():
        style = cast("ParagraphStyle", page.styles[name])
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), color
        style.font.bold, style.font.italic = name in BOLD, False
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # which would win over the name
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    cast("ParagraphStyle", page.styles["Heading 1"]).paragraph_format.page_break_before = True
    for known in page.styles.element.iter(qn("w:lang")):  # the default of the document says English
        known.set(qn("w:val"), REGIONS.get(language, language))


def _page(page: WordDocument, sheet: Sheet) -> None:
    """Set the paper, and at the foot of each page the title, the version and the number of the page."""
    section = page.sections[0]
    if sheet.paper == "a4":
        section.page_width, section.page_height = Mm(210), Mm(297)
    foot = section.footer.paragraphs[0]
    foot.text = f"{sheet.title} · {sheet.version} · {sheet.words['page']} "
    foot._p.append(_field("PAGE"))  # noqa: SLF001
    for run in foot.runs:
        run.font.size, run.font.color.rgb = Pt(9), SOFT


def _contents(page: WordDocument, sheet: Sheet) -> None:
    """List the chapters and clauses, each leading to its place, with its page."""
    page.add_paragraph(sheet.words["contents"], "TOC Heading").paragraph_format.page_break_before = True
    for chapter in sheet.chapters:
        _entry(page, f"{chapter.number}  {chapter.title}", str(chapter.number), is_chapter=True)
        for clause in chapter.clauses:
            _entry(page, f"{clause.number}  {clause.title}", clause.number)


def _entry(page: WordDocument, words: str, number: str, *, is_chapter: bool = False) -> None:
    """Add a line of the contents; Word works its page out when the document is opened."""
    line, section = page.add_paragraph(), page.sections[0]
    width = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
    line.paragraph_format.space_after = Pt(2)
    line.paragraph_format.left_indent = Mm(0 if is_chapter else 6)
    line.paragraph_format.tab_stops.add_tab_stop(Length(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    run, link = line.add_run(words), OxmlElement("w:hyperlink")
    run.bold = is_chapter
    link.set(qn("w:anchor"), _place(number))
    link.append(run._r)  # noqa: SLF001
    line._p.append(link)  # noqa: SLF001
    line.add_run("\t")
    line._p.append(_field(f"PAGEREF {_place(number)} \\h"))  # noqa: SLF001


def _place(number: str) -> str:
    return f"art_{number.replace('.', '_')}"


def _mark(heading: Paragraph, number: str) -> None:
    """Make a heading a place that the contents lead to."""
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), number.replace(".", "0"))
        mark.set(qn("w:name"), _place(number))
        heading._p.append(mark)  # noqa: SLF001


def _field(said: str) -> Any:
    """Return a field that is worked out when the document is opened."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), said)
    field.set(qn("w:dirty"), "true")
    return field


def _aside(page: WordDocument, words: str) -> Paragraph:
    """Add a line under a heading, which stays with what follows."""
    line = page.add_paragraph(words)
    line.paragraph_format.keep_with_next = True
    return line


def _parts(page: WordDocument, parts: Sequence[Part]) -> None:
    for part in parts:
        page.add_heading(part.title, 1)
        _blocks(page, part.blocks)


def _clause(page: WordDocument, sheet: Sheet, clause: PrintedClause) -> None:
    _mark(page.add_heading(f"{clause.number}  {clause.title}", 2), clause.number)
    if clause.audience:
        _aside(page, f"{sheet.words['audience']} {clause.audience}").runs[0].font.color.rgb = SOFT
    if clause.purpose:
        _aside(page, clause.purpose).runs[0].italic = True
    _blocks(page, clause.blocks)
    for group in clause.groups:
        page.add_heading(f"{group.title} ({group.note})" if group.note else group.title, 3)
        for item in group.items:
            _set(page.add_paragraph(style="List Bullet"), item)


def _blocks(page: WordDocument, blocks: Sequence[Block], style: str = "", level: int = 1) -> None:
    """Write blocks; the first paragraph of an item takes the style of its list, at its level."""
    for block in blocks:
        if block.kind == "table":
            _table(page, block)
        elif block.kind == "quotation":
            _blocks(page, block.items[0], "Quote")
        elif block.kind in LISTS:
            name = LISTS[block.kind] + (f" {min(level, DEEPEST)}" if level > 1 else "")
            for item in block.items:
                _blocks(page, item, name, level + 1)
        else:
            _set(page.add_paragraph(style=style or None), block.runs)


def _table(page: WordDocument, block: Block) -> None:
    columns = len(block.rows[0])
    table = page.add_table(0, columns, "Table Grid")
    for place, row in enumerate(block.rows):
        for cell, runs in zip(table.add_row().cells, row, strict=False):
            _set(cell.paragraphs[0], [replace(each, strong=each.strong or not place) for each in runs])
    # Word repeats a row that is said to be a head, and readers aloud tell it.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _set(paragraph: Paragraph, runs: Sequence[Run]) -> None:
    for each in runs:
        run = paragraph.add_run(each.text)
        run.bold, run.italic = each.strong or None, each.emphasis or None
        if each.code:
            run.font.name = "Consolas"
        if each.language:
            tongue = OxmlElement("w:lang")
            tongue.set(qn("w:val"), REGIONS.get(each.language, each.language))
            run._r.get_or_add_rPr().append(tongue)  # noqa: SLF001
        if each.link:
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), paragraph.part.relate_to(each.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            run.underline = True
            link.append(run._r)  # noqa: SLF001
            paragraph._p.append(link)  # noqa: SLF001
