"""What changed since the page was shown: somebody read one text and answers when another one is in force."""

from collections.abc import Iterable

from clausier.chapters.ambassadors.selectors.asked import Asked
from clausier.chapters.ambassadors.selectors.changes import changed_clauses
from clausier.policy.models import Version


def since_shown(asked: Iterable[Asked], digest: str, present: Version) -> list[Asked]:
    """Return what is asked, each clause beside how it read in the version of a digest; unknown, it changes nothing."""
    shown = Version.objects.adopted().filter(digest=digest).exclude(pk=present.pk).order_by("-pk").first()
    if shown is None:
        return list(asked)
    changed = changed_clauses(shown, present)
    return [
        each._replace(since=shown, changes=changed[each.clause.id]) if each.clause.id in changed else each
        for each in asked
    ]
