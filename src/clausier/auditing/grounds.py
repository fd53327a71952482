"""The grounds on which a text removes comments, and how its moderation works."""

from typing import NamedTuple

from clausier.auditing.readings import INSIDER, Document, Reading

A_PRIORI, A_POSTERIORI, BOTH, UNSPECIFIED = "a_priori", "a_posteriori", "both", "unspecified"


class Ground(NamedTuple):
    """Words on which comments are removed, by their kind."""

    start: int
    end: int
    kind: str


def grounds(document: Document) -> list[Ground]:
    """Return the grounds of removal in the order of the text."""
    told: dict[tuple[int, str], Ground] = {}
    for each in document.body:
        if not is_ground(each):
            continue
        for name, kind in each.cues:
            if name == "grounds":
                start, end = each.places("grounds", kind)[0]
                start, end = each.passage.span(start, end)
                if each.opening and each.is_item:
                    start, end = each.passage.start, each.passage.end
                told[each.passage.start, kind] = Ground(start, end, kind)
    return sorted(told.values())


def is_ground(each: Reading) -> bool:
    """Tell whether a passage says what is removed: itself, or as an item of a list that such a line opens."""
    if each.removes and each.addressee != INSIDER:
        return True
    if each.listed_for_removal:
        return each.named != INSIDER
    if each.opening and each.opening.asks_the_public:
        return each.addressee != INSIDER
    return each.addressee != INSIDER and any(heading.removes for heading in each.headings) and each.is_item


def mode(document: Document) -> str:
    """Return how comments are moderated: before they appear, after, both, or it is not said."""
    before = any(each.has("moderation", "before") and each.named != INSIDER for each in document.body)
    after = any(each.has("moderation", "after") and each.has("comments", "removal") for each in document.body)
    return BOTH if before and after else A_PRIORI if before else A_POSTERIORI if after else UNSPECIFIED
