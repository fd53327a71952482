"""Whether a name means whom it names: the town, or only where something is, or somebody else who wears its name."""

import re

from clausier.engine.dealings import is_a_place
from clausier.engine.detector import Found, View

_WHERE = re.compile(
    r"(?<!\w)(?:in|(?<!chapeau )(?<!merci )(?<!bravo )a|near|around|downtown|pres de|autour de|au centre de) \Z"
)
# A name by itself says nothing where it tells a place or a page.
_AT = re.compile(
    r"(?<!\w)(?:(?<!merci )(?<!bravo )(?<!chapeau )(?<!grace )a|at|(?<!thanks )to"
    r"|from|in|near|outside|behind|inside|devant|derriere|dans|vers"
    r"|(?:page|sites?|comptoir|stationnement|compte|counter|website|parking) (?:web )?(?:de|of|a|at))"
    r" (?:the |l'|la |le )?\Z"
)
_WARM = re.compile(r"[☀-➿🌀-🫿]")  # a heart or a snowflake says more than where
_PAGE = re.compile(r"(?:'s)? (?:hall )?(?:page|web ?site|site|counter|comptoir|parking|account|agenda|calendar)(?!\w)")
# "Projet Val-Bleu", "Dojo Val-Bleu": somebody else who wears the name of the town.
_BEARER = re.compile(
    r"(?<!\w)(?:projet|parti|equipe|club|garage|ecole|college|cegep|hopital|eglise|paroisse|chorale|dojo|hotel|motel"
    r"|auberge|pharmacie|clinique|coalition|mouvement|alliance|team|project|party|school|church|hospital"
    r"|inn|pharmacy|clinic|choir) (?:de |of )?\Z"
)
_PROPER = re.compile(r"[A-ZÀÂÇÉÈÊÎÔÛ]|^[@#]")


def is_meant(view: View, named: Found, *, given: bool) -> bool:
    """Tell whether a name means whom it names: it may be a part of an address, a code name or a key, or say where.

    "The best tacos in Val-Bleu" are no praise of the town, except by whom it gave the tacos (``given``).
    """
    if any(named.start < each.end and each.start < named.end for each in view.of("pi.address", "conf.", "secret.")):
        return False
    if named.kind == "about.organization" and _BEARER.search(view.text.folded, 0, named.start):
        return False
    if named.kind != "about.organization" or given or not is_a_place(view.known):
        return True
    return _WHERE.search(view.text.folded, 0, named.start) is None


def is_where(view: View, named: Found) -> bool:
    """Tell whether a name only says where something happens or is told: at the pool, on the page of the town."""
    text = view.text.folded
    somewhere = (named.kind == "about.offering" or is_a_place(view.known)) and not _WARM.search(view.text.raw)
    return (somewhere and _AT.search(text, 0, named.start) is not None) or _PAGE.match(text, named.end) is not None


def is_proper(view: View, named: Found) -> bool:
    """Tell whether a name has its capital or its sign: "snow removal" in lower case is anybody's."""
    start, end = view.text.span(named.start, named.end)
    return _PROPER.search(view.text.raw[start:end]) is not None
