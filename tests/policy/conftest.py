"""What holds for the tests of the policy."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _in_english():
    """Sentences are matched in the language of the sources."""
    with translation.override("en"):
        yield
