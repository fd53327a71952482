"""Typography: the no-break spaces of French, so that no mark and no unit begins a line, and apostrophes."""

import re

_BEFORE_MARK = re.compile(r" (?=[:»%])|(?<=«) ")
_IN_NUMBER = re.compile(r"(?<=\d) (?=h\b|\$|\d\d\b)")
_APOSTROPHE = re.compile(r"(?<=\w)'")


def curled(text: str) -> str:
    """Return the text with the apostrophes of print."""
    return _APOSTROPHE.sub("’", text)


def typeset(text: str, language: str) -> str:
    """Return the text with the no-break spaces of French; other languages need none."""
    return _IN_NUMBER.sub("\u00a0", _BEFORE_MARK.sub("\u00a0", text)) if language == "fr" else text
