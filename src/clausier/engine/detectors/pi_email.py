"""An e-mail address, also written so that robots miss it: « jean (arobase) courriel (point) example ».

RFC 5321 bounds the parts (64 and 63 characters). The organisation's published addresses are no personal information,
nor are addresses of a service (info@, emplois@) at its own domains.
Mistaken for: credentials in a web address, handles of the fediverse (@me@server), image names (logo@2x.png), and the
placeholders of a form.
"""

import re
from functools import lru_cache

from clausier.engine.detector import Known, Pattern
from clausier.engine.text import fold

SERVICES = frozenset({
    "acces", "accesinfo", "accueil", "admin", "administration", "affaires", "aide", "billetterie", "board", "careers",
    "carrieres", "client", "clients", "comms", "communications", "conseil", "contact", "courrier", "dons",
    "donations", "emplois", "emploi", "equipe", "events", "evenements", "greffe", "help", "hello", "hr", "info",
    "infos", "information", "jobs", "legal", "loisirs", "maire", "mayor", "mairie", "media", "medias", "office",
    "permis", "plainte", "plaintes", "presse", "press", "privacy", "reception", "recrutement", "rh", "sales",
    "secretariat", "service", "services", "soutien", "support", "team", "urbanisme", "ventes", "vieprivee",
    "webmaster",
})  # fmt: skip
PLACEHOLDERS = frozenset({
    "adresse", "exemple", "example", "name", "nom", "prenom", "prenom.nom", "user", "utilisateur", "xxx", "your.name",
    "you", "vous",
})  # fmt: skip
FILES = ("png", "jpg", "jpeg", "gif", "svg", "webp")
HOST = r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}\.[a-z]{2,24}"
ENDS = r"(?:com|ca|org|net|fr|qc|edu|info|io|co|example)"
SPELT_AT = r" ?(?:[(\[](?:at|a|arobase|@)[)\]] ?|\barobase )"
SPELT_DOT = r"(?:\.|[(\[](?:dot|point)[)\]] ?| (?:[(\[](?:dot|point)[)\]] ?|(?:dot|point) ))"


def _valid(match: "re.Match[str]") -> bool:
    local, _, host = match[0].partition("@")
    if local in PLACEHOLDERS or host.endswith(FILES):
        return False
    word_before = match.string[max(0, match.start() - 200) : match.start()].rpartition(" ")[2]
    return "://" not in word_before


@lru_cache(maxsize=8)
def _listed(known: Known) -> tuple[frozenset[str], frozenset[str]]:
    facts = known.facts
    return frozenset(map(fold, facts.contacts.emails)), frozenset(map(fold, facts.domains))


def _public(match: "re.Match[str]", known: Known) -> bool:
    emails, domains = _listed(known)
    local, _, host = match[0].partition("@")
    return match[0] in emails or (local in SERVICES and host in domains)


DETECTORS = (
    Pattern(
        kind="pi.email",
        pattern=rf"(?<![\w.+%@/'-])[a-z0-9_][\w.+%'-]{{0,63}}@{HOST}(?![\w@-]|\.\w)",
        anchors=("@",),
        confidence=0.95,
        valid=_valid,
        public=_public,
    ),
    Pattern(
        kind="pi.email",
        pattern=rf"(?<![\w.+%-])[\w.+%-]{{1,64}}{SPELT_AT}[a-z0-9-]{{1,63}}(?:{SPELT_DOT}[a-z0-9-]{{2,24}}){{1,4}}(?!\w)",
        anchors=("(at)", "(a)", "(@)", "[at]", "[a]", "[@]", "arobase"),
        confidence=0.85,
    ),
    Pattern(
        kind="pi.email",
        pattern=(
            r"(?<![\w.+%-])(?:[\w+-]{1,30} (?:dot|point) )?[\w.+-]{2,40} (?:at|arobase|a commercial) [a-z0-9-]{2,40}"
            rf" (?:dot|point) {ENDS}(?!\w)"
        ),
        anchors=(" dot ", " point "),
        confidence=0.8,
    ),
    Pattern(
        kind="pi.email",
        pattern=rf"(?<![\w.+%@/'-])[a-z0-9_][\w.+-]{{1,63}}@ [a-z0-9-]{{2,63}}\.{ENDS}(?!\w)",
        anchors=("@ ",),
        confidence=0.8,
    ),
)
