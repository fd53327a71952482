"""The text of a Word document (.docx), opened only when what is packed in it is of a reasonable size."""

import io
import re
import zipfile

from clausier.auditing.extraction.page import text_of_markup
from clausier.auditing.extraction.refusal import Refusal, UnreadableError

MAX_MEMBERS = 2_000
MAX_UNPACKED = 60_000_000  # bytes
MAX_TAGS = 400_000  # of the body, which is read into a tree; four hundred pages of text have half as many
MAX_RATIO = 200  # of a member larger than a megabyte; prose packs ten times
LARGE = 1_000_000
BODY = "word/document.xml"
PICTURES = "word/media/"  # a drawing among them may have a document type; none that we read defines entities

_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DEFINED = re.compile(rb"<!ENTITY", re.IGNORECASE)


def text_of_docx(data: bytes) -> str:
    """Return the text of a Word document, its headings and lists marked.

    Raises UnreadableError for what is no Word document, is encrypted or damaged, or unpacks into too much.
    """
    _examine(data)
    import mammoth

    try:
        # Pictures tell nothing here: each becomes an image without source.
        made = mammoth.convert_to_html(io.BytesIO(data), convert_image=mammoth.images.img_element(lambda _: {}))
    except UnreadableError:
        raise
    except Exception:  # noqa: BLE001  # a damaged document makes the reader raise almost anything
        raise UnreadableError(Refusal.DAMAGED) from None
    return text_of_markup(made.value)


def _examine(data: bytes) -> None:
    """Refuse an archive that would unpack into too much, before anything of it is read whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _examine_members(archive)
    except UnreadableError:
        raise
    except Exception:  # noqa: BLE001  # each way of packing raises its own errors for what is damaged
        raise UnreadableError(Refusal.DAMAGED) from None


def _examine_members(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if BODY not in archive.namelist():
        raise UnreadableError(Refusal.NOT_WORD)
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableError(Refusal.ENCRYPTED)
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise UnreadableError(Refusal.BOMB)
    for member in members:
        if member.file_size > LARGE and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            raise UnreadableError(Refusal.BOMB)
        _examine_member(archive, member)


def _examine_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Refuse what defines entities, whatever it is called, since an archive says itself which of its members is read.

    What an archive says of its sizes may be false, so reading is bounded too.
    """
    with archive.open(member) as stream:
        content = stream.read(member.file_size + 1)
    if len(content) > member.file_size:
        raise UnreadableError(Refusal.BOMB)
    entities = _DEFINED if member.filename.startswith(PICTURES) else _ENTITIES
    if entities.search(content) or entities.search(content.replace(b"\x00", b"")):
        raise UnreadableError(Refusal.ENTITIES)
    if content.count(b"<") > MAX_TAGS and not member.filename.startswith(PICTURES):
        raise UnreadableError(Refusal.BOMB)
