"""What is promised to whoever is asked to read and to give their word."""

from django.utils.translation import gettext_lazy as _

from clausier.decisions.promises import STAFF, Promise

_TESTS = "tests/chapters/ambassadors"
PROMISES = (
    Promise(
        "no-concern-told",
        STAFF,
        _("A concern that you entrust to your representative is shown to nobody else."),
        f"{_TESTS}/test_remarks.py::test_a_concern_for_the_representative_is_for_nobody_else",
    ),
    Promise(
        "no-small-count",
        STAFF,
        _("No count of who has signed tells what one person did."),
        f"{_TESTS}/test_progress.py::test_no_small_count_can_be_worked_out",
    ),
)
