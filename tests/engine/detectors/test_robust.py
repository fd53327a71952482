"""No text takes a detector down, and what is found lies in the text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from engine.detectors.run import known, look, scanner

PIECES = [
    *sorted({literal for each in scanner(known()).detectors for literal in each.literals(known())})[::7],
    *"0123456789 @.:/-+()«»#\n",
    "130 692 544", "FR14", "-----BEGIN PRIVATE KEY-----", "://a:b@", "né le ", "rue ", "mot de passe : ",
    "\u200b", "ﬁ", "½",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@given(TEXTS)
def test_any_text_is_read(text):
    """Spans are in order, inside the folded text, and lead back inside the text as written."""
    view = look(text)
    for found in view.found:
        start, end = view.text.span(found.start, found.end)
        assert 0 <= found.start <= found.end <= len(view.text.folded)
        assert 0 <= start <= end <= len(text)
        assert 0 < found.confidence <= 1


@given(TEXTS)
def test_signals_of_a_kind_do_not_overlap(text):
    """A number is told once, whichever of the patterns saw it."""
    found = look(text).found
    for kind in {each.kind for each in found}:
        ends = [(each.start, each.end) for each in found if each.kind == kind]
        assert all(one[1] <= other[0] for one, other in pairwise(ends))
