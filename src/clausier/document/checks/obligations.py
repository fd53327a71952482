"""Obligations: those of the enabled packs are served by a clause, or waived with a reason."""

from collections.abc import Iterator

from clausier.document.checks.subject import Subject
from clausier.document.model import Clause, Localized
from clausier.document.model.statements import Waive
from clausier.document.packs import INTERNATIONAL, Obligation, known_packs, load_packs
from clausier.document.problems import WARNING, Problem, listed, nearest
from clausier.document.vocabulary import Label

KIND = Label("obligation", "obligation of a pack")
CITED = {(Clause, "serves"), (Waive, "obligation")}


def enabled(subject: Subject) -> dict[str, Obligation]:
    """Return the obligations of the packs that the policy enables, by id."""
    return load_packs(name for name in subject.policy.regulation_packs if name in known_packs())


def unknown(subject: Subject) -> Iterator[Problem]:
    """An obligation that is served or waived is in some pack; the packs that are not enabled are read only then."""
    known = enabled(subject)
    for leaf in subject.leaves:
        if (leaf.holder, leaf.field) in CITED and leaf.value not in known:
            every = load_packs(known_packs())
            if leaf.value not in every:
                meant = nearest(leaf.value, every)
                code, words = ("not-in-library", known) if known else ("no-pack", known_packs())
                yield subject.problem(code, leaf.path, meant=meant, value=leaf.value, kind=KIND, words=listed(words))


def unserved(subject: Subject) -> Iterator[Problem]:
    """Every obligation of an enabled pack has an answer, if it holds where the policy does."""
    clauses = subject.policy.clauses()
    answered = {name for clause in clauses for name in clause.serves}
    answered |= {waive.obligation for clause in clauses for waive in clause.waive}
    packs, places = subject.policy.regulation_packs, {*subject.policy.jurisdictions, INTERNATIONAL}
    for name, obligation in enabled(subject).items():
        holds = places & set(obligation.jurisdiction) or not subject.policy.jurisdictions
        if holds and name not in answered:
            where = ("policy", "regulation_packs", packs.index(obligation.pack))
            citation, binds = _label(obligation.citation), _label(obligation.binds)
            yield subject.problem(
                "unserved-obligation", where, level=WARNING, name=name, citation=citation, binds=binds
            )


def _label(text: Localized) -> Label:
    return Label(text.best("fr"), text.best("en"))


def waived_outside(subject: Subject) -> Iterator[Problem]:
    """What is waived is an obligation that would hold."""
    known = enabled(subject)
    for path, clause in subject.clauses:
        for index, waive in enumerate(clause.waive):
            if waive.obligation not in known and waive.obligation in load_packs(known_packs()):
                where = (*path, "waive", index, "obligation")
                yield subject.problem("waived-outside", where, level=WARNING, name=waive.obligation)


CHECKS = (unknown, unserved, waived_outside)
