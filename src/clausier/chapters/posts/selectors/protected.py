"""Who is asked about something protected: those who answer for the entry that a text touched, which is never told."""

from clausier.document.folding import compact, spelled
from clausier.document.folding import fold as plain
from clausier.document.model import Entry
from clausier.engine.text import fold
from clausier.engine.verdict import Verdict
from clausier.identity.models import Person
from clausier.identity.selectors import holders
from clausier.policy.selectors import protected

TERM = "conf.term"


def touched(text: str, verdict: Verdict) -> frozenset[str]:
    """Return the protected words that a text holds, folded; they never leave the process."""
    spans = {(each.start, each.end) for each in verdict.signals if each.kind == TERM}
    return frozenset(fold(text[start:end]) for start, end in spans)


def written(text: str) -> frozenset[str]:
    """Return the protected words that a text of any length holds, folded, as the checks of a policy find them."""
    folded = plain(text)
    whole = compact(folded)
    names = {name for each in protected() for entry in each.entries for name in (entry.term, *entry.also)}
    return frozenset(fold(name) for name in names if compact(plain(name)) in whole and spelled(name).search(folded))


def whom_to_ask(words: frozenset[str]) -> list[Person]:
    """Return who is in charge of the entries behind some words, one person for each duty."""
    entries = [entry for each in protected() for entry in each.entries]
    named = [entry for entry in entries if words & _names(entry)] or entries
    duties = dict.fromkeys(entry.owner for entry in named if entry.owner) if words else {}
    first = [people[0] for people in (holders(duty) for duty in duties) if people]
    return list(dict.fromkeys(first))


def _names(entry: Entry) -> set[str]:
    return {fold(each) for each in (entry.term, *entry.also)}
