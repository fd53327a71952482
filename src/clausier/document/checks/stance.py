"""Whether a sentence forbids a thing, allows it or only names it: enough French and English to tell a ban from a leave.

Read in the part of the sentence that names the thing when that says enough ("criticism stays, insults are
removed"), else in the whole of it. What is meant is a hint to a person, so plain words are preferred to grammar.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

FORBIDS, ALLOWS, SILENT = "forbids", "allows", "silent"


class Words(NamedTuple):
    """The words of one language that forbid, allow, deny, and set apart."""

    forbidding: str
    allowing: str
    denying: str  # a word before what it denies: not, never
    denying_all: str  # a word that denies to the end of its part: nothing, no one
    being: str  # denied, it only says what is not so: "is not the point", "not because"
    except_: str


WORDS = {
    "fr": Words(
        forbidding=r"interdi|défend|proscri|prohib|évite|abst[ie]n|refus|retir|retrait|supprim|masqu|effac|bloqu|empêch"
        r"|limit|restrei|sanction|puni|reproch|surveill|représaill|manquement|faute|censur|gard\w+ pour (?:vous|soi)",
        allowing=r"perm[ei]|autoris|libre|droit|peu(?:t|x|vent)\b|pouvez|pourr|bienvenu|rest(?:e|ent|ez|er|ons)\b"
        r"|accept|adm[ei]|tolér|accueil|gard|laiss|même\b|appropri|convenable|souhait",
        denying=r"(?:n'|ne\b|pas\b|jamais\b|ni\b|non\b)",
        denying_all=r"(?:rien|aucune?|personne ne|nul ne)\b",
        being=r"(?:parce|est|sont|sera|seront|constitue|constituent|fait|font|compte|comptent)\b",
        except_=r"sauf|hormis|excepté|à l'exception|autres? que",
    ),
    "en": Words(
        forbidding=r"forbid|prohibit|banned|bans?\b|avoid|refrain|refus|remov|delet|hid(?:e|es|den|ing)\b"
        r"|tak(?:e|en) down|block|prevent|limit(?!ed to)|restrict|stop|sanction|punish|disciplin|blame|held against"
        r"|monitor|reprisal|breach|censor|to yourself",
        allowing=r"allow|permi|may\b|can\b|could\b|free\b|freely|right to|welcome|stays?\b|accept|toler|keep|remain"
        r"|leave|even\b|fine\b|appropriate\b",
        denying=r"(?:not\b|never\b|cannot\b|nor\b|\w+n't\b)",
        denying_all=r"(?:no|nothing|nobody|none)\b",
        being=r"(?:because|is|are|was|were|will be|counts?)\b",
        except_=r"except|excluding|other than|apart from",
    ),
}
_LIST_ITEM = re.compile(r"(?:[-*•]|\d+[.)])\s+")
_DECORATION = re.compile(r"\*\*|__|`")
_PARTS = re.compile(r"[,:]|\s(?:et|mais|ou|and|but|or)\s")


class _Patterns(NamedTuple):
    forbidding: re.Pattern[str]
    not_forbidding: re.Pattern[str]
    allowing: re.Pattern[str]
    not_allowing: re.Pattern[str]
    denying: re.Pattern[str]
    not_being: re.Pattern[str]
    except_: re.Pattern[str]


def _patterns(words: Words) -> _Patterns:
    denied = rf"\b(?:{words.denying}.{{0,16}}|{words.denying_all}.{{0,60}})\b"
    after = rf"|\b(?:{words.allowing})\w*\s(?:{words.denying})"
    made = (
        rf"\b(?:{words.forbidding})",
        rf"{denied}(?:{words.forbidding})",
        rf"\b(?:{words.allowing})",
        rf"{denied}(?:{words.allowing}){after}|\bcannot\b|\bcan't\b",
        rf"\b(?:{words.denying}|{words.denying_all})",
        rf"\b(?:{words.denying} ?{words.being}|{words.being} {words.denying}|(?:is|are|was|were)n't\b)",
        rf"\b(?:{words.except_})",
    )
    return _Patterns(*(re.compile(pattern) for pattern in made))


_PATTERNS = {language: _patterns(words) for language, words in WORDS.items()}


class Prose:
    """A text in Markdown, ready to be asked for its stance on things."""

    def __init__(self, text: str, language: str) -> None:
        self.language = language
        self._text = _DECORATION.sub("", text.lower().replace("’", "'"))
        self._line = " ".join(self._text.split())

    def stances(self, topic: re.Pattern[str]) -> Iterator[tuple[str, str]]:
        """Return the stance on each thing that ``topic`` finds, with its sentence; both are in small letters."""
        if topic.search(self._line):
            for sentence in _sentences(self._text):
                for match in topic.finditer(sentence):
                    yield _stance(sentence, match.span(), _PATTERNS[self.language]), sentence


def _sentences(text: str) -> Iterator[str]:
    """Return the sentences of a text in Markdown; an item of a list is read after the line that opens the list."""
    opening = ""
    for unit in _units(text):
        item = _LIST_ITEM.match(unit)
        for sentence in re.split(r"(?<=[.!?;])\s+", unit[item.end() :] if item else unit):
            yield f"{opening} {sentence}".strip() if item else sentence
        if not item:
            opening = unit.removesuffix(":") if unit.endswith(":") else ""


def _units(text: str) -> Iterator[str]:
    """Return paragraphs and list items, each on one line."""
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        starts = not line.strip() or _LIST_ITEM.match(line.strip())
        if starts and lines:
            yield " ".join(lines)
            lines = []
        if line.strip():
            lines.append(line.strip())


def _stance(sentence: str, topic: tuple[int, int], words: _Patterns) -> str:
    start, end = topic
    if words.except_.search(sentence, 0, end):
        return ALLOWS
    before = [part.end() for part in _PARTS.finditer(sentence, 0, start)]
    after = _PARTS.search(sentence, end)
    part = sentence[before[-1] if before else 0 : after.start() if after else len(sentence)]
    told = _told(part, words)
    return _told(sentence, words) if told == SILENT else told


def _told(text: str, words: _Patterns) -> str:
    if words.not_forbidding.search(text):
        return ALLOWS
    if words.forbidding.search(text) or words.not_allowing.search(text):
        return FORBIDS
    if words.allowing.search(text):
        return ALLOWS
    if words.denying.search(text):
        return ALLOWS if words.not_being.search(text) else FORBIDS
    return SILENT
