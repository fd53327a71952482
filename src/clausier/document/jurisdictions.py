"""Where a policy applies: codes of countries (``CA``), of their parts (``CA-QC``), ``EU`` and ``INT``."""

import re

from clausier.document.folding import fold
from clausier.document.packs import JURISDICTIONS
from clausier.document.problems import nearest

# The parts of countries that a writer may name, in either language; any other is known by its ISO 3166 code.
PARTS = {
    "CA-AB": ("Alberta",),
    "CA-BC": ("Colombie-Britannique", "British Columbia"),
    "CA-MB": ("Manitoba",),
    "CA-NB": ("Nouveau-Brunswick", "New Brunswick"),
    "CA-NL": ("Terre-Neuve-et-Labrador", "Newfoundland and Labrador"),
    "CA-NS": ("Nouvelle-Écosse", "Nova Scotia"),
    "CA-NT": ("Territoires du Nord-Ouest", "Northwest Territories"),
    "CA-NU": ("Nunavut",),
    "CA-ON": ("Ontario",),
    "CA-PE": ("Île-du-Prince-Édouard", "Prince Edward Island"),
    "CA-SK": ("Saskatchewan",),
    "CA-YT": ("Yukon",),
    "GB-ENG": ("Angleterre", "England"),
    "GB-NIR": ("Irlande du Nord", "Northern Ireland"),
    "GB-SCT": ("Écosse", "Scotland"),
    "GB-WLS": ("pays de Galles", "Wales"),
}
# Short forms that look like the code of a country and are none.
SHORT = {"UK": "GB", "QC": "CA-QC", "ON": "CA-ON", "USA": "US"}
_SHAPE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_NAMES = {code: (label.fr, label.en) for code, label in JURISDICTIONS.items()} | PARTS
_CODES = {fold(name): code for code, names in _NAMES.items() for name in (code, *names)}
_CODES |= {fold(name): code for name, code in SHORT.items()}


def is_jurisdiction(code: str) -> bool:
    """Tell whether a code is one of ours, or has the shape of a country's or of a part's."""
    return code in JURISDICTIONS or (code not in SHORT and _SHAPE.fullmatch(code) is not None)


def meant(name: str) -> str | None:
    """Return the code of the place that a name or a short form stands for."""
    close = nearest(fold(name), _CODES)
    return _CODES[close] if close else None
