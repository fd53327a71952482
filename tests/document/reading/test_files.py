"""A folder, a zip of one, and what is neither."""

import os
import struct
import zipfile
from pathlib import Path

import pytest

from clausier.document.problems import UnreadableError
from clausier.document.reading import read_folder
from folders import FILES, write

POLICY = FILES["policy.yaml"]


def _refused(where):
    with pytest.raises(UnreadableError) as caught:
        read_folder(where)
    return caught.value.problem


def _zip(where, files, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(where, "w", method) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return where


def test_no_such_folder(tmp_path):
    assert _refused(tmp_path / "none").code == "no-such-folder"


def test_a_file_on_the_way(tmp_path):
    """A path that goes through a file leads nowhere."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert _refused(tmp_path / "file" / "policy").code == "no-such-folder"


def test_a_folder_without_policy(tmp_path):
    (tmp_path / "notes.yaml").write_text("a: 1", encoding="utf-8")
    assert _refused(tmp_path).code == "no-policy-file"


@pytest.mark.parametrize("data", [b"", b"clausier: 1", b"PK\x03\x04" + bytes(100), os.urandom(2000)])
def test_a_file_that_is_no_zip(tmp_path, data):
    """Whatever it begins with."""
    (tmp_path / "file").write_bytes(data)
    assert _refused(tmp_path / "file").code == "not-a-folder"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_zip(device):
    """It could give bytes without end."""
    assert _refused(Path(device)).code == "not-a-folder"


@pytest.mark.parametrize("root", ["", "ville/", "a/b/ville/"])
def test_a_zip_reads_as_its_folder(tmp_path, root):
    """Wherever the policy lies in it, and whatever archivers leave beside."""
    files = {root + name: text for name, text in FILES.items()}
    litter = {f"{root}chapters/._01-time.yaml": "\0", "__MACOSX/._policy.yaml": "\0", f"{root}old-policy.yaml": ""}
    zipped = read_folder(_zip(tmp_path / "policy.zip", {**litter, **files}))
    plain = read_folder(write(tmp_path / "plain", FILES))
    assert (zipped.policy, zipped.facts, zipped.protected) == (plain.policy, plain.facts, plain.protected)
    assert zipped.problems == ()
    assert zipped.places == plain.places


def test_a_zip_that_declares_too_much(tmp_path):
    """Refused by what it says of itself."""
    bomb = {**FILES, "chapters/12-bomb.yaml": "#" * 50_000_000}
    assert _refused(_zip(tmp_path / "bomb.zip", bomb)).code == "file-too-large"


def test_a_zip_that_declares_too_little(tmp_path):
    """An entry that says it is small and inflates large is damage, found before it has grown."""
    where = _zip(tmp_path / "bomb.zip", {"policy.yaml": POLICY + "#" * 50_000_000})
    size = len(POLICY.encode()) + 50_000_000
    where.write_bytes(where.read_bytes().replace(struct.pack("<L", size), struct.pack("<L", 100)))
    assert _refused(where).code == "damaged-archive"


def test_a_zip_file_too_large(tmp_path):
    """Not even opened."""
    where = tmp_path / "large.zip"
    with where.open("wb") as stream:
        stream.truncate(6_000_000)
    assert _refused(where).code == "file-too-large"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_inflates_at_once(tmp_path, method):
    """Two methods cannot be inflated piece by piece."""
    assert _refused(_zip(tmp_path / "odd.zip", FILES, method)).code == "damaged-archive"


def test_an_encrypted_zip(tmp_path):
    """The mark of encryption is set by hand."""
    where = _zip(tmp_path / "secret.zip", {"policy.yaml": POLICY}, zipfile.ZIP_STORED)
    data = bytearray(where.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    where.write_bytes(data)
    assert _refused(where).code == "damaged-archive"


def test_a_folder_too_large(tmp_path):
    """Refused before anything is read; a hole in a file costs no disk."""
    write(tmp_path, FILES)
    with (tmp_path / "chapters" / "12-large.yaml").open("wb") as stream:
        stream.truncate(50_000_000)
    assert _refused(tmp_path).code == "file-too-large"


def test_too_many_files(tmp_path):
    write(tmp_path, {"policy.yaml": POLICY, **{f"chapters/{number}.yaml": "" for number in range(500)}})
    assert _refused(tmp_path).code == "too-many-files"


def test_what_lies_beside_is_not_read(tmp_path):
    """Drafts, hidden files, folders that look like files."""
    write(tmp_path, FILES)
    write(tmp_path, {"drafts/chapters/01.yaml": "[", "chapters/.hidden.yaml": "[", "chapters/README.md": "["})
    (tmp_path / "chapters" / "folder.yaml").mkdir()
    (tmp_path / "chapters" / "lost.yaml").symlink_to(tmp_path / "nowhere")
    assert read_folder(tmp_path).problems == ()


STRAYS = (
    "05-confidentiality.yml",
    "Policy.yaml",
    "chapter/05-confidentiality.yaml",
    "chapters/06-time.yml",
    "chapters/old/01-expectations.yaml",
    "facts.yml",
)


def test_what_was_meant_and_is_not_read_is_told(tmp_path):
    """Another ending, capitals, another folder: a warning each, in a folder as in a zip."""
    files = {**FILES, **dict.fromkeys(STRAYS, "[")}
    for read in (read_folder(write(tmp_path / "plain", files)), read_folder(_zip(tmp_path / "policy.zip", files))):
        told = [(problem.code, problem.level, problem.place.file) for problem in read.problems]
        assert told == [("not-read", "warning", name) for name in sorted(STRAYS)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    write(tmp_path, FILES)
    (tmp_path / "facts.yaml").chmod(0)
    assert _refused(tmp_path).code == "cannot-open"
