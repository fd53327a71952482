"""What the policy says of one comment: the version that is cited, its grounds, and what its network allows."""

from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import get_language

from clausier.chapters.inbox.models import Channel, Item
from clausier.decisions.states import Effect
from clausier.document.model import Clause, Policy
from clausier.document.networks import Act, Network, load_network
from clausier.document.vocabulary import INCOMING, SIGNALS
from clausier.engine.masking import mask
from clausier.policy.models import Version
from clausier.policy.selectors import engine_of, in_force, policy_of

PUBLIC_BODY = "public-body"
# The act of a network that an effect asks for.
ACT_OF = {Effect.HIDE: "hide", Effect.REMOVE: "delete", Effect.KEEP: "keep", Effect.RESTORE: "keep"}


class Seen(NamedTuple):
    """A signal of the verdict, as it was received; offsets count code points of the text."""

    kind: str
    start: int
    end: int
    confidence: float

    @property
    def masked(self) -> bool:
        """Tell whether its words are never quoted in clear."""
        return self.kind in SIGNALS and SIGNALS[self.kind].masked


class Ground(NamedTuple):
    """A clause that may be cited to hide or remove a comment; ``place`` is its key, the same for a whole version."""

    place: int
    number: str
    clause: Clause
    is_found: bool  # one of its rules spoke
    language: str  # that of the author's slip

    @property
    def title(self) -> str:
        """Its title in the language of the page."""
        return self.clause.title.best(get_language() or "fr")

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Its text in every language of the policy."""
        return list(self.clause.text.items())

    @property
    def title_in_slip(self) -> str:
        """Its title as the author will read it."""
        return self.clause.title.best(self.language)

    @property
    def say_in_slip(self) -> str:
        """Its sentence as the author will read it."""
        return self.clause.remove_for.say.best(self.language) if self.clause.remove_for else ""

    @property
    def key(self) -> str:
        """The key that chooses it: the first nine have one."""
        return str(self.place) if self.place <= 9 else ""  # noqa: PLR2004  # the digits of a keyboard


def moment_of(item: Item) -> datetime:
    """Return when the comment was written, or received when nobody knows: the moment whose policy judges it."""
    return min(item.written or item.received, item.received)


def version_for(item: Item) -> Version | None:
    """Return the version that is cited, or None: then only the law may be the ground (DESIGN, section 4)."""
    return in_force(moment_of(item))


def signals_of(item: Item) -> list[Seen]:
    """Return what the engine found in a comment when it was received."""
    found = (item.verdict or {}).get("signals") or []
    return [Seen(each["kind"], each["start"], each["end"], each["confidence"]) for each in found]


def findings_of(item: Item) -> list[dict[str, Any]]:
    """Return the rules that spoke about a comment, strictest first."""
    return [each for each in (item.verdict or {}).get("findings") or [] if each.get("clause")]


def is_public_body(policy: Policy) -> bool:
    """Tell whether the organisation is a public body, bound to neutral grounds."""
    return policy.sector == PUBLIC_BODY


def may_be_cited(policy: Policy, clause: Clause) -> bool:
    """Tell whether a clause is a ground: it says so, everybody may read it, and a public body's looks at no opinion."""
    ground = clause.remove_for
    return bool(
        ground and clause.visibility == "public" and (ground.neutral or not is_public_body(policy)),
    )


def grounds_of(item: Item) -> list[Ground]:
    """Return the grounds that may be cited, in the order of the policy."""
    version = version_for(item)
    if version is None:
        return []
    policy = policy_of(version)
    numbers, spoke = policy.numbers(), {each["clause"] for each in findings_of(item)}
    citable = [clause for clause in policy.clauses() if may_be_cited(policy, clause)]
    language = language_for(policy, item)
    return [
        Ground(place, numbers[clause.id], clause, clause.id in spoke, language)
        for place, clause in enumerate(citable, start=1)
    ]


def signals_for(item: Item, version: Version, clause: Clause) -> list[Seen]:
    """Return the signals of a comment that the rules of a clause look for, the surest first."""
    engine = engine_of(version)
    # The engine knows its own rules: a policy read again is equal, not the same.
    own = next((each for each in engine.policy.clauses() if each.id == clause.id), clause)
    rules = [rule for rule in own.rules if rule.way == INCOMING]
    found = [
        each
        for each in signals_of(item)
        if any(each.kind in engine.selected(rule) and each.confidence >= rule.when.confidence for rule in rules)
    ]
    return sorted(found, key=lambda each: (-each.confidence, each.start))


def passage_of(text: str, quote: str) -> tuple[int, int] | None:
    """Return where an exact passage stands in a text, or None when the text does not hold it."""
    start = text.find(quote) if quote else -1
    return (start, start + len(quote)) if start >= 0 else None


def masked_quote(item: Item, start: int, end: int) -> str:
    """Return a passage of a comment as a decision may keep it: what is personal or secret in it is masked."""
    text, at = "", start
    for each in sorted((each for each in signals_of(item) if each.masked), key=lambda each: each.start):
        low, high = max(each.start, at), min(each.end, end)
        if low < high:
            text += item.text[at:low] + mask(each.kind, item.text[low:high])
            at = high
    return text + item.text[at:end]


def network_of(channel: Channel) -> Network | None:
    """Return what is known of the network of a channel."""
    try:
        return load_network(channel.network)
    except KeyError:
        return None


def act_for(channel: Channel, effect: str) -> Act | None:
    """Return the act of the network that does an effect, or None when it has none."""
    network = network_of(channel)
    return network.acts.get(ACT_OF[Effect(effect)]) if network else None


def effects_of(channel: Channel) -> list[Effect]:
    """Return what can be done to a comment on its network, the mildest first."""
    return [effect for effect in (Effect.HIDE, Effect.REMOVE) if act_for(channel, effect)]


def seen_by_after(channel: Channel, effect: str, language: str) -> str:
    """Return who still sees a comment after an effect, as the table of the network says, or ""."""
    act = act_for(channel, effect)
    return act.seen_by.best(language)[:40] if act else ""


def mode_of(version: Version | None, channel: Channel) -> str:
    """Return whether comments of a channel are read before or after they appear, "" where the policy does not say."""
    clauses = policy_of(version).clauses() if version else []
    modes = (each.mode for clause in clauses for each in clause.comments if channel.network in each.channel)
    return next(modes, "")


def language_for(policy: Policy | None, item: Item) -> str:
    """Return the language in which the author is told, as the language regime of the policy wants."""
    if policy is None:
        return item.language if item.language in ("fr", "en") else "fr"
    regime = policy.language_regime
    official = regime.official or policy.languages
    open_to = official if regime.answers == "official-only" else policy.languages
    if regime.answers != "official-first":
        return item.language if item.language in open_to else open_to[0]
    return official[0]
