"""Names: whatever a document calls by name is defined in it, or lies on a shelf of the library."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from clausier.document import jurisdictions
from clausier.document.checks.subject import Leaf, Subject
from clausier.document.globs import matches
from clausier.document.model import Audience, Circumstances, Clause, Entry, Example, Figure, Look, Policy, Rule
from clausier.document.model import policy as model
from clausier.document.model import statements as say
from clausier.document.networks import NETWORKS
from clausier.document.packs import known_packs
from clausier.document.problems import Problem, listed, nearest
from clausier.document.vocabulary import POLICY, Label

# Whom a reminder goes to when a commitment stays unsigned, besides the duties.
REMINDED = ("manager", "owner")


class Kind(NamedTuple):
    """A kind of thing that is called by name: what it is called, which names there are, whether patterns are fine."""

    label: Label
    names: Callable[[Subject], Iterable[str]]
    pattern: bool = False
    code: str = "unknown-name"


def _answers(subject: Subject) -> Iterable[str]:
    return [clause.answer.id for clause in subject.policy.clauses() if clause.answer]


def _approvals(subject: Subject) -> Iterable[str]:
    return [clause.approve.id for clause in subject.policy.clauses() if clause.approve]


AUDIENCE = Kind(Label("groupe de personnes", "audience"), lambda subject: subject.policy.audiences)
DUTY = Kind(Label("responsabilité", "duty"), lambda subject: subject.policy.duties)
NOTIFIED = Kind(
    Label("groupe de personnes ou responsabilité", "audience or duty"),
    lambda subject: [*subject.policy.audiences, *subject.policy.duties],
)
REMINDER = Kind(Label("responsabilité", "duty"), lambda subject: [*REMINDED, *subject.policy.duties])
ANSWER = Kind(Label("marche à suivre pour répondre", "way of answering"), _answers)
APPROVAL = Kind(Label("approbation", "approval"), _approvals)
CLAUSE = Kind(Label("clause", "clause"), lambda subject: [clause.id for clause in subject.policy.clauses()])
LIST = Kind(Label("liste protégée", "protected list"), lambda subject: [each.name for each in subject.protected])
PERIOD = Kind(Label("période", "period"), lambda subject: subject.facts.periods)
PARTY = Kind(Label("parti", "party"), lambda subject: [party.id for party in subject.facts.parties])
NETWORK = Kind(Label("réseau", "network"), lambda _: NETWORKS, code="not-in-library")
NETWORKS_LIKE = NETWORK._replace(pattern=True)
RULE, OWN_RULE = Label("règle", "rule"), Label("règle de cette clause", "rule of this clause")
PACK = Kind(Label("ensemble d'obligations", "pack of obligations"), lambda _: known_packs(), code="not-in-library")

REFERENCES: dict[tuple[type, str], Kind] = {
    (Policy, "regulation_packs"): PACK,
    (Audience, "within"): AUDIENCE,
    (Clause, "audience"): AUDIENCE,
    (Circumstances, "audience"): AUDIENCE,
    (Circumstances, "channel"): NETWORKS_LIKE,
    (Circumstances, "period"): PERIOD,
    (Rule, "route"): ANSWER,
    (Rule, "notify"): NOTIFIED,
    (Look, "by"): DUTY,
    (Example, "audiences"): AUDIENCE,
    (Example, "channel"): NETWORK,
    (model.PastDecision, "clause"): CLAUSE,
    (model.Review, "by"): DUTY,
    (say.Commit, "then"): REMINDER,
    (say.Wording, "network"): NETWORKS_LIKE,
    (say.Approver, "audience"): AUDIENCE,
    (say.Approver, "duty"): DUTY,
    (say.Protect, "lists"): LIST,
    (say.Use, "audience"): AUDIENCE,
    (say.Use, "network"): NETWORKS_LIKE,
    (say.Step, "by"): DUTY,
    (say.Topic, "duty"): DUTY,
    (say.Topic, "notify"): NOTIFIED,
    (say.Answer, "duty"): DUTY,
    (say.Answer, "approve"): APPROVAL,
    (say.Appeal, "by"): DUTY,
    (say.Comments, "channel"): NETWORKS_LIKE,
    (say.Freeze, "by"): DUTY,
    (Entry, "owner"): DUTY,
    (Figure, "party"): PARTY,
}


def unknown_names(subject: Subject) -> Iterator[Problem]:
    """Every name of the table is one of its kind."""
    known: dict[Kind, list[str]] = {}
    for leaf in subject.leaves:
        kind = REFERENCES.get((leaf.holder, leaf.field))
        if kind is None:
            continue
        if kind not in known:
            known[kind] = list(kind.names(subject))
        if not _is_known(leaf.value, known[kind], pattern=kind.pattern):
            yield _unknown(subject, leaf, kind, known[kind])


def _is_known(name: str, names: Iterable[str], *, pattern: bool) -> bool:
    return any(matches(each, name) for each in names) if pattern else name in names


def _unknown(subject: Subject, leaf: Leaf, kind: Kind, names: list[str]) -> Problem:
    return subject.problem(
        kind.code, leaf.path, meant=nearest(leaf.value, names), value=leaf.value, kind=kind.label, words=listed(names)
    )


def unknown_handles(subject: Subject) -> Iterator[Problem]:
    """Handles are given by network, or under ``*`` for all of them."""
    for network in subject.facts.handles:
        if network != "*" and network not in NETWORKS:
            leaf = Leaf(("facts", "handles", network), network, type(subject.facts), "handles")
            yield _unknown(subject, leaf, NETWORK, list(NETWORKS))


def unknown_jurisdictions(subject: Subject) -> Iterator[Problem]:
    """A jurisdiction is told by its code."""
    for index, code in enumerate(subject.policy.jurisdictions):
        if not jurisdictions.is_jurisdiction(code):
            where = ("policy", "jurisdictions", index)
            yield subject.problem("not-jurisdiction", where, meant=jurisdictions.meant(code), value=code)


def unknown_reasons(subject: Subject) -> Iterator[Problem]:
    """The rule that an example names is one of those that judge it."""
    every = [rule.id for _, rule in subject.rules]
    for path, clause in subject.clauses:
        own = [rule.id for rule in clause.rules]
        for index, example in enumerate(clause.examples):
            rules, kind = (every, RULE) if example.by == POLICY else (own, OWN_RULE)
            name = example.because
            if name is not None and name not in rules:
                where = (*path, "examples", index, "because")
                yield subject.problem("unknown-name", where, meant=nearest(name, rules), value=name, kind=kind)


def circles(subject: Subject) -> Iterator[Problem]:
    """An audience is never within itself, however far around."""
    audiences = subject.policy.audiences
    for name in audiences:
        around = [name]
        while (within := audiences[around[-1]].within) in audiences and within not in around:
            around.append(within)
        if within == name:
            cycle = " → ".join([*around, name])
            yield subject.problem("audience-circle", ("policy", "audiences", name, "within"), name=name, cycle=cycle)


CHECKS = (unknown_names, unknown_handles, unknown_jurisdictions, unknown_reasons, circles)
