"""Who each passage speaks to, and how it binds: the same words are a duty of employees or a ground against a comment.

Who is addressed decides. A passage names its subject, or takes that of the list that it is an item of, of its
headings, of the sentence before it, and at last of the whole text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from clausier.auditing.blocks import HEADING, ITEM
from clausier.auditing.cues import Key, Span, found
from clausier.auditing.passages import Passage, passages

INSIDER, PUBLIC, ORGANIZATION = "insider", "public", "organization"
MEMBER = "member"  # of a party or of a group of commenters: as the whole text has it
_MODALS = ("duty", "ban", "leave", "encouraged")
_FOR = re.compile(
    r"\b(?:for|that|all|every|to|pour|aux?|a|que|tous les|chaque|tout) $"
)  # "it is forbidden for employees to"
_BETWEEN = re.compile(r"[,;](?= )| (?:and|or|nor|et|ou|ni) ")
_SEVERAL = 2  # marks between the things that are enumerated: three things
_POINTS = re.compile(
    r"(?:please |for (?:details|more) |pour (?:plus|en savoir) .{0,20}|veuillez |merci de |je vous invite a )?"
    r"(?:see|refer|consult|check|read|voir|consult(?:ez|er)|se (?:referer|reporter)|lire|lisez|reportez-vous) "
)
_BEGINNING = 3  # passages
_SHORT = 40  # characters of a line such as "these include:"
_FIRST_WORDS = 12  # characters
_OPENING_PART = 0.4  # of a sentence without a modal: where its subject stands
_TITLE, _HEADING, _MENTION = 4, 2, 0.25  # how many binding sentences each weighs


@dataclass(slots=True, weakref_slot=True)
class Reading:
    """A passage with the cues that were found in it, and what follows from them."""

    passage: Passage
    cues: dict[Key, list[Span]]
    opening: "Reading | None" = None
    headings: tuple["Reading", ...] = ()
    addressee: str = INSIDER
    named: str | None = None  # the subject that the passage itself names
    before: "Reading | None" = None  # the passage before it, under the same headings

    def has(self, name: str, *sections: str) -> bool:
        """Tell whether a cue of one of these sections is in the passage."""
        return any((name, section) in self.cues for section in sections)

    def places(self, name: str, *sections: str) -> list[Span]:
        """Return the places of the cues of these sections."""
        return sorted(span for section in sections for span in self.cues.get((name, section), ()))

    @property
    def around(self) -> tuple["Reading", ...]:
        """The line that opens its list, then its headings from the nearest."""
        return (*((self.opening,) if self.opening else ()), *reversed(self.headings))

    @property
    def is_heading(self) -> bool:
        return self.passage.kind == HEADING

    @property
    def is_item(self) -> bool:
        return self.passage.kind == ITEM

    @property
    def binds(self) -> bool:
        """Whether it is a duty or a ban: by its own words, or by those that open its list."""
        if self.has("modality", "duty", "ban", "imperative"):
            return True
        return bool(self.opening and self.opening.has("modality", "duty", "ban"))

    @property
    def forbids(self) -> bool:
        return self.has("modality", "ban") or bool(self.opening and self.opening.has("modality", "ban"))

    @property
    def enumerates(self) -> bool:
        """Whether it names several things, one after another."""
        return len(_BETWEEN.findall(self.passage.text)) >= _SEVERAL

    @property
    def points(self) -> bool:
        """Whether it only sends to another text, whose content it does not state."""
        return bool(_POINTS.match(self.passage.said))

    @property
    def aims(self) -> bool:
        """Whether it is an item of a list of aims, which binds nobody yet."""
        return self.opening is not None and self.is_item and self.opening.has("modality", "aim")

    def only_allows(self, place: int) -> bool:
        """Tell whether what stands at a place of ``said`` is allowed or advised, and no duty."""
        leave = [span for span in self.places("modality", "leave", "encouraged") if span[0] <= place]
        bound = [span for span in self.places("modality", "duty", "ban", "imperative") if span[0] <= place]
        return bool(leave) and not bound

    @property
    def removes(self) -> bool:
        """Whether comments go by it: it tells of removal, or is a "these are:" after a sentence that does."""
        if self.has("comments", "removal"):
            return self.named != INSIDER and not self.has("comments", "not")
        short = len(self.passage.said) <= _SHORT and self.passage.text.endswith(":")
        return short and self.before is not None and self.before.has("comments", "removal") and self.before.removes

    @property
    def listed_for_removal(self) -> bool:
        """Whether it is an item of a list of what is removed, however deep."""
        above = self.opening
        while above is not None:
            if above.removes and above.addressee != INSIDER:
                return True
            above = above.opening
        return False

    @property
    def asks_the_public(self) -> bool:
        """Whether it asks the public not to write something, or tells that it goes."""
        return self.addressee == PUBLIC and self.has("comments", "asked", "removal")


class Document:
    """A text, read: its passages with who they speak to.

    ``parts`` are the places of the texts that it is made of, where it is made of several. Each is read by itself: rules
    for visitors beside those for staff do not make these speak to visitors.
    """

    def __init__(self, text: str, languages: tuple[str, ...], parts: Sequence[Span] = ()) -> None:
        self.text = text
        self.languages = languages
        places = parts or [(0, len(text))]
        self.all = [each for start, end in places for each in _Part(text[start:end], languages, start).all]

    @cached_property
    def body(self) -> list[Reading]:
        """The passages but for headings: a title proves nothing."""
        return [each for each in self.all if not each.is_heading]


class _Part:
    """One text of a document, which begins at ``start`` of it."""

    def __init__(self, text: str, languages: tuple[str, ...], start: int) -> None:
        by_place: dict[int, Reading] = {}
        self.all: list[Reading] = []
        for passage in passages(text):
            reading = Reading(passage, found(passage.said, languages))
            if passage.opening:
                reading.opening = by_place.get(passage.opening.start)
            reading.headings = tuple(by_place[each.start] for each in passage.headings if each.start in by_place)
            by_place[passage.start] = reading
            self.all.append(reading)
        last: Reading | None = None
        for reading in self.all:
            reading.named = _named(reading)
            reading.before = last if last and last.headings == reading.headings and not last.is_heading else None
            last = reading
        for reading in self.all:
            if reading.named == MEMBER:
                reading.named = PUBLIC if self._of_comments else INSIDER
        self._address()
        for reading in self.all:
            reading.passage.start += start
            reading.passage.end += start

    @cached_property
    def default(self) -> str:
        """To whom the text speaks where nothing else tells."""
        weight = {INSIDER: 0.5, PUBLIC: 0.0}
        for place, each in enumerate(self.all):
            if each.named in weight:
                told = 1 if each.has("modality", *_MODALS) else _MENTION
                weight[each.named] += (_TITLE if place == 0 else _HEADING) if each.is_heading or place == 0 else told
            if each.has("comments", "removal") and each.named != INSIDER:
                weight[PUBLIC] += 1
            elif each.named is None and each.has("modality", "duty") and not each.has("modality", "imperative"):
                weight[INSIDER] += _MENTION
        return max(weight, key=lambda role: weight[role])

    @cached_property
    def _of_comments(self) -> bool:
        """Whether the text begins as rules for those who comment: its members are then those of a group."""
        return self.default == PUBLIC and any(
            each.has("comments", "moderated", "removal") or each.named == PUBLIC for each in self.all[:_BEGINNING]
        )

    def _address(self) -> None:
        running: str | None = None
        section: tuple[Reading, ...] = ()
        for each in self.all:
            if each.headings != section or each.is_heading:
                running, section = None, each.headings
            around = (other.addressee for other in each.around if other.named in (INSIDER, PUBLIC) or _a_ground(other))
            told = each.named if each.named in (INSIDER, PUBLIC) else None
            if told is None and _a_ground(each):
                told = PUBLIC
            each.addressee = told or next(around, None) or running or self.default
            if (
                each.named in {INSIDER, PUBLIC}
                and not each.is_heading
                and (told == self.default or each.has("modality", "duty", "ban"))
            ):
                running = told if self.default in {told, INSIDER} else None


def _a_ground(reading: Reading) -> bool:
    """Tell whether a line opens a list of what is removed, or a heading is about it."""
    return reading.removes and (reading.is_heading or reading.named != INSIDER)


def _named(reading: Reading) -> str | None:
    """Return the subject that a passage names, if any."""
    roles = [(span, role) for role in (INSIDER, PUBLIC, ORGANIZATION, MEMBER) for span in reading.places("roles", role)]
    if reading.has("comments", "removal") and not _is_asked(reading, roles):
        return PUBLIC if any(role == PUBLIC for _, role in roles) else ORGANIZATION
    ordered = sorted(roles, key=lambda each: (each[0][0], -each[0][1]))
    house = [span for span, role in ordered if role == ORGANIZATION]
    ordered = [(span, role) for span, role in ordered if role == ORGANIZATION or not _within(span, house)]
    if reading.is_heading:
        return _first(ordered)
    if reading.has("roles", "operator"):
        return INSIDER
    if reading.has("modality", "imperative"):
        return None
    return _subject(reading, ordered)


def _subject(reading: Reading, ordered: list[tuple[Span, str]]) -> str | None:
    """Return the role that stands where the subject of a sentence does: before its modal, or near its beginning."""
    modal = min((span[0] for span in reading.places("modality", *_MODALS)), default=None)
    limit = len(reading.passage.said) * _OPENING_PART if modal is None else modal
    if reading.opening and reading.is_item:  # an item goes on with the line above it, unless it begins with a subject
        limit = min(limit, _FIRST_WORDS)
    before = [each for each in ordered if each[0][0] < limit]
    if not before and modal is not None and modal < _FIRST_WORDS:
        before = [each for each in ordered if _FOR.search(reading.passage.said[: each[0][0]])]
    subject = _first(before)
    if subject == ORGANIZATION and reading.has("modality", "encouraged", "duty"):
        return _first([each for each in ordered if each[1] != ORGANIZATION]) or ORGANIZATION
    return subject


def _is_asked(reading: Reading, roles: list[tuple[Span, str]]) -> bool:
    """Tell whether a sentence on removal begins with somebody inside who is no moderator, and is asked something."""
    if reading.only_allows(len(reading.passage.said)):  # who may remove is a moderator
        return False
    moderators = reading.places("roles", "moderator")
    inside = [span for span, role in roles if role == INSIDER and span[0] < _FIRST_WORDS]
    return any(not _within(span, moderators) and span not in moderators for span in inside)


def _within(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a word is part of a longer name: the team of *the communications team*."""
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in others)


def _first(ordered: Iterable[tuple[Span, str]]) -> str | None:
    """Return the first role that is not the organization, else the organization, if any."""
    told = [role for _, role in ordered]
    return next((role for role in told if role != ORGANIZATION), told[0] if told else None)
