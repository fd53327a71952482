"""What was decided on a comment, and on its author's others on the same channel while it is in its term."""

from collections import defaultdict
from collections.abc import Collection
from datetime import timedelta

from clausier.chapters.inbox.history import Past
from clausier.chapters.inbox.models import Channel, Item
from clausier.decisions.models import Decision
from clausier.decisions.states import AGAINST, TOLD, Done, Kind, Standing
from clausier.lib import clock

TERM = timedelta(days=365)  # a rule may look back a year at most (DESIGN, section 4), and so may a person
IN_FORCE = (Standing.STANDS, Standing.APPEALED, Standing.UPHELD)


def standing_of(item: str) -> Decision | None:
    """Return the decision that stands on a comment, by the name of its item."""
    standing = Decision.objects.filter(kind=Kind.COMMENT, subject=item, standing__in=IN_FORCE)
    return standing.select_related("version").order_by("-at", "-pk").first()


def is_done(decision: Decision) -> bool:
    """Tell whether a decision has left the house: something was done there, or its author was told."""
    return decision.notice in TOLD or decision.effect_done in (Done.CONNECTOR, Done.BY_HAND)


def pasts(channel: Channel, handles: Collection[str]) -> dict[str, list[Past]]:
    """Return the decisions still in their term against the comments of some handles of a channel, newest first."""
    items = Item.objects.filter(channel=channel, handle__in=handles).exclude(handle="")
    handle_of = dict(items.filter(review__acts__decision__isnull=False).values_list("uid", "handle"))
    found = defaultdict(list)
    decisions = Decision.objects.filter(kind=Kind.COMMENT, subject__in=handle_of, standing__in=IN_FORCE)
    for each in decisions.filter(effect_wanted__in=AGAINST, at__gt=clock.now() - TERM).order_by("-at"):
        found[handle_of[each.subject]].append(
            Past(each.at, each.reference, each.clause, each.get_effect_wanted_display())
        )
    return dict(found)
