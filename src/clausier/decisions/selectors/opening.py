"""What opens a decision: its public reference, its private key, its letters, or what somebody remembers."""

from django.db.models import Q

from clausier.decisions import passes, subjects
from clausier.decisions.models import Decision
from clausier.decisions.states import AGAINST
from clausier.lib.tokens import digest

_WHOLE = Decision.objects.select_related("version", "by", "second", "replaces", "appeal")


def by_reference(reference: str) -> Decision | None:
    """Return the decision of a public reference, however its letters were typed."""
    return _WHOLE.filter(reference=reference.strip().upper()).first()


def by_key(key: str) -> Decision | None:
    """Return the decision whose slip a key or a pass opens."""
    uid = passes.opened(key)
    return _WHOLE.filter(Q(uid=uid) if uid else Q(key=digest(key))).first()


def by_letters(letters: str) -> Decision | None:
    """Return the decision of ten dictated letters; whoever calls has counted the try."""
    return _WHOLE.filter(letters=digest(letters)).first()


def matching(*, url: str, handle: str, words: str) -> Decision | None:
    """Return the last decision against a comment that matches; the same reads are made when none does."""
    found = subjects.find(url=url, handle=handle, words=words) or [("", "")]
    those = Q()
    for kind, uid in found:
        those |= Q(kind=kind, subject=uid)
    return _WHOLE.filter(those, effect_wanted__in=AGAINST).order_by("-at").first()
