"""The sentences that moderation proposes: the facts of a case, from what the checker saw."""

from django.utils.translation import gettext, override

from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation.selectors.grounds import language_for, signals_for
from clausier.document.model import Clause
from clausier.document.vocabulary import SIGNALS
from clausier.policy.models import Version
from clausier.policy.selectors import policy_of


def facts_of(item: Item, version: Version, clause: Clause) -> str:
    """Return the facts that the signals of a clause show, in the author's language, or "" when nothing shows."""
    language = language_for(policy_of(version), item)
    kinds = dict.fromkeys(each.kind for each in signals_for(item, version, clause))
    things = [SIGNALS[kind].in_language(language) for kind in kinds]
    with override(language):
        return gettext("The passage holds %(things)s.") % {"things": _listed(things)} if things else ""


def _listed(things: list[str]) -> str:
    *first, last = things
    return gettext("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last} if first else last
