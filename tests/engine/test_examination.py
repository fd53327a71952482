"""What ``validate`` tells: reading, checks, rules and examples together."""

import pytest

from clausier.document.reading import read_folder
from clausier.engine.examination import examine
from folders import FILES, full_name, spoiled, write

AT = ("02", "expect: advise", "at: 2026-11-23T22:15:00-05:00, expect: advise")
ANY_TIME = (
    "02",
    'when: {signal: ["abuse.*", "!abuse.profanity"], time: quiet-hours}',
    "when: {time: [quiet-hours, working-hours]}",
)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("facts", "America/Toronto", "America/Torontoo"), "unknown-timezone"),
        (("facts", "CA-QC", "CA-QX"), "unknown-holidays"),
        (("facts", "mon-fri:", "weekdays:"), "not-days"),
        (("facts", "08:30-16:30", "8h-9h"), "not-hours"),
        (("06", "20:00-07:00", "20h"), "not-hours"),
        (("06", "mon-sun", "lun"), "not-days"),
    ],
)
def test_a_calendar_that_cannot_be_read_is_told(tmp_path, change, code):
    """And no rule runs on it."""
    found = examine(read_folder(write(tmp_path, spoiled(change, AT, ANY_TIME))))

    assert [each.code for each in found] == [code]


def test_a_chapter_that_cannot_be_read_is_told(tmp_path):
    """And no rule runs on the rest, whose examples it might have changed."""
    found = examine(read_folder(write(tmp_path, {**FILES, full_name("11"): "a: ["})))

    assert [each.code for each in found] == ["not-closed"]
