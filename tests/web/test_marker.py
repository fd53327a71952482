"""The finder of traces finds them: a test that looks for nothing proves something only then."""

import gzip

import pytest

from clausier.tasks.models import Mail
from factories.marker import a_marker, forms_of, in_database, in_files


@pytest.mark.parametrize("number", range(11))
def test_each_form_is_found_in_a_file(number, tmp_path):
    """Plain, encoded, compressed."""
    text = a_marker()
    forms = sorted(forms_of(text))
    (tmp_path / "log").write_bytes(b"before " + forms[number % len(forms)] + b" after")
    (tmp_path / "copy.gz").write_bytes(gzip.compress(text.encode()))
    assert [path.name for path in in_files(tmp_path, text)] == ["copy.gz", "log"]


def test_a_row_is_found(db):
    text = a_marker()
    Mail.objects.create(to="a@b.example", subject=text, text="")
    assert in_database(text) == ["tasks_mail"]
    assert in_database(a_marker()) == []
