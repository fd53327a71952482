"""Whether somebody lives at an address: the words around it, which tell a home from a shop, a work or an event.

Words of living (``library/words/living``) and what only a home has (« mon sous-sol ») tell it, as do the name of a
person just before it, or their telephone beside it. Words of sending (« livrez », "my address") count where nothing
tells of a public place; a public place that is named nearer than a word of living speaks against it.
"""

import re
from functools import cache

from clausier.engine.detector import View
from clausier.engine.people import CERTAIN, people
from clausier.engine.text import Text, fold
from clausier.engine.words import both

NEAR, AROUND, BEHIND = 110, 75, 60
# A person named just before: two capitals that no public place follows or precedes.
PERSON = re.compile(
    r"(?:(?:M|Mr|Mme|Mlle|Me|Dr|Mrs|Ms)\.?|[A-ZÀ-Þ][\w'’-]{1,20})\s(?:[A-ZÀ-Þ][\w'’-]{1,25}|[A-ZÀ-Þ]\.)\s?[,:(/–-]{0,2}\s?$"
)
SHOP = re.compile(
    r"\W{1,3}(?i:l[ea]s?|l['’]|the|un|une|a|an)?\s?(?i:d[ée]panneur|magasin|boutique|[ée]cole|store|shop|school)"
)
HOURS = re.compile(r"\W{1,3}(?:(?:de|from|à|at|dès|a)\s)?\d{1,2}\s?(?:h|:\d\d|am|pm|a\.m|p\.m)(?![a-z])")
# Somebody's telephone, e-mail or birth stands beside it.
CONTACT_BEFORE = re.compile(r"(?:@[\w.-]{4,40}|\d{3}[ .)-]{1,2}\d{4})\s?[,;:|/)–-]{0,2}\s?$")
CONTACT_AFTER = re.compile(
    r"\W{1,4}(?i:t[ée]l|cell|phone|mobile|ph|dob|ddn|n[ée]e?|born|nas|sin|ssn|nam|courriel|e-?mail)(?!\w)"
    r"|\W{1,4}\(?\d{3}[ .)-]{1,2}\d{3}[ .-]\d{4}|\W{1,4}[\w.+-]{2,40}@"
)
# What only a home has, with the word that says whose it is; or the home of a relative.
HOMELY = re.compile(
    r"(?<!\w)(?:mon|ma|mes|notre|nos|votre|son|sa|ses|leur|leurs|ton|ta|my|our|his|her|their|your)"
    r" (?:\w{2,12} ){0,2}(?:sous-sol|cave|toit|toiture|entree|cour|cabanon|terrain|bac|bacs|poubelles?|trottoir|maison"
    r"|logement|appart\w*|loyer|sonnette|porte|fenetres?|garage|balcon|galerie|fournaise|plancher|salon|chambre|cuisine"
    r"|lit|chauffage|colis|boite aux lettres|compteur|cloture|haie|chien|chat|facture|duplex|triplex|adresse"
    r"|driveway|sidewalk|basement|roof|lawn|yard|backyard|fence|hedge|mailbox|door|windows?|balcony|porch|furnace"
    r"|kitchen|bedroom|bathroom|couch|bins?|garbage|doorbell|house|home|flat|apartment|condo|place|address|cottage"
    r"|mamie|papi|grand-maman|grand-papa|grandma|grandpa|nan|in-laws|belle-mere|beau-pere|ex)(?!\w)"
)
PERSON_BEFORE, PERSON_NEAR, HOME, BESIDE, PLACE = 0.45, 0.35, 0.35, 0.3, 0.5


def lived_in(view: View, start: int, end: int) -> float:
    """Return what the words around an address, at a span of the folded text, add to how surely it is a home."""
    first, last = view.text.span(start, end)
    before, after = view.text.raw[max(0, first - NEAR) : first], view.text.raw[last : last + BEHIND]
    if SHOP.match(after):
        return -1.0
    person = PERSON.search(before[-BEHIND:])
    named = person is not None and not _words("public-places").search(fold(person[0]))
    sure = PERSON_BEFORE if named else PERSON_NEAR if _is_somebody_near(before) else 0.0
    if CONTACT_BEFORE.search(before[-BEHIND:]) or CONTACT_AFTER.match(after):
        sure += BESIDE
    return sure + _told(*view.around(start, end, AROUND), named=named, hours=HOURS.match(after) is not None)


def _told(before: str, after: str, *, named: bool, hours: bool) -> float:
    """Return what the folded words before and after an address say of it; ``named`` when a person stands before it."""
    lived, place = _last("living", before), _last("public-places", before)
    against = PLACE if place >= max(lived, 0) and not named else 0.0
    if lived >= 0 or _words("living").search(after) or HOMELY.search(before) or HOMELY.search(after):
        return HOME - against
    public = hours or (place >= 0 and not named) or _words("public-places").search(after)
    sent = _words("sending").search(before) or _words("sending").search(after)
    return (HOME if sent and not public else 0.0) - against


@cache
def _words(name: str) -> "re.Pattern[str]":
    """Return an expression for the words of a list; a star at the end of one stands for all that begin so."""
    return re.compile(r"(?<!\w)(?:" + "|".join(each.replace("*", r"\w*") for each in both(name)) + r")(?!\w)")


def _last(name: str, text: str) -> int:
    """Return where the last word of a list ends, or -1."""
    return max((match.end() for match in _words(name).finditer(text)), default=-1)


def _is_somebody_near(before: str) -> bool:
    text = Text(before)
    return any(each.sure >= CERTAIN for each in people(text, 0, len(text.folded)))
