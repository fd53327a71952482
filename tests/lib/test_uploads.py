"""What a stranger sends fills no disk."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from clausier.identity.models import PeopleImport
from clausier.lib.uploads import BYTES
from factories.identity import officer
from people import signed_in

MEGABYTE = 2**20


def test_all_files_of_a_request_together_are_bounded():
    """The rest is read and let go, so that the answer still says what is wrong."""
    files = {str(number): SimpleUploadedFile("a.csv", b"x" * 10 * MEGABYTE) for number in range(4)}
    request = RequestFactory().post("/", files)
    assert sum(len(each.read()) for each in request.FILES.values()) <= BYTES
    request.close()  # as a handler does once it has answered


def test_a_small_file_is_whole():
    request = RequestFactory().post("/", {"file": SimpleUploadedFile("a.csv", b"Nom\nZo\xc3\xa9\n")})
    assert request.FILES["file"].read() == b"Nom\nZo\xc3\xa9\n"


@pytest.mark.parametrize("size", [21, 60])
def test_a_sheet_that_is_too_large_gets_its_sentence(size, organization):
    """However large: the limit is told, and nothing is kept."""
    sheet = SimpleUploadedFile("people.csv", b"Nom,Courriel\n" + b"a,b\n" * (size * MEGABYTE // 4))
    page = signed_in(officer()).post("/en/people/import", {"sheet": sheet})
    assert (page.status_code, PeopleImport.objects.count()) == (200, 0)
    assert "The file has more than 20 MB" in page.content.decode()


def test_a_stranger_who_sends_a_file_anywhere_gets_a_page(organization):
    file = SimpleUploadedFile("a.bin", b"x" * 30 * MEGABYTE)
    assert Client().post("/fr/find-my-comment", {"file": file}).status_code == 200
