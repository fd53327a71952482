"""A private key, from its BEGIN line (RFC 7468, OpenSSH, PGP) to the end of what was pasted of it.

The line alone is no key: advice about keys quotes it. So letters of the key must follow.
The pattern reads the folded text: editors turn the hyphens into dashes, which leaves the key as readable.
"""

import re
from collections.abc import Iterator

from clausier.engine.detector import Derived, Found, View

KIND = "secret.private-key"
NAME = r"(?:[a-z0-9]{1,10} ){0,3}private key(?: block)? ?-{2,6}"
BEGIN = re.compile(rf"-{{2,6}} ?begin {NAME}")
# Between two lines: a break, or one that a program wrote; the mark of a quotation.
BREAK = r"(?:[\s>|\"']|\\[nr]){0,8}"
LINE = re.compile(rf"{BREAK}[a-z0-9+/=]{{10,4000}}(?![a-z0-9+/=])|{BREAK}[a-z0-9+/=]{{4,9}}(?= ?\.\.| \.)")
END = re.compile(rf"{BREAK}(?:[a-z0-9+/=]{{1,9}}{BREAK})?-{{2,6}} ?end {NAME}")


def _look(view: View) -> Iterator[Found]:
    text = view.text.folded
    for begin in BEGIN.finditer(text):
        end = _end(text, begin.end())
        if end > begin.end():
            yield Found(KIND, begin.start(), end, 0.95)


def _end(text: str, end: int) -> int:
    while line := LINE.match(text, end):
        end = line.end()
    last = END.match(text, end)
    return last.end() if last else end


DETECTORS = (Derived(kinds=(KIND,), look=_look, anchors=("private key",)),)
