"""A private key, from its BEGIN line (RFC 7468, OpenSSH, PGP) to the end of what was pasted of it.

The line alone is no key: advice about keys quotes it. So letters of the key must follow.
The pattern reads the folded text: editors turn the hyphens into dashes, which leaves the key as readable.
"""

from clausier.engine.detector import Pattern

BREAK = r"(?:\\n|\\r|[\s>|\"'+]){0,6}"

DETECTORS = (
    Pattern(
        kind="secret.private-key",
        pattern=(
            rf"-{{2,6}} ?begin (?:[a-z0-9]{{1,10}} ){{0,3}}private key(?: block)? ?-{{2,6}}{BREAK}"
            rf"[a-z0-9+/=]{{10,}}(?:{BREAK}[a-z0-9+/=]{{12,}}){{0,400}}"
            rf"(?:{BREAK}[a-z0-9+/]{{0,11}}={{1,2}})?"
            rf"(?:{BREAK}-{{2,6}} ?end (?:[a-z0-9]{{1,10}} ){{0,3}}private key(?: block)? ?-{{2,6}})?"
        ),
        anchors=("private key",),
        confidence=0.95,
    ),
)
