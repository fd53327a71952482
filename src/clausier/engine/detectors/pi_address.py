"""The postal address of a private person, as Quebec, the rest of Canada, France and the United States write it.

A number, a kind of street and its name are not enough: shops, schools and works have addresses too. It takes a flat
number, a postal code, a person named just before, their telephone or e-mail beside it, or words of living nearby.
Words of sending (« livrez », "my address") count where nothing tells of a public place.
Mistaken for: places of works and events, public buildings, and the organisation's own addresses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clausier.engine.detector import Detector, Found, Hit, Known, Pattern, View
from clausier.engine.homes import lived_in
from clausier.engine.streets import (
    BARE,
    BEGIN,
    BOXED,
    ENGLISH,
    FRENCH,
    LIVED,
    LOWER,
    NUMBERED,
    ORDINAL,
    REVERSED,
    RURAL,
    whole,
)
from clausier.engine.text import fold

KIND = "pi.address"
FLAT = re.compile(r"(\d{1,4}) ?- ?(\d{1,5})")
COMPLETE, PLACED = 0.45, 0.2  # a flat or a postal code, or a town: it is written to find somebody


@dataclass(frozen=True)
class Street(Pattern):
    """A way to begin an address, which is read to its end; its ``confidence`` is what the words around add to."""

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the whole addresses where somebody lives."""
        del hits
        raw = view.text.raw
        for match in self._matches(view):
            address = whole(raw, *match.span(self.group))
            start, end = view.text.folded_span(address.start, address.end)
            sure = self.confidence + lived_in(view, start, end)
            if address.code or address.flat or _is_flat(match[self.group]):
                sure += COMPLETE
            elif address.town:
                sure += PLACED
            if end > start and sure > 0 and not _is_public(raw[match.start(self.group) : address.end], view.known):
                yield Found(self.kind, start, end, round(min(sure, 1.0), 3))


def _is_flat(street: str) -> bool:
    """Tell whether the first of two numbers is that of a flat: no range of houses counts down."""
    numbers = FLAT.match(street)
    return numbers is not None and int(numbers[1]) > int(numbers[2])


@lru_cache(maxsize=8)
def _listed(known: Known) -> tuple[str, ...]:
    return tuple(_plain(address) for address in known.facts.contacts.addresses)


def _plain(address: str) -> str:
    return " ".join(fold(address).replace(",", " ").split())


def _is_public(address: str, known: Known) -> bool:
    return _plain(address).startswith(_listed(known))


def _street(
    pattern: str, anchors: tuple[str, ...] = (), *, digits: int = 1, group: int | str = 0, least: float = 0.3
) -> Street:
    return Street(
        kind=KIND,
        pattern=pattern,
        anchors=anchors,
        raw=True,
        digits=digits,
        group=group,
        confidence=least,
    )


STREETS = (
    *(_street(f"{BEGIN}(?>{street})") for street in (FRENCH, ENGLISH, LOWER, ORDINAL, NUMBERED)),
    _street(rf"(?<!\w){REVERSED}(?=,\s)", least=-0.1),
)
# The first letters, up to any other sign, of each kind of street in the patterns above.
KINDS = frozenset({
    "rue", "avenue", "av", "boulevard", "boul", "bd", "blvd", "chemin", "ch", "montee", "mtee", "rang",
    "route", "rte", "allee", "impasse", "place", "pl", "quai", "cours", "cote", "terrasse", "square",
    "croissant", "promenade", "ruelle", "sentier", "passage", "faubourg", "rond", "hameau", "r", "street",
    "road", "drive", "lane", "court", "crescent", "way", "terrace", "circle", "trail", "parkway", "row",
    "close", "highway", "mews", "gardens", "heights", "hill", "grove", "walk", "gate", "st", "ave", "rd",
    "dr", "ln", "ct", "cres", "pkwy", "hwy", "path", "loop", "ridge", "landing", "green", "common",
    "sideroad", "terr", "cir", "concession", "line",
})  # fmt: skip


class Streets(Detector):
    """The addresses, in a message that has a number and names a kind of street."""

    kinds = (KIND,)
    digits = 1
    placed = False

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield what the patterns find."""
        if not KINDS.isdisjoint(view.text.letters):
            for street in STREETS:
                yield from street.find(view, hits)


DETECTORS = (
    Streets(),
    _street(f"{BEGIN}(?>{BARE})", (" app", " apt", "unit", "#", "logement", "porte", "condo", "chambre"), digits=2),
    _street(
        LIVED,
        ("live", "living", "resid", "stay", "moved", "house", "home", "place", "address", "adresse", "habit", "reste",
         "voisin", "neighb", "next door", "maison", "bungalow", "condo",
         "demeur", "demenag"),
        group="street",
        least=0.3,
    ),
    _street(
        BOXED,
        ("box ", "casier postal", "case postale", "boite postale", "c.p.", "cp ", "c.p ", "c. p.", "b.p.", "bp ",
         "poste restante", "general delivery"),
        group="street",
        least=-0.05,
    ),
    _street(RURAL, ("rr ", "r.r.", "r. r.", "route rurale", "rural route"), group="street"),
)  # fmt: skip
