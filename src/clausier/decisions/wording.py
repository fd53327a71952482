"""A decision in plain words, for whoever reads it."""

import re
from typing import NamedTuple

from django.utils.translation import gettext as _

from clausier.decisions.models import Decision
from clausier.decisions.states import Done, Effect, Kind, Standing
from clausier.decisions.subjects import Shown
from clausier.document.model import Clause
from clausier.document.networks import NETWORKS, load_network

_ACTS = {Effect.HIDE: "hide", Effect.REMOVE: "delete"}
# Signals whose words are shown only to whoever asks for them, even on one's own slip.
_MASKED = re.compile(r"(pi|secret|conf|\*)\.|abuse\.(hate|doxxing|\*)|\*")


class Effects(NamedTuple):
    """What was done, and who still sees the subject."""

    done: str
    seen_by: str = ""


def effect_of(decision: Decision, shown: Shown | None, language: str) -> Effects:
    """Say what became of the subject, never more than was done."""
    wanted = {
        Effect.KEEP: _("The comment stays."),
        Effect.HOLD: _("The comment waits until a person has looked at it."),
        Effect.HIDE: _("The comment was hidden."),
        Effect.REMOVE: _("The comment was removed."),
        Effect.RESTORE: _("The comment was put back."),
    }
    planned = {
        Effect.HIDE: _("The comment is being hidden; this is not done yet."),
        Effect.REMOVE: _("The comment is being removed; this is not done yet."),
        Effect.RESTORE: _("The comment is being put back; this is not done yet."),
    }
    if decision.kind != Kind.COMMENT:
        return Effects(_("Effect: %(effect)s.") % {"effect": Effect(decision.effect_wanted).label})
    effect = Effect(decision.effect_wanted)
    if decision.effect_done == Done.NOT_POSSIBLE:
        return Effects(_("The network did not allow it: the comment still shows."))
    is_over = decision.standing in {Standing.OVERTURNED, Standing.UNDONE, Standing.REPLACED}
    pending = decision.effect_done in {Done.PENDING, Done.UNKNOWN} and effect in planned and not is_over
    return Effects(planned[effect] if pending else wanted[effect], seen_by(decision, shown, language))


def seen_by(decision: Decision, shown: Shown | None, language: str) -> str:
    """Return who still sees the subject: as its network's table says in that language, else as it was reported."""
    act = _ACTS.get(Effect(decision.effect_wanted))
    channel = shown.channel if shown else ""
    if act and channel in NETWORKS and act in load_network(channel).acts:
        said = load_network(channel).acts[act].seen_by.best(language)
        return said or decision.seen_by_after
    return decision.seen_by_after


def decided_by(decision: Decision) -> str:
    """Say whether a person or the program decided; no page for the public names a person."""
    if decision.by_id is None:
        return _("The program did it, as the policy allows. A person looks at it afterwards.")
    if decision.found_by_program:
        return _("A person decided, after the program pointed it out.")
    return _("A person decided.")


def standing_of(decision: Decision) -> str:
    """Say where a decision stands."""
    return {
        Standing.STANDS: _("This decision stands."),
        Standing.APPEALED: _("This decision is being looked at again by another person."),
        Standing.UPHELD: _("Another person looked at this decision again and upheld it."),
        Standing.OVERTURNED: _("Another person looked at this decision again and overturned it."),
        Standing.UNDONE: _("This decision was taken back."),
        Standing.REPLACED: _("A later decision replaced this one."),
    }[Standing(decision.standing)]


def is_masked(clause: Clause | None) -> bool:
    """Tell whether the words of a subject stay covered until asked for: its ground is personal or hateful."""
    signals = (signal for rule in (clause.rules if clause else ()) for signal in rule.when.signal)
    return any(_MASKED.match(signal) for signal in signals if not signal.startswith("!"))
