"""What a council is handed: what changes for whom, the text, and a resolution to vote on."""

import io

import pypdfium2
import pytest
from docx import Document

from clausier.document.reading import read_mapping
from clausier.document.rendering import Edition
from clausier.document.rendering.council import Meeting, council_sheet
from clausier.document.rendering.docx import written
from clausier.document.rendering.pdf import set_sheet
from factories.policy import FILES, changed

DIGEST = "ab" * 32


def sheet(files=FILES, language="fr", **meeting):
    folder = read_mapping(files, "policy")
    edition = Edition(version="2.0", digest=DIGEST[:12], draft=True, public=False)
    return council_sheet(folder.policy, folder.facts, language, edition, Meeting(digest=DIGEST, **meeting))


def words(parts):
    return " ".join(run.text for part in parts for block in part.blocks for run in runs(block))


def runs(block):
    yield from block.runs
    for item in block.items:
        for inner in item:
            yield from runs(inner)


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", ["Attendu que", "Il est résolu :", "d'adopter"]), ("en", ["Whereas", "It is resolved:", "to adopt"])],
)
def test_a_resolution_is_drafted(language, said):
    """It names the text by its number and whole digest; blanks are left for what the meeting decides."""
    told = words(sheet(language=language).after)
    for each in [*said, "2.0", DIGEST, "____________", "Communications"]:
        assert each in told


def test_a_first_policy_tells_everything_by_audience():
    told = words(sheet(language="en").before)
    assert "This is a first policy" in told
    assert "All staff" in told
    assert "2.1 Say who you are" in told


def test_an_amendment_tells_only_what_changes():
    """What changed, for whom; what is repealed stands last."""
    base = read_mapping(FILES, "policy").policy
    amended = sheet(changed("within: 30d", "within: 20d"), "en", base=base)
    told = words(amended.before)
    assert "2.1 Say who you are" in told
    assert "20" in told
    assert "time.use" not in told
    assert "wishes to amend it" in words(amended.after)
    assert "Nothing changes for anybody." in words(sheet(FILES, "en", base=base).before)


def test_who_was_consulted_is_recited():
    told = words(sheet(consulted=[("le Syndicat", "2026-11-02 – 2026-11-20")]).after)
    assert "Attendu que le Syndicat a été consulté (2026-11-02 – 2026-11-20);" in told


def test_it_is_a_word_file_and_a_pdf():
    """Both hold the three parts in their order."""
    made = sheet()
    headings = [each.text for each in Document(io.BytesIO(written(made))).paragraphs if each.style.name == "Heading 1"]
    assert headings[0] == "Ce que l'adoption change, et pour qui"
    assert headings[-1] == "Projet de résolution"
    pages = pypdfium2.PdfDocument(set_sheet(made))
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert text.index("Ce que l") < text.index("Dire qui l") < text.rindex("Projet de r")
