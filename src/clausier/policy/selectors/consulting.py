"""Who was consulted on a text, on what, and what keeps it from being adopted."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from clausier.document.comparison import compare
from clausier.document.comparison.values import WORDING
from clausier.document.model import Clause, Policy
from clausier.document.vocabulary import LADDERS, OUTGOING
from clausier.identity.models import Person
from clausier.identity.permissions import PERMISSIONS
from clausier.identity.selectors import audiences_of, today, with_role
from clausier.lib.refusals import Words
from clausier.policy.models import Comment, Consultation, Version
from clausier.policy.selectors.texts import policy_of
from clausier.policy.selectors.versions import base_of
from clausier.policy.states import Status

UNIONISED = "unionised"
# The statements that ask something of whoever a clause is for, beside its rules.
ASKS = ("disclose", "learn", "approve", "use", "own", "keep_account", "breach", "ladder")


def comments_of(draft: Version, person: Person | None = None) -> list[Comment]:
    """Return what was said of a text, the oldest first; only what one person said, where one is given."""
    found = draft.comments.select_related("person", "by")
    return list(found.filter(person=person) if person else found)


def unanswered(draft: Version) -> list[Comment]:
    """Return the comments of observers that have no answer yet: the text is not adopted before."""
    return list(draft.comments.filter(is_observer=True, answered=None).select_related("person"))


def answered_to(person: Person) -> list[Version]:
    """Return the texts on which a person was answered and has not said that they have read the answer."""
    waiting = Comment.objects.filter(person=person, seen=None).exclude(answered=None)
    return list(Version.objects.filter(pk__in=waiting.values("version")).defer("files").order_by("made"))


def observers_of(draft: Version) -> list[Person]:
    """Return those who read every text in consultation, but for whoever wrote in this one."""
    return [person for person in with_role(*PERMISSIONS["policy.drafts.view"]) if not draft.is_by(person)]


def records_of(draft: Version) -> list[Consultation]:
    """Return what is recorded of the consultations on a text, the oldest first."""
    return list(draft.consultations.select_related("by"))


def is_taking_comments(draft: Version) -> bool:
    """Tell whether a consultation is open today: through the whole of its last day."""
    return draft.status == Status.CONSULTATION and draft.closes is not None and today() <= draft.closes


class Duties(NamedTuple):
    """The clauses by which a text asks something new of unionised people, and how many of these are known."""

    clauses: list[Clause]
    people: int
    is_foreseen: bool


def new_duties(draft: Version) -> Duties:
    """Return the clauses that ask something new of unionised people, beside the last adopted version.

    A clause does when it is new, or when what it does or whom it is for changed, when it is for an audience in which
    somebody unionised is, and when it asks something. A text that foresees unionised people where nobody known is one
    says so (``is_foreseen``) and is not held back.
    """
    policy, base = policy_of(draft), base_of()
    people = list(Person.objects.filter(is_active=True, regime=UNIONISED).only("relation", "audiences"))
    reached = {slug for person in _alike(people) for slug in audiences_of(person, policy)}
    changed = _changed(policy_of(base), policy) if base else None
    clauses = [
        clause
        for clause in policy.clauses()
        if (changed is None or clause.id in changed) and reached & set(clause.audience) and asks(clause)
    ]
    return Duties(clauses, len(people), is_foreseen=not people and _foresees(policy))


def asks(clause: Clause) -> bool:
    """Tell whether a clause asks something of the people it is for, beyond being informed of it."""
    strict = any(rule.way == OUTGOING and LADDERS[OUTGOING].index(rule.action) > 0 for rule in clause.rules if rule.do)
    commits = clause.commit is not None and clause.commit.as_ != "inform"
    return strict or commits or any(getattr(clause, name, None) for name in ASKS)


def lacks_consultation(draft: Version) -> bool:
    """Tell whether a text asks something new of unionised people and nothing is recorded of who was consulted."""
    return not draft.consultations.exists() and bool(new_duties(draft).clauses)


def held_back(draft: Version) -> list[tuple[str, Words]]:
    """Return what keeps a text from being adopted, beside its errors and its approvals: a code and a sentence each."""
    told: list[tuple[str, Words]] = []
    if is_taking_comments(draft):
        told.append(("consultation-open", _("The consultation is still open: end it first, or wait for its last day.")))
    if unanswered(draft):
        told.append(("unanswered", _("Observers commented on this text: answer each of them before the adoption.")))
    if lacks_consultation(draft):
        sentence = _("This text asks something new of unionized people: record who was consulted, or why nobody was.")
        told.append(("not-consulted", sentence))
    return told


def _alike(people: list[Person]) -> list[Person]:
    """Return one person for each set of audiences: few, however many people there are."""
    return list({(person.relation, tuple(sorted(person.audiences))): person for person in people}.values())


def _changed(old: Policy, new: Policy) -> set[str]:
    clauses = compare(old, new).clauses
    return {each.id for each in clauses if each.after and (each.before is None or set(each.kinds) - {WORDING})}


def _foresees(policy: Policy) -> bool:
    rungs = (rung for clause in policy.clauses() for rung in clause.ladder)
    return any(UNIONISED in rung.regimes for rung in rungs)
