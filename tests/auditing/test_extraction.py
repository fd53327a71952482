"""The text of a file, whatever it is written in; what cannot be read is refused for a reason."""

import io
import random
import zipfile
from contextlib import suppress
from time import process_time

import pytest

from clausier.auditing.extraction import MAX_BYTES, MAX_TEXT, Refusal, UnreadableError, extract
from clausier.auditing.extraction import docx as word
from clausier.auditing.extraction import pdf as paper

SENTENCE = "Employees must be polite on social media and must not disclose confidential information."
DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Conduct</w:t></w:r></w:p>
<w:p><w:r><w:t>{text}</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Who</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>Everybody</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""


def docx(document=None, **more):
    """A Word document, and what is added to its archive."""
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS}
    parts["word/document.xml"] = DOCUMENT.format(text=SENTENCE) if document is None else document
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | more).items():
            archive.writestr(name, content)
    return data.getvalue()


def pdf(text, pages=1):
    """A PDF of one line a page, in a standard font."""
    stream = f"BT /F1 9 Tf 20 700 Td ({text}) Tj ET".encode()
    kids = " ".join(f"{4 + index} 0 R" for index in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {4 + pages} 0 R"
    objects += [f"{page} /Resources << /Font << /F1 3 0 R >> >> >>".encode()] * pages
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _numbered(objects)


def _numbered(objects, trailer=b""):
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(data))
    return data + head + table + end


def encrypted_pdf():
    """A PDF whose text only a password opens."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>",
    ]
    return _numbered(objects, b"/Encrypt 3 0 R /ID [<" + b"43" * 16 + b"> <" + b"43" * 16 + b">]")


def refused(data, name="policy.docx"):
    """The reason for which a file is refused."""
    with pytest.raises(UnreadableError) as found:
        extract(data, name)
    return found.value.reason


@pytest.mark.parametrize("text", ["# A\r\n\r\n* **b** <i>c</i>\n", "\ufeffUn  texte\tavec é\u2028fin", "x"])
@pytest.mark.parametrize("name", ["policy.md", "policy.txt"])
def test_markdown_and_text_are_taken_as_they_are(text, name):
    """Each character of the file, its line ends and its markup included."""
    assert extract(text.encode(), name).text == text


def test_a_page_gives_its_main_text():
    """Without its menus; headings and items are marked, and cells stand apart."""
    page = f"""<!doctype html><html><head><title>No</title><script>no()</script></head><body><nav>Menu</nav>
    <main><h1>Social <b>media</b></h1><p>{SENTENCE}<br>Second line</p>{"<p>More words here.</p>" * 20}
    <ul><li>One</li><li><p>Two</p></li></ul><table><tr><th>Who</th><td>All</td></tr></table></main>
    <footer>Foot</footer></body></html>"""
    text = extract(page.encode(), "policy.html").text
    assert text.startswith(f"# Social media\n\n{SENTENCE}\nSecond line\n")
    assert "\n- One\n" in text
    assert "\n- Two\n" in text
    assert "Who\tAll" in text
    assert not [word for word in ("Menu", "Foot", "no()") if word in text]


def test_a_deep_page_is_read():
    """Without recursion."""
    assert "deep" in extract(b"<html><body>" + b"<div>" * 20_000 + b"deep words", "a.html").text


def test_an_old_page_is_read_in_its_own_encoding():
    page = "<html><head><meta charset=iso-8859-1></head><body>Nétiquette d'été</body></html>".encode("latin-1")
    assert extract(page, "a.htm").text == "Nétiquette d'été\n"


def test_a_word_document_gives_its_text():
    assert extract(docx(), "policy.docx") == (f"# Conduct\n\n{SENTENCE}\n\nWho\tEverybody\n", "docx")


def test_a_pdf_gives_its_text():
    assert SENTENCE in extract(pdf(SENTENCE), "policy.pdf").text


@pytest.mark.parametrize(
    ("data", "kind"), [(docx(), "docx"), (pdf(SENTENCE), "pdf"), (b"<html><body>Hello to all</body></html>", "html")]
)
def test_the_content_decides_and_not_the_name(data, kind):
    assert extract(data, "policy.bin").kind == kind


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"--- *** ---", b"<html><body></body></html>"])
def test_nothing_to_read_is_told(data):
    assert refused(data, "a.html") is Refusal.EMPTY


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a\x00b", Refusal.NOT_TEXT),
        (b"caf\xe9", Refusal.NOT_UTF_8),
        (b"\x89PNG\r\n", Refusal.PICTURE),
        (b"{\\rtf1 hello}", Refusal.OLD_WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"WordDocument", Refusal.OLD_WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Refusal.ENCRYPTED),
        (b"%PDF-1.4 and nothing more", Refusal.DAMAGED),
        (b"PK\x03\x04 and nothing more", Refusal.DAMAGED),
        (encrypted_pdf(), Refusal.ENCRYPTED),
        (pdf(""), Refusal.SCANNED),
        (b"<p>" + b"a" * MAX_BYTES, Refusal.TOO_LARGE),
        (b"word " * (MAX_TEXT // 5 + 1), Refusal.TOO_LONG),
    ],
)
def test_what_cannot_be_read_is_refused(data, reason):
    """Each for its own reason."""
    assert refused(data, "policy.txt") is reason


def test_a_long_pdf_is_refused():
    assert refused(pdf(SENTENCE, pages=501)) is Refusal.TOO_MANY_PAGES


def test_a_pdf_of_too_much_text_is_refused_before_its_last_page(monkeypatch):
    """Each of its pages may hold as much as a book."""
    read = []
    monkeypatch.setattr(paper, "_page", lambda _, index: read.append(index) or "word " * 150_000)
    assert sum(map(len, paper.pages_of(range(100)))) > MAX_TEXT
    assert read == [0, 1]


def test_a_pdf_that_takes_too_much_to_be_read_is_refused(monkeypatch):
    """It is read in a process of its own: what becomes of that one is no matter to ours."""
    monkeypatch.setattr(paper, "SECONDS", 0.001)
    assert refused(pdf(SENTENCE)) is Refusal.BOMB


def test_an_archive_that_is_no_word_document_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    assert refused(data.getvalue()) is Refusal.NOT_WORD


@pytest.mark.parametrize(
    "more",
    [
        {"word/media/image1.bin": b"\0" * 20_000_000},
        {f"word/{index}.bin": b"" for index in range(word.MAX_MEMBERS)},
    ],
)
def test_an_archive_that_would_burst_is_refused(more):
    """By what its members would take, or by how many they are."""
    assert refused(docx(**more)) is Refusal.BOMB


def test_entities_are_refused():
    """A document that would grow while it is read."""
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]>' + DOCUMENT.partition("?>")[2]
    assert refused(docx(bomb.format(text="&b;"))) is Refusal.ENTITIES


@pytest.mark.parametrize("document", ["<w:broken", "", "<a/>"])
def test_a_damaged_word_document_is_refused(document):
    assert refused(docx(document)) in {Refusal.DAMAGED, Refusal.EMPTY}


@pytest.mark.parametrize("cut", range(0, len(docx()), 97))
def test_a_document_cut_anywhere_is_read_or_refused(cut):
    """Never anything but a refusal."""
    with pytest.raises(UnreadableError):
        extract(docx()[:cut], "policy.docx")


@pytest.mark.parametrize(
    "page",
    [
        b"<b></b>" * 150_000,
        b"<i> </i>" * 150_000,
        b"<article>x" * 15_000,
        b"<table>" + b"<tr><td>" * 50_000,
        b"<nav>a<form>b<button>c</button></form></nav>" * 50_000,
    ],
    ids=["empty", "blank", "articles", "cells", "menus"],
)
def test_a_page_is_read_in_a_time_that_grows_with_it(page):
    """However many empty elements, or parts that could be the main one, it has."""
    start = process_time()
    extract(b"<html><body>Hello to all" + page, "a.html")
    assert process_time() - start < 5


def test_a_page_too_deep_for_any_browser_is_refused():
    """Before the parser, which looks up through all that is open at each element."""
    assert refused(b"<html><body>hello" + b"<div>" * 1_000_000, "a.html") is Refusal.DAMAGED


@pytest.mark.parametrize("charset", ["undefined", "unicode_escape", "hex", "idna", "nothing"])
def test_a_page_that_declares_no_encoding_of_pages_is_read(charset):
    page = f"<html><meta charset={charset}><body>Caf\\xe9 d'été".encode("cp1252")
    assert extract(page, "a.html").text == "Caf\\xe9 d'été\n"


def test_a_page_in_utf_16_is_read():
    assert extract("<html><body>Nétiquette".encode("utf-16"), "a.html").text == "Nétiquette\n"


@pytest.mark.parametrize("part", ["word/other.bin", "word/media/other.png"])
def test_entities_are_refused_wherever_they_stand(part):
    """The archive itself says which of its parts is the document."""
    hidden = '<!DOCTYPE x [<!ENTITY a "ha">]>' + DOCUMENT.format(text="&a;").partition("?>")[2]
    data = docx(**{"_rels/.rels": RELATIONS.replace("word/document.xml", part), part: hidden})
    assert refused(data) is Refusal.ENTITIES


def test_a_document_of_too_many_elements_is_refused():
    """It would be small text in a very large tree."""
    text = "</w:t></w:r></w:p><w:p><w:r><w:t>".join(f"line {number * 7919}" for number in range(80_000))
    assert refused(docx(DOCUMENT.format(text=text))) is Refusal.BOMB


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_spoiled_archive_is_read_or_refused(packing):
    """Whatever it was packed with."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx())) as old, zipfile.ZipFile(whole, "w", packing) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    draw = random.Random(1)  # noqa: S311
    for _ in range(60):
        data = bytearray(whole.getvalue())
        data[draw.randrange(4, len(data))] = draw.randrange(256)
        with suppress(UnreadableError):
            extract(bytes(data), "policy.docx")
