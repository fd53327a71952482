"""One comment as its moderator sees it: its words with what was found, its thread, what was decided before."""

from collections.abc import Sequence
from typing import NamedTuple

from clausier.chapters.inbox import history
from clausier.chapters.inbox.history import Past
from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation.models import Act, Proposal, Review
from clausier.chapters.moderation.selectors.decided import standing_of
from clausier.chapters.moderation.selectors.grounds import (
    Ground,
    Seen,
    effects_of,
    findings_of,
    grounds_of,
    language_for,
    mode_of,
    network_of,
    signals_of,
    version_for,
)
from clausier.chapters.moderation.selectors.queue import proposal_of
from clausier.decisions.models import Decision
from clausier.decisions.states import Effect, Kind
from clausier.document.model.statements import COMMENT_MODES
from clausier.document.networks import Network
from clausier.document.vocabulary import SIGNALS
from clausier.policy.models import Version
from clausier.policy.selectors import clause_of, policy_of

ANSWERS = 5  # replies shown below a comment
ANCESTORS = 5  # messages shown above it


class Piece(NamedTuple):
    """A piece of a text; ``label`` says what was found in it, or is empty."""

    text: str
    label: str = ""


class Line(NamedTuple):
    """A rule that spoke: the number and title of its clause, and its sentence."""

    number: str
    clause: str
    title: str
    action: str
    say: str


class Desk(NamedTuple):
    """Everything that is shown of one comment."""

    review: Review
    item: Item
    version: Version | None
    mode: str
    network: Network | None
    pieces: list[Piece]
    lines: list[Line]
    grounds: list[Ground]
    effects: list[Effect]
    above: list[Item]
    below: list[Item]
    pasts: Sequence[Past]
    proposal: Proposal | None
    standing: Decision | None
    acts: list[Act]
    language: str  # in which the author is told


def desk_of(review: Review, language: str) -> Desk:
    """Return a comment as its moderator sees it, in the language of the page."""
    item = review.item
    version = version_for(item)
    policy = policy_of(version) if version else None
    mode = mode_of(version, item.channel)
    return Desk(
        review=review,
        item=item,
        version=version,
        mode=COMMENT_MODES[mode].in_language(language) if mode else "",
        network=network_of(item.channel),
        pieces=pieces_of(item.text, signals_of(item), language),
        lines=_lines(item, version, language) if version else [],
        grounds=grounds_of(item),
        effects=effects_of(item.channel),
        above=_above(item),
        below=list(item.replies.order_by("written", "pk")[:ANSWERS]),
        pasts=_pasts(item),
        proposal=proposal_of(review),
        standing=standing_of(item.uid),
        acts=list(review.acts.select_related("by", "decision")[:10]),
        language=language_for(policy, item),
    )


def pieces_of(text: str, signals: Sequence[Seen], language: str) -> list[Piece]:
    """Return a text cut where signals begin and end; of two that overlap, the first one found is shown whole."""
    pieces, at = [], 0
    shown = [each for each in signals if each.kind in SIGNALS and not each.kind.startswith("about.")]
    for each in sorted(shown, key=lambda each: (each.start, -each.end)):
        if each.start < at or each.end <= each.start:
            continue
        pieces += [Piece(text[at : each.start])] if at < each.start else []
        pieces.append(Piece(text[each.start : each.end], SIGNALS[each.kind].in_language(language)))
        at = each.end
    return [*pieces, Piece(text[at:])] if at < len(text) else pieces


def _lines(item: Item, version: Version, language: str) -> list[Line]:
    numbers = policy_of(version).numbers()
    lines = []
    for each in findings_of(item):
        clause = clause_of(version, each["clause"])
        if clause:
            say = each["say"].get(language) or next(iter(each["say"].values()), "")
            lines.append(Line(numbers[clause.id], clause.id, clause.title.best(language), each["action"], say))
    return lines


def _pasts(item: Item) -> list[Past]:
    """Return what was decided on other comments of the author on this channel, while it is in its term."""
    own = set(Decision.objects.filter(kind=Kind.COMMENT, subject=item.uid).values_list("reference", flat=True))
    found = history.of(item.channel, [item.handle]).get(item.handle, []) if item.handle else []
    return [past for past in found if past.reference not in own]


def _above(item: Item) -> list[Item]:
    found: list[Item] = []
    parent = item.parent
    while parent and len(found) < ANCESTORS and parent not in found:
        found.insert(0, parent)
        parent = parent.parent
    return found
