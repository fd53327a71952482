"""What is promised to whoever asks whether a text may be published."""

from django.utils.translation import gettext_lazy as _

from clausier.decisions.promises import STAFF, Promise

PROMISES = (
    Promise(
        "no-trace-of-a-check",
        STAFF,
        _("What you check in your own name is kept nowhere and shown to nobody: no table, file, log or backup has it."),
        "tests/web/test_traces.py::test_a_check_is_in_no_file",
    ),
    Promise(
        "no-trace-of-a-failure",
        STAFF,
        _("When a check in your own name fails, nothing of your text is reported."),
        "tests/chapters/posts/test_trace.py::test_an_engine_that_fails_tells_nothing",
    ),
)
