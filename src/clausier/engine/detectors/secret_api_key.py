"""A key or token that opens a service, known by its prefix, or announced as a key and random enough.

The prefixes, alphabets and lengths are facts ported from the rules of gitleaks (MIT, see NOTICE); lengths are taken
short, since people cut what they paste. Other keys need words that announce one and letters with digits in disorder.
Mistaken for: placeholders (YOUR_API_KEY, xxxx), identifiers of commits and files, and sentences about keys.
"""

import re
from itertools import pairwise

from clausier.engine.detector import Pattern
from clausier.engine.text import fold

ANY, HEX, BASE, UPPER = r"[A-Za-z0-9_-]", r"[a-f0-9]", r"[A-Za-z0-9+/=_-]", r"[A-Z0-9]"
# prefix: alphabet of the rest, least length of the rest.
PREFIXES = {
    "A3T": (UPPER, 16), "AKIA": (UPPER, 14), "ASIA": (UPPER, 14), "ABIA": (UPPER, 14), "ACCA": (UPPER, 14),
    "ABSK": (BASE, 60), "AIza": (ANY, 28), "ya29.": (ANY, 20), "GOCSPX-": (ANY, 20), "ghp_": (ANY, 16),
    "gho_": (ANY, 16), "ghu_": (ANY, 16), "ghs_": (ANY, 16), "ghr_": (ANY, 16), "github_pat_": (ANY, 20),
    "glpat-": (ANY, 14), "gldt-": (ANY, 14), "glrt-": (ANY, 14), "glptt-": (HEX, 20), "glcbt-": (ANY, 14),
    "glft-": (ANY, 14), "gloas-": (ANY, 24), "glagent-": (ANY, 24), "glsoat-": (ANY, 14), "xoxb-": (ANY, 10),
    "xoxp-": (ANY, 10), "xoxa-": (ANY, 10), "xoxr-": (ANY, 10), "xoxs-": (ANY, 10), "xoxe-": (ANY, 10),
    "xoxe.": (r"[A-Za-z0-9.-]", 14), "xapp-": (ANY, 10), "sk_live_": (ANY, 10), "sk_test_": (ANY, 10),
    "sk_prod_": (ANY, 10), "rk_live_": (ANY, 10), "rk_test_": (ANY, 10), "pk_live_": (ANY, 10),
    "pk_test_": (ANY, 10), "whsec_": (BASE, 16), "sk-ant-": (ANY, 20), "sk-proj-": (ANY, 20),
    "sk-svcacct-": (ANY, 20), "sk-admin-": (ANY, 20), "sk-": (r"[A-Za-z0-9]", 32), "hf_": (r"[A-Za-z0-9]", 24),
    "api_org_": (r"[A-Za-z0-9]", 24), "gsk_": (ANY, 24), "pplx-": (ANY, 24), "npm_": (ANY, 24), "pypi-": (ANY, 40),
    "rubygems_": (HEX, 30), "dop_v1_": (HEX, 30), "doo_v1_": (HEX, 30), "dor_v1_": (HEX, 30), "dapi": (HEX, 32),
    "dckr_pat_": (ANY, 20), "HRKU-": (ANY, 30), "hvs.": (ANY, 24), "hvb.": (ANY, 60), "shpat_": (HEX, 24),
    "shpca_": (HEX, 24), "shppa_": (HEX, 24), "shpss_": (HEX, 24), "sq0atp-": (ANY, 20), "sq0csp-": (ANY, 20),
    "SG.": (r"[A-Za-z0-9_.-]", 30), "xkeysib-": (ANY, 40), "key-": (HEX, 32), "lin_api_": (ANY, 24),
    "ntn_": (ANY, 30), "PMAK-": (ANY, 30), "pul-": (HEX, 30), "glsa_": (ANY, 24), "glc_": (BASE, 30),
    "sntrys_": (BASE, 30), "sntryu_": (HEX, 30), "EAAC": (ANY, 60), "EAAM": (ANY, 60), "FLWSECK_TEST-": (ANY, 12),
    "AGE-SECRET-KEY-1": (UPPER, 40), "ops_eyJ": (BASE, 60), "SK": (HEX, 32), "LTAI": (r"[A-Za-z0-9]", 16),
    "tk-us-": (ANY, 24), "sgp_": (ANY, 30), "duffel_": (ANY, 30), "dt0c01.": (r"[A-Z0-9.]", 30), "phc_": (ANY, 30),
    "PRIVATE-TOKEN-": (ANY, 14),
}  # fmt: skip
KNOWN = "|".join(f"{re.escape(prefix)}{rest}{{{least},300}}" for prefix, (rest, least) in PREFIXES.items())
# Anchor: form, for the keys that a prefix does not tell.
FORMS = {
    "eyj": r"eyJ[\w-]{15,2000}\.eyJ[\w-]{15,4000}(?:\.[\w-]{0,1000})?",
    "hooks.slack": r"hooks\.slack\.com/(?:services|workflows|triggers)/[\w/]{20,80}",
    "/api/webhooks/": r"discord(?:app)?\.com/api/webhooks/\d{15,22}/[\w-]{40,100}",
    ":aa": r"\d{8,10}:AA[\w-]{30,40}",
    "-us": r"[a-f0-9]{32}-us\d{1,2}",
    "q~": r"[\w~.]{3}\dQ~[\w~.-]{20,40}",
    "accountkey": r"AccountKey=[\w+/=]{40,100}",
}
ANNOUNCED = (
    r"(?i:api[ _-]?(?:key|token|secret)|cl[ée]s? (?:d['’]?\s?)?api|cl[ée]s? d['’]acc[èe]s|access[ _-]?(?:key|token)"
    r"|(?:client|app)[ _-]secret|secret[ _-]?key|cl[ée] secr[èe]te|auth[ _-]?token|bearer|jeton|token)"
)
FEWEST_CHANGES, FEWEST_CHARACTERS = 4, 6
PLACEHOLDER = re.compile(r"(?i:your|votre|example|exemple|x{4}|insert|replace|123456789)")
EQUALS = r"[:=→>]{1,3}\s?"
LINK = rf"(?:\s[\w'’()-]{{1,12}}){{0,3}}?(?:{EQUALS}|\s(?:{EQUALS}|(?i:est|is|c['’]est)\s)?)[\"'`«“]?\s?"


def _random(match: "re.Match[str]") -> bool:
    """Tell whether letters and digits change places often, as no word does."""
    value = match["value"]
    changes = sum(one.isdigit() != other.isdigit() for one, other in pairwise(value))
    return not PLACEHOLDER.search(value) and changes >= FEWEST_CHANGES and len(set(value)) >= FEWEST_CHARACTERS


def _varied(match: "re.Match[str]") -> bool:
    return not PLACEHOLDER.search(match[0]) and len(set(match[0][-12:])) >= FEWEST_CHARACTERS


DETECTORS = (
    Pattern(
        kind="secret.api-key",
        pattern=rf"(?<![\w-])(?:{'|'.join((KNOWN, *FORMS.values()))})(?<!-)",
        anchors=tuple(fold(prefix) for prefix in (*PREFIXES, *FORMS)),
        raw=True,
        confidence=0.95,
        valid=_varied,
    ),
    Pattern(
        kind="secret.api-key",
        pattern=rf"(?<!\w){ANNOUNCED}{LINK}(?P<value>[A-Za-z0-9_+/=~-]{{16,100}})(?![\w@])",
        anchors=("api", "cle", "key", "secret", "token", "bearer", "jeton"),
        raw=True,
        group="value",
        confidence=0.8,
        valid=_random,
    ),
)
