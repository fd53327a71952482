"""A disguised message is read without its disguise, with the way back to the offsets of the message."""

import pytest

from clausier.engine.deobfuscation import plain_of


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("what an 1d10t", "what an idiot"),
        ("what an i d i o t !", "what an idiot !"),
        ("un c.r.e.t.i.n fini", "un cretin fini"),
        ("quel m*ron", "quel moron"),
        ("cr3t1n", "cretin"),
        ("mooooron", "moron"),
        ("crééétin".replace("é", "e"), "cretin"),
        ("stuuuupid", "stupid"),
        ("yesssss", "yes"),
    ],
)
def test_reads_through_the_disguise(written, read):
    """Digits and signs for letters, letters apart, masks and repeated letters are read as the word they hide."""
    plain = plain_of(written)
    assert plain is not None
    assert plain.text == read


@pytest.mark.parametrize("text", ["Au 12, rue des Pins.".lower(), "moron", "rendez-vous a 14 h", "h2x 1y4", ""])
def test_leaves_plain_messages_alone(text):
    """A message without a disguise is not read again."""
    assert plain_of(text) is None


@pytest.mark.parametrize("written", ["oh, what an 1d10t !", "oh, an i d i o t !", "oh, an iiiidiot !"])
def test_knows_the_way_back(written):
    """The span of a word without its disguise is the span of the disguised word."""
    plain = plain_of(written)
    start = plain.text.index("idiot")
    begin, end = plain.folded(start, start + len("idiot"))
    assert written[begin:end] == written[written.index("an ") + 3 : written.index(" !")]
    assert len(plain.places) == len(plain.text)
