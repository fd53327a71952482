"""What an audit gives to a draft."""

from clausier.auditing.cues import ELEMENT_LISTS
from clausier.auditing.drafting import found_in

HOURS = (
    "We answer during office hours:\n- Monday to Thursday, 9 to 4;\n- Friday, 9 to 12.\n\nSome people write at night."
)


def _audit(*said: str) -> dict[str, object]:
    absent = {name: {"status": "absent", "to": None, "quotes": [], "passages": []} for name in ELEMENT_LISTS}
    passages = [{"text": each, "start": HOURS.index(each), "end": HOURS.index(each) + len(each)} for each in said]
    responses = {"status": "covered", "to": None, "quotes": passages[:1], "passages": passages}
    return {"language": "en", "broad": [], "elements": absent | {"responses": responses}}


def test_the_items_of_a_list_stay_with_the_line_above() -> None:
    line, first, last, apart = HOURS.replace("- ", "").replace("\n\n", "\n").split("\n")
    found = found_in(_audit(apart, last, line, first))
    assert [each.text for each in found.passages] == [f"{line} {first} {last}", apart]


def test_an_item_whose_line_is_not_taken_stands_alone() -> None:
    found = found_in(_audit("Friday, 9 to 12.", "Some people write at night."))
    assert [each.text for each in found.passages] == ["Friday, 9 to 12.", "Some people write at night."]
