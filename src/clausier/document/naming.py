"""The name of an organization: as a list of names, as it reads within a sentence, as an identifier."""

import re
from collections.abc import Iterable, Mapping

from clausier.document.folding import fold
from clausier.document.model import Localized

# The article of the names that begin with these words; any other name reads as it is.
ARTICLES: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "la ": "banque|caisse|chambre|clinique|commission|compagnie|coopérative|corporation|fédération|fondation|"
        "ligue|maison|municipalité|paroisse|régie|société|ville",
        "le ": "bureau|canton|centre|cégep|club|collège|comité|conseil|groupe|ministère|musée|parti|regroupement|"
        "réseau|service|syndicat|théâtre|village",
        "l'": "administration|agence|alliance|association|école|entreprise|équipe|hôpital|institut|office|ordre|"
        "organisation|organisme|union|université",
        "les ": "ateliers|entreprises|laboratoires|services",
    },
    "en": {
        "the ": "association|bank|borough|city|college|corporation|county|department|foundation|institute|ministry|"
        "municipality|office|parish|society|town|township|university|village",
    },
}
DEFAULT_ID = "organization"


def called(name: str, languages: Iterable[str]) -> Localized:
    """Return the name with the article that a sentence of each language gives it: *la* Ville de Val-Bleu."""
    return Localized({language: _article(name, language) + name for language in languages})


def _article(name: str, language: str) -> str:
    articles = ARTICLES.get(language, {}).items()
    return next((article for article, words in articles if re.match(rf"({words})\b", name, re.IGNORECASE)), "")


def slug(name: str, default: str = DEFAULT_ID) -> str:
    """Return an identifier made of the letters and digits of a name, without their accents."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(name))) or default
