"""An internet address (IPv4 or IPv6) that may lead to a person's connection.

Mistaken for: version numbers, sections of a document, and addresses that identify nobody: private and local ranges
(RFC 1918, 4193), masks, and the public resolvers that everybody quotes.
"""

import re
from ipaddress import ip_address, ip_network

from clausier.engine.detector import Pattern

NOBODY = tuple(map(ip_network, (
    "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3",
    "1.1.1.1", "1.0.0.1", "8.8.8.8", "8.8.4.4", "9.9.9.9", "::/8", "fc00::/7", "fe80::/10", "ff00::/8",
)))  # fmt: skip
OTHER_NUMBERS = (
    "version", "versions", "v", "ver", "build", "release", "firmware", "maj", "mise a jour", "section", "article",
    "art", "norme", "update", "clause", "chapter", "chapitre",
)  # fmt: skip


def _valid(match: "re.Match[str]") -> bool:
    try:
        address = ip_address(match[0])
    except ValueError:
        return False
    return not any(address in network for network in NOBODY if network.version == address.version)


DETECTORS = (
    Pattern(
        kind="pi.ip-address",
        pattern=r"(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\w)",
        together=4,
        confidence=0.8,
        valid=_valid,
        unwanted=OTHER_NUMBERS,
        near=16,
    ),
    Pattern(
        kind="pi.ip-address",
        pattern=r"(?<![\w:.])[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){2,7}(?:::)?(?![\w:]|\.\d)",
        anchors=(":",),
        digits=3,
        confidence=0.8,
        valid=_valid,
    ),
)
