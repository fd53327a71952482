"""Words between quotation marks are somebody else's."""

from clausier.engine.speech import quoted


def test_a_quotation_reaches_as_far_back_as_a_post():
    """And no further: to read the whole message again for each word would take the square of its length."""
    opened = "Elle m'a dit \" " + "bla " * 1_000

    assert quoted(opened, len(opened))
    assert not quoted(opened + "bla " * 1_000, len(opened) + 4_000)
