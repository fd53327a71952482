"""What a received message wants: a question, a complaint, a thank-you, a report, or one of the rarer kinds.

The rare kinds are told by their own words (a formal notice, a request under the access law) and come first, the gravest
before the others. What remains is weighed: the signs of a question, of displeasure, of something broken, of thanks.
Without any of them the message is ``other``.
"""

from functools import cache

from clausier.engine.detector import View
from clausier.engine.phrases import list_bits

SURE, LIKELY, WEAK = 0.9, 0.75, 0.55
# The first that is met wins, so the gravest stand first.
BY_THEIR_WORDS = ("emergency", "legal-threat", "access-request", "media-request", "job-inquiry")
SIGNS = ("questions", "displeasure", "breakdowns", "thanks", "praise")


def intent_of(view: View) -> tuple[str, float]:
    """Return the intent of a received message and its confidence."""
    if not view.found and not view.lists & _asked():
        return ("question", LIKELY) if "?" in view.text.folded else ("other", WEAK)  # as it would come out below
    if view.of("abuse.self-harm"):
        return "emergency", SURE
    if view.of("spam.scam", "spam.promotion"):
        return "spam", SURE
    for kind in BY_THEIR_WORDS:
        if view.says(kind):
            return kind, LIKELY
    return _weighed(view)


@cache
def _asked() -> int:
    """Return the mask of the lists of phrases that an intent is told by."""
    return sum(list_bits()[name] for name in (*BY_THEIR_WORDS, *SIGNS))


def _weighed(view: View) -> tuple[str, float]:
    """Return the intent of an everyday message by the signs it shows."""
    asks, unhappy = "?" in view.text.folded or view.says("questions"), view.says("displeasure")
    broken, thanks = view.says("breakdowns"), view.says("thanks") or view.says("praise")
    if view.of("abuse.") and not (asks or broken or unhappy or _merely_swears(view)):
        return "abuse-only", LIKELY
    if thanks and not (asks or broken or unhappy):
        return "praise", LIKELY
    if broken and not asks:
        return "problem-report", WEAK if unhappy else LIKELY
    if asks and ("?" in view.text.folded or not unhappy):
        return "question", WEAK if unhappy else LIKELY
    if unhappy or _merely_swears(view):
        return "complaint", LIKELY if unhappy else WEAK
    return "other", WEAK


def _merely_swears(view: View) -> bool:
    """Tell whether the message swears and attacks nobody."""
    return {each.kind for each in view.of("abuse.")} == {"abuse.profanity"}
