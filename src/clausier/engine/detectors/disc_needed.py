"""The author has a tie with what the post promotes, praises, recommends or defends: it has to be told.

A tie alone is nothing: an employee may complain of the weather. But who is tied and speaks of the organisation, of what
it offers or of an interest says what a reader would weigh otherwise, knowing the tie; so the exemption is what has to
show: a notice passed on, a question, a plaint, a place named as a place, another matter that has rules of its own. Who
is paid or was given the thing promotes it by speaking of it; an agency's copy in the organisation's voice is the
organisation's own. Common words ("the new rink", "our fund") are met as surely as a name only beside praise or a claim;
whoever judges in general of what they stand for is held to praise or to defend it, less surely.
Text alone cannot decide this: the relation and the interests come with the message. Mistaken for: praise of something
else in the same breath, and irony.
"""

import re
from collections.abc import Iterator

from clausier.engine.dealings import mentioned, ours, touched
from clausier.engine.detector import Derived, Found, View
from clausier.engine.naming import is_meant, is_proper, is_where
from clausier.engine.speech import sentence
from clausier.engine.stance import acclaims, general, judges, stands_for
from clausier.engine.voice import FIRST_PERSON, deals_in_money, discloses, tied

OTHER_MATTERS = ("conf.", "secret.", "abuse.", "pi.")
DEALT = ("claim.health", "claim.testimonial", "claim.contest")
_GIVEN = ("paid-partner", "gifted")
JUDGED = 0.55
NAMED = 0.65  # surer than common words are: a learned head does not doubt it

_QUOTED = re.compile(r'"[^"]*"')
# Who looks for something asks, whatever else is said.
_SEEKS = re.compile(
    r"(?<!\w)(?:je cherche|cherche (?:un|une|des|quelqu'un|covoiturage|gardienne|logement)"
    r"|quelqu'un (?:a|aurait|sait|connait"
    r"|veut)|looking for|(?:does )?any(?:one|body) (?:know|have|has|got|else|want|on)|in search of|iso)(?!\w)"
)
_LEAVES = re.compile(
    r"(?<!\w)(?:je quitte|mon dernier (?:jour|quart)|ma derniere (?:journee|semaine)|i'm leaving|i am leaving"
    r"|i leave|my last (?:day|shift|week))(?!\w)"
)
# Who passes a notice on says no more of it than that; who has lived what it tells says so.
_LIVED = re.compile(
    r"(?<!\w)(?:took me|my kids?|my family|i've|i (?!relay|share|pass|repost)[a-z]{2,12}|mes enfants|j'ai"
    r"|je (?!relaie|partage|transmets|rappelle)[a-z]{2,12})(?!\w)"
)
# An agency that speaks of its client as of somebody else speaks in its own name.
_OF_OTHERS = re.compile(
    r"@|(?<!\w)(?:they|their|them|they're|ils|elles|leurs?|eux|whoever|bravo|kudos|hats off|shout-?out|props|congrats"
    r"|congratulations|impressed|chapeau|felicitations|une (?:marque|ville|banque|equipe|entreprise) qui"
    r"|a (?:brand|city|town|bank|team|company) (?:that|who))(?!\w)"
)


def look(view: View) -> Iterator[Found]:
    """Yield the need for a disclosure; it is about the whole text, so its span is empty."""
    if discloses(view) and tied(view):
        confidence = _need(view)
        if confidence:
            yield Found("disc.needed", 0, 0, confidence)


def _need(view: View) -> float:
    relation = view.context.author.relation
    if view.of("political.") and not view.of("about.interest"):
        return 0.0  # a side is taken, which is another matter than a tie
    given = relation in _GIVEN
    named = [each for each in view.of("about.") if is_meant(view, each, given=given)]
    told = any(each.end > each.start for each in view.of("disc.clear", "disc.vague"))
    if given:
        return 0.9 if named or told else 0.6 if _sells(view) and not view.text.folded.rstrip().endswith("?") else 0.0
    if relation == "agency" and not view.of("about.interest"):
        return 0.7 if told else _of_a_client(view) if named else 0.0
    if named:
        return _of_the_named(view, named, told=told)
    if view.of(*DEALT) or (_touches(view) and not view.of(*OTHER_MATTERS)):
        return 0.6
    return JUDGED if _is_judged(view, told=told) else 0.0


def _of_a_client(view: View) -> float:
    """Return how sure it is that an agency tells its own mind of a client: copy for the client claims and is quoted."""
    own = _QUOTED.sub("", view.text.folded)
    if FIRST_PERSON.search(own) or _OF_OTHERS.search(own):
        return 0.7
    sells = _claims(view) or view.of("claim.superlative") or acclaims(view)
    return 0.0 if sells or own != view.text.folded else 0.55


def _of_the_named(view: View, named: list[Found], *, told: bool) -> float:
    """Return how sure it is that a message which names the organisation or an interest has to tell the tie."""
    if _LEAVES.search(view.text.folded):
        return 0.0
    if _claims(view) or view.of("claim.superlative", "claim.recommendation") or stands_for(view):
        return 0.85
    if view.context.reply or _is_aside(view, [(each.start, each.end) for each in named]) or view.of(*OTHER_MATTERS):
        return 0.0  # a reply may name what it was asked
    if told or any(is_proper(view, each) and not is_where(view, each) for each in named):
        return NAMED
    return JUDGED if judges(view) else 0.0


def _is_judged(view: View, *, told: bool) -> bool:
    """Tell whether a post that names nothing tells a tie, or judges what the organisation deals in."""
    if view.of(*OTHER_MATTERS) and not told:
        return False
    places = touched(view)
    judged = bool(places) and (judges(view) or (ours(view) and general(view)))
    return (told or judged) and not _is_aside(view, [] if told else places)


def _touches(view: View) -> bool:
    """Tell whether common words stand for what the organisation deals in, and the post praises or sells it."""
    if ours(view) and (acclaims(view) or (view.says("advocacy") and touched(view))):
        return True
    if not touched(view):
        return False
    if view.of("claim.recommendation"):
        return ours(view) and deals_in_money(view.known)
    return _claims(view) or bool(view.of("claim.superlative")) or stands_for(view)


def _sells(view: View) -> bool:
    """Tell whether a post that names nothing does what whoever is paid or was given a thing does with it."""
    return view.says("promoting") or _claims(view) or mentioned(view)


def _claims(view: View) -> bool:
    """Tell whether the post claims what only somebody with a thing to sell does."""
    return bool(view.of(*DEALT, "claim.promissory"))


def _is_aside(view: View, places: list[tuple[int, int]]) -> bool:
    """Tell whether the post only informs, or asks or complains in the sentences that name what it speaks of."""
    text = view.text.folded
    spans = [sentence(text, *place) for place in places] or [(0, len(text))]
    asks = any("?" in text[start : end + 1] or view.says("displeasure", start, end + 1) for start, end in spans)
    return asks or _SEEKS.search(text) is not None or (view.says("notices") and not _LIVED.search(text))


DETECTORS = (
    Derived(
        ("disc.needed",), look, after=("about.", "disc.clear", "disc.vague", "claim.", "political.", *OTHER_MATTERS)
    ),
)
