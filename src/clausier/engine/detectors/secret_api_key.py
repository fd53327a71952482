"""A key or token that opens a service: known by its form, named beside its service, or announced as a key.

The forms are those of ``library/keys.txt``: prefixes, alphabets and lengths, facts ported from the rules of gitleaks
(MIT, see NOTICE); people cut what they paste, so the forms with a prefix are taken shorter too. Other keys need the
words of a key before them, and letters with digits in disorder.
Mistaken for: placeholders (YOUR_API_KEY, xxxx), identifiers of commits and files, and sentences about keys.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from math import log2

from clausier.engine.detector import Detector, Found, Hit, Known, Pattern, View
from clausier.library import LIBRARY

KIND = "secret.api-key"
GENERIC = "generic"
# A service and its key, as programs and settings write them: facebook_api_token = "…".
ASSIGNED = (
    r"(?:{service})[\w. \t-]{{0,20}}(?>[\s'\"]{{0,3}})(?:=|>|:{{1,3}}=|\|\||:|=>|\?=|,)[`'\"\s=]{{0,5}}"
    r"(?P<value>{form})(?![\w@])"
)
LONG = re.compile(r"[\w/+=.~:-]{12}")  # what has no such run of characters holds no key
FEWEST_DIGITS = 2
FEWEST_CHANGES, FEWEST_CHARACTERS, FEWEST_LETTERS = 4, 6, 24
WORDS_BETWEEN = frozenset("_-./")
PLACEHOLDER = re.compile(r"(?i:your|votre|example|exemple|x{4}|insert|replace|123456789|\.\.\.)")
# Names that hold the word of a key, and values that are no keys.
NO_KEY = re.compile(
    r"(?i:access[_.-]?id|author|accessib|accessor|api[_.-]?(?:id|name|version)|rapid|capital|(?:public|pub|primary"
    r"|foreign|sort|bucket)[_.-]?key|key[_.-]?(?:alias|board|code|id|length|name|pair|ring|size|word)|csrf|turkey|monkey"
    r"|token[_.-]?(?:ur[il]|file|count|type)|secret[_.-]?(?:name|santa))"
)
IN_ADDRESS = re.compile(r"://[^\s/@]{0,64}:$")  # the password of a web address, which has its own detector
ANNOUNCED = (
    r"(?i:api[ _-]?(?:key|token|secret)|cl[ée]s? (?:d['’]?\s?)?api|cl[ée]s? d['’]acc[èe]s|access[ _-]?(?:key|token)"
    r"|(?:client|app)[ _-]secret|secret[ _-]?key|cl[ée] secr[èe]te|auth[ _-]?token|bearer|jeton|token)"
)
EQUALS = r"[:=→>]{1,3}\s?"
LINK = rf"(?:\s[\w'’()-]{{1,12}}){{0,3}}?(?:{EQUALS}|\s(?:{EQUALS}|(?i:est|is|c['’]est)\s)?)[\"'`«“]?\s?"


@dataclass(frozen=True)
class Form:
    """The form of the keys of a service, and the least entropy of one."""

    name: str
    literals: tuple[str, ...]
    pattern: str
    entropy: float

    @cached_property
    def regex(self) -> "re.Pattern[str]":
        """The expression, compiled when it is first needed."""
        return re.compile(self.pattern)

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the places of keys in a message as it was written."""
        for match in self.regex.finditer(text):
            group = "value" if "value" in self.regex.groupindex else 0
            before = text[max(0, match.start() - 90) : match.start()]
            if _varied(match[group], self.entropy) and not IN_ADDRESS.search(before) and self._is_key(match):
                yield match.span(group)

    def _is_key(self, match: "re.Match[str]") -> bool:
        if "value" not in self.regex.groupindex:
            return True
        before = match.string[max(0, match.start() - 300) : match.start()].rpartition(" ")[2]
        if "://" in before or match["value"].startswith("//"):  # a parameter of a link
            return False
        return self.name != GENERIC or (_random(match) and not NO_KEY.search(match[0][: -len(match["value"])]))


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms of ``library/keys.txt``."""
    rows = (LIBRARY / "keys.txt").read_text(encoding="utf-8").splitlines()
    return tuple(_form(*row.split("\t")) for row in rows if not row.startswith("#"))


def _form(name: str, literals: str, service: str, form: str, entropy: str) -> Form:
    named = service if name == GENERIC else f"(?i:{service})"
    pattern = ASSIGNED.format(service=named, form=form) if service else form
    return Form(name, tuple(literals.split("|")), pattern, float(entropy))


class Keys(Detector):
    """The keys whose form is known, where a literal of it was seen."""

    kinds = (KIND,)

    def __init__(self) -> None:
        self._of_literal: dict[str, list[Form]] = {}
        for form in forms():
            for literal in form.literals:
                self._of_literal.setdefault(literal, []).append(form)

    def literals(self, known: Known) -> Iterable[str]:
        """Return the literals of all the forms."""
        del known
        return self._of_literal

    def find(self, view: View, hits: list[Hit]) -> Iterator[Found]:
        """Yield the keys; those that a prefix tells are surer."""
        text = view.text
        if not LONG.search(text.raw):
            return
        for form in dict.fromkeys(form for hit in hits for form in self._of_literal[hit.literal]):
            for start, end in form.found(text.raw):
                yield Found(KIND, *text.folded_span(start, end), 0.8 if form.name == GENERIC else 0.95)


def _random(match: "re.Match[str]") -> bool:
    """Tell whether letters and digits change places often, as no word does."""
    value = match["value"]
    changes = sum(one.isdigit() != other.isdigit() for one, other in pairwise(value))
    return not PLACEHOLDER.search(value) and changes >= FEWEST_CHANGES and len(set(value)) >= FEWEST_CHARACTERS


def _varied(value: str, entropy: float) -> bool:
    """Tell whether a value is no placeholder and holds enough."""
    if PLACEHOLDER.search(value) or len(set(value[-12:])) < FEWEST_CHARACTERS:
        return False
    # Letters alone, with hyphens between, are words.
    if not any(map(str.isdigit, value)) and (len(value) < FEWEST_LETTERS or not WORDS_BETWEEN.isdisjoint(value[-16:])):
        return False
    return -sum(count / len(value) * log2(count / len(value)) for count in Counter(value).values()) >= entropy


DETECTORS = (
    Keys(),
    Pattern(
        kind=KIND,
        pattern=rf"(?<!\w){ANNOUNCED}{LINK}(?P<value>[A-Za-z0-9_+/=~.-]{{16,100}})(?<![.-])(?![\w@])",
        anchors=("api", "cle", "key", "secret", "token", "bearer", "jeton"),
        digits=FEWEST_DIGITS,
        raw=True,
        group="value",
        confidence=0.8,
        valid=_random,
    ),
)
