"""A web address or connection string that carries a user and a password (RFC 3986, userinfo).

Mistaken for: the placeholders of a documentation (user:password@host, <user>, $VARIABLE, ****).
"""

import re

from clausier.engine.detector import Pattern

PLACEHOLDERS = frozenset({
    "password", "passwd", "pass", "motdepasse", "mot_de_passe", "mdp", "secret", "changeme", "token", "xxx", "xxxx",
    "example",
})  # fmt: skip


def _valid(match: "re.Match[str]") -> bool:
    password = match["password"]
    if password in PLACEHOLDERS or password[0] in "<[{$":
        return False
    return not set(password) <= set("*x.•-_")


DETECTORS = (
    Pattern(
        kind="secret.url-credentials",
        pattern=(
            r"(?<![\w+.-])[a-z][a-z0-9+.-]{1,20}://[^\s/:@'\"<>]{0,64}:(?P<password>[^\s/@'\"]{1,128})"
            r"@[a-z0-9.\[\]-]{1,253}(?::\d{1,5})?(?:/[^\s'\"`<>)»,;]{0,255}(?<![.!?]))?(?<![.:-])"
        ),
        anchors=("://",),
        confidence=0.95,
        valid=_valid,
    ),
)
