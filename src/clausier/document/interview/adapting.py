"""What of a template does not hold for whoever answers: clauses set aside, words said otherwise, laws not theirs."""

import dataclasses
import re
from collections.abc import Callable, Collection
from functools import cache

from clausier.document.founding import with_texts
from clausier.document.interview.answers import choices, open_questions, tidied
from clausier.document.interview.model import Answers, Wording
from clausier.document.interview.shelf import outside
from clausier.document.model import Clause, Example, LanguageRegime, Localized, Policy
from clausier.document.packs import INTERNATIONAL, load_packs

_ANSWER = "{answer}"


def set_aside(answers: Answers) -> tuple[str, ...]:
    """Return the ids of the clauses that the answers set aside."""
    found = [name for each in choices(answers) for name in each.set_aside]
    return tuple(dict.fromkeys([*found, *(outside().set_aside if is_outside(answers) else ())]))


def is_outside(answers: Answers) -> bool:
    """Tell whether the answers lead out of Quebec."""
    return any(each.outside for each in choices(answers))


def wordings(answers: Answers) -> list[Wording]:
    """Return the words that read otherwise after the answers, in the order of the questions."""
    found: list[Wording] = []
    for question in open_questions(answers):
        for choice in question.chosen(answers):
            found += [*(outside().wordings if choice.outside else ()), *choice.wordings]
        typed = tidied(question, answers.get(question.id, []))
        found += [_filled(each, typed[0]) for each in question.wordings if typed]
    return found


def _filled(wording: Wording, typed: str) -> Wording:
    said = {language: text.replace(_ANSWER, typed) for language, text in wording.reads.items()}
    return dataclasses.replace(wording, reads=Localized(said))


def without_clauses(policy: Policy, base: Policy, names: Collection[str]) -> Policy:
    """Return a policy without some clauses; one that the base has too reads as it does there."""
    known = {clause.id: clause for clause in base.clauses()}
    return with_clauses(policy, lambda clause: known.get(clause.id) if clause.id in names else clause)


def with_clauses(policy: Policy, change: Callable[[Clause], Clause | None]) -> Policy:
    """Return a policy whose clauses are what ``change`` gives for each; None takes one out."""
    chapters = tuple(
        dataclasses.replace(chapter, clauses=tuple(new for clause in chapter.clauses if (new := change(clause))))
        for chapter in policy.chapters
    )
    return dataclasses.replace(policy, chapters=tuple(chapter for chapter in chapters if chapter.clauses))


def reworded(text: Localized, wordings: Collection[Wording]) -> Localized:
    """Return a text in which the words of each wording read otherwise."""
    found = dict(text)
    for wording in wordings:
        for language, was in wording.was.items():
            if language in found:
                reads = wording.reads.get(language, "")
                # A backslash in what somebody typed is no sign of the pattern.
                new = reads.replace("\\", r"\\")
                found[language] = _pattern(was, is_removed=not reads).sub(new, found[language])
    return Localized(found)


@cache
def _pattern(was: str, *, is_removed: bool) -> re.Pattern[str]:
    """Return what finds words whatever the line breaks between them, with the blanks before them if they go."""
    return re.compile((r"\s*" if is_removed else "") + r"\s+".join(map(re.escape, was.split())))


def adapted(policy: Policy, answers: Answers) -> Policy:
    """Return a policy in the words that hold after the answers, under the laws that they name if they name some."""
    said = wordings(answers)
    strange = [words for each in choices(answers) for words in each.without_examples]
    if said:
        policy = with_texts(policy, lambda text: reworded(text, said))
        policy = with_clauses(policy, lambda clause: _with_examples(clause, said, strange))
    return _under_its_laws(policy) if any(each.packs for each in choices(answers)) else policy


def _with_examples(clause: Clause, wordings: Collection[Wording], strange: Collection[str]) -> Clause:
    """Return a clause whose examples speak as its text does, without those in which strange words stand."""
    kept = (each for each in clause.examples if not any(word in each.text for word in strange))
    return dataclasses.replace(clause, examples=tuple(_example(each, wordings) for each in kept))


def _example(example: Example, wordings: Collection[Wording]) -> Example:
    said = reworded(Localized({example.lang: example.text}), wordings)
    return dataclasses.replace(example, text=said[example.lang])


def _under_its_laws(policy: Policy) -> Policy:
    """Return a policy that cites and waives only what its packs ask where it is; a clause that waives nothing goes."""
    places = {*policy.jurisdictions, INTERNATIONAL}
    asked = {name for name, each in load_packs(policy.regulation_packs).items() if places & set(each.jurisdiction)}
    served = {name for clause in policy.clauses() for name in clause.serves} & asked

    def changed(clause: Clause) -> Clause | None:
        waive = tuple(each for each in clause.waive if each.obligation in asked - served)
        serves = tuple(name for name in clause.serves if name in asked)
        emptied = clause.waive and not waive
        return None if emptied else dataclasses.replace(clause, serves=serves, waive=waive)

    return dataclasses.replace(with_clauses(policy, changed), language_regime=LanguageRegime())
