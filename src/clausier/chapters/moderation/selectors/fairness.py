"""How each ground is used, and how often we were wrong. Clauses are counted, never people."""

from datetime import timedelta
from typing import Any, NamedTuple

from django.db.models import Count, Q

from clausier.chapters.moderation.models import Act, Review
from clausier.chapters.moderation.states import Verb
from clausier.decisions.models import Decision
from clausier.decisions.states import AGAINST, Kind, Notice, Standing
from clausier.lib import clock
from clausier.policy.selectors import in_force, policy_of

SPAN = timedelta(days=365)


class Figures(NamedTuple):
    """The figures of one clause over a year; ``number`` is empty for a clause that is no longer in force."""

    clause: str
    number: str
    title: str
    decided: int
    by_program: int
    seconded: int
    appealed: int
    overturned: int
    untold: int  # the author could not be told
    wrong: int  # a person said: the program is wrong here


class Fairness(NamedTuple):
    """The figures of the room over a year."""

    clauses: list[Figures]
    reviewed: int
    missed: int  # a person said that the program saw nothing where there was something


def figures(language: str) -> Fairness:
    """Return the figures of the last year, clause by clause, in the order of their use."""
    since = clock.now() - SPAN
    decided = Decision.objects.filter(kind=Kind.COMMENT, effect_wanted__in=AGAINST, at__gt=since)
    counted: dict[str, Any] = {row["clause"]: row for row in decided.values("clause").annotate(**_COUNTS).order_by()}
    said = Act.objects.filter(verb=Verb.SAY_WRONG, at__gt=since, undone=None).order_by()
    wrong = dict(said.values_list("clause").annotate(Count("pk")))
    version = in_force()
    policy = policy_of(version) if version else None
    numbers = policy.numbers() if policy else {}
    titles = {each.id: each.title.best(language) for each in policy.clauses()} if policy else {}
    none = dict.fromkeys(_COUNTS, 0)
    rows = [
        Figures(
            clause=clause,
            number=numbers.get(clause, ""),
            title=titles.get(clause, clause),
            wrong=wrong.get(clause, 0),
            **{name: counted.get(clause, none)[name] for name in _COUNTS},
        )
        for clause in {*counted, *wrong} - {""}
    ]
    rows.sort(key=lambda row: (-row.decided, row.clause))
    return Fairness(rows, Review.objects.filter(closed__gt=since).count(), wrong.get("", 0))


_COUNTS = {
    "decided": Count("pk", filter=~Q(standing=Standing.UNDONE)),
    "by_program": Count("pk", filter=Q(by=None)),
    "seconded": Count("pk", filter=Q(second__isnull=False)),
    "appealed": Count("pk", filter=Q(appeal__isnull=False)),
    "overturned": Count("pk", filter=Q(standing=Standing.OVERTURNED)),
    "untold": Count("pk", filter=Q(notice=Notice.NOT_POSSIBLE)),
}
