"""What a received message wants: a question, a complaint, a thank-you, a report, or one of the rarer kinds.

A person in danger comes before everything, then spam that the detectors found. The rest is weighed word by word
(``engine/weighing.py``), with the attacks that the detectors found.
"""

from clausier.engine.detector import View
from clausier.engine.weighing import weighed

SURE, AT_LEAST = 0.9, 0.5
SHOWN = 0.5  # a signal below this is no sign of what the message wants
SPAM = ("spam.promotion", "spam.scam")
ATTACK = "attack"  # any abuse of somebody, which swearing is not
NO_ATTACK = frozenset({"abuse.profanity", "abuse.self-harm"})
TOLD = ("pi.", "secret.", "conf.", "spam.flood")  # what somebody hands over, who often asks nothing


def intent_of(view: View) -> tuple[str, float]:
    """Return the intent of a received message and its confidence."""
    found = {each.kind for each in view.found if each.confidence >= SHOWN}
    if "abuse.self-harm" in found:
        return "emergency", SURE
    if not found.isdisjoint(SPAM):
        return "spam", SURE
    return read(view)


def read(view: View) -> tuple[str, float]:
    """Return what the words of a message want, and how sure that is."""
    shares = shares_of(view)
    intent = max(shares, key=shares.__getitem__)
    return intent, round(max(shares[intent], AT_LEAST), 3)


def shares_of(view: View) -> dict[str, float]:
    """Return how likely each intent is by the words of a message, with what was found in it so far.

    Spam is not among them: a signal tells it, or nothing does.
    """
    shares = {intent: share for intent, share in weighed(view, kinds_of(view)).items() if intent not in SPAM}
    whole = sum(shares.values())
    return {intent: share / whole for intent, share in shares.items()}


def kinds_of(view: View, labels: frozenset[str] | None = None) -> frozenset[str]:
    """Return what the signals found in a message (or its labels) tell of what it wants.

    The kinds of abuse, whether somebody is attacked, and which families of information are handed over.
    """
    kinds = {each.kind for each in view.found if each.confidence >= SHOWN} if labels is None else labels
    if not kinds:
        return frozenset()
    abuse = {kind for kind in kinds if kind.startswith("abuse.")}
    told = {family for family in TOLD if any(kind.startswith(family) for kind in kinds)}
    return frozenset(abuse | told | ({ATTACK} if abuse - NO_ATTACK else set()))
