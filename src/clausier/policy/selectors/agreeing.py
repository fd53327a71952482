"""Who agrees to a proposed text, step after step, and how far it has come."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from clausier.identity.models import Person
from clausier.identity.permissions import PERMISSIONS
from clausier.identity.selectors import away_on, holders, today, with_role
from clausier.policy.models import Approval, ApprovalPlan, OutsideApprover, Version
from clausier.policy.states import Status

APPROVE = "policy.version.approve"
# Without a plan: one approver who did not write in it, or somebody from outside in their place.
DEFAULT: list[dict[str, Any]] = [{"people": [], "duties": [], "need": 1, "outside": True}]


class Step(NamedTuple):
    """A step of approval: who may agree, how many must, who did.

    ``people`` are those who may, writers of the text left out; ``asked`` those whom it waits for: present ones, and of
    a duty the first. ``away`` are the keys of those who are away today.
    """

    rank: int
    duties: list[str]
    is_named: bool
    people: list[Person]
    asked: list[Person]
    away: set[int]
    need: int
    outside: bool
    approvals: list[Approval]
    outsiders: list[OutsideApprover]

    @property
    def number(self) -> int:
        """The number that people read: the first step is 1."""
        return self.rank + 1

    @property
    def is_met(self) -> bool:
        """Tell whether enough people have agreed."""
        return len(self.approvals) >= self.need

    @property
    def lacks(self) -> int:
        """How many are still to agree."""
        return max(0, self.need - len(self.approvals))

    @property
    def is_stuck(self) -> bool:
        """Tell whether those who are here are too few: somebody is away, or nobody else may."""
        agreed = {each.person_id for each in self.approvals}
        here = [each for each in self.people if each.pk not in self.away and each.pk not in agreed]
        waiting = sum(each.is_waiting for each in self.outsiders)
        return len(here) + waiting < self.lacks


def plan_now() -> ApprovalPlan | None:
    """Return the plan of the texts that are proposed from now on."""
    return ApprovalPlan.objects.first()


def steps_of(draft: Version) -> list[Step]:
    """Return the steps of a text: those of the plan it was proposed under, or of the one of now."""
    plan = draft.plan if draft.status == Status.PROPOSED else plan_now()
    asked = plan.steps if plan else DEFAULT
    approvals = _approvals(draft)
    outsiders = [each for each in draft.outsiders.all() if is_asked_of(each, draft)]
    return [
        _step(
            draft,
            rank,
            each,
            [approval for approval in approvals if approval.step == rank],
            [outsider for outsider in outsiders if outsider.step == rank],
        )
        for rank, each in enumerate(asked)
    ]


def is_asked_of(outsider: OutsideApprover, draft: Version) -> bool:
    """Tell whether somebody from outside was asked about a proposal as it stands, since it was proposed."""
    if draft.status != Status.PROPOSED or draft.proposed is None:
        return False
    return outsider.digest == draft.digest and outsider.at >= draft.proposed


def open_step(steps: Iterable[Step]) -> Step | None:
    """Return the first step that is not met; None once the text is agreed to."""
    return next((step for step in steps if not step.is_met), None)


def is_agreed(draft: Version) -> bool:
    """Tell whether a proposal was agreed to as it stands, by all whom it takes, none of whom wrote in it."""
    return open_step(steps_of(draft)) is None


def step_for(person: Person, steps: list[Step]) -> Step | None:
    """Return the step that an approval of a person counts for now: the open one, or the last once all are met."""
    current = open_step(steps) or (steps[-1] if steps else None)
    return current if current and person in current.people else None


def is_later(person: Person, steps: list[Step]) -> bool:
    """Tell whether a person is of a step whose turn has not come."""
    current = open_step(steps)
    return current is not None and any(person in step.people for step in steps[current.rank + 1 :])


def asked_now(draft: Version) -> list[Person]:
    """Return those whom a proposal waits for: of the open step, those who have not agreed yet."""
    current = open_step(steps_of(draft))
    agreed = {each.person_id for each in current.approvals} if current else set()
    return [person for person in current.asked if person.pk not in agreed] if current else []


def approvers() -> list[Person]:
    """Return the people who may approve a text, by name."""
    return list(with_role(*PERMISSIONS[APPROVE]))


def _approvals(draft: Version) -> list[Approval]:
    found = draft.approvals.filter(digest=draft.digest).select_related("person", "outsider__by")
    return [each for each in found if each.person is None or not draft.is_by(each.person)]


def _step(
    draft: Version, rank: int, asked: dict[str, Any], approvals: list[Approval], outsiders: list[OutsideApprover]
) -> Step:
    may = [person for person in approvers() if not draft.is_by(person)]
    held = {duty: holders(duty) for duty in asked["duties"]}
    named = {person.pk for people in held.values() for person in people}
    named |= {person.pk for person in may if person.uid in asked["people"]}
    is_named = bool(asked["people"] or asked["duties"])
    people = [person for person in may if person.pk in named] if is_named else may
    away = away_on(today(), [person.pk for person in people])
    first = {person.pk for holding in held.values() for person in [each for each in holding if each in people][:1]}
    first |= {person.pk for person in people if person.uid in asked["people"] or not is_named}
    here = [person for person in people if person.pk in first and person.pk not in away]
    return Step(
        rank=rank,
        duties=list(asked["duties"]),
        is_named=is_named,
        people=people,
        asked=here or [person for person in people if person.pk in first],
        away=away,
        need=asked["need"],
        outside=asked["outside"],
        approvals=approvals,
        outsiders=outsiders,
    )
