"""The grounds on which a text removes comments, and how its moderation works."""

import re
from typing import NamedTuple

from clausier.auditing.readings import INSIDER, Document, Reading

A_PRIORI, A_POSTERIORI, BOTH, UNSPECIFIED = "a_priori", "a_posteriori", "both", "unspecified"
_BEFORE = re.compile(
    r"\b(?:a priori|avant (?:leur |sa |toute |d'etre )?(?:publi|mis)|validee? par l'equipe|pre-?moderat|before (?:they|it|being|comments?|posts?)[\w ]{0,30}"
    r"(?:publish|appear|post)|apres une verification|reviewed before|approved before)"
)
_AFTER = re.compile(
    r"\b(?:a posteriori|apres leur publication|post-?moderat|after (?:they|it|being|publication)|(?:right|droit)[\w' ]{0,24} (?:remove|delete|hide|retirer|supprimer|moderer|masquer)"
    r"|(?:will|may|seront|sera) (?:be )?(?:\w+ ){0,2}(?:removed?|deleted?|hidden|supprimee?s?|retiree?s?)|(?:nous|we|moderat\w+|administrat\w+) (?:retirons|supprimons|masquons|effacons|retirent|suppriment|remove|delete|hide)|bannis|suppression du message)"
)
_BOUND = re.compile(r"[,;:.]|\b(?:and|or|et|ou)\b")


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
    return each.addressee != INSIDER and any(heading.removes for heading in each.headings) and each.is_item


def mode(document: Document) -> str:
    """Return how comments are moderated: before they appear, after, both, or it is not said."""
    said = [each.passage.said for each in document.body]
    before = any(map(_BEFORE.search, said))
    after = any(map(_AFTER.search, said))
    return BOTH if before and after else A_PRIORI if before else A_POSTERIORI if after else UNSPECIFIED
