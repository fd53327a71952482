"""Languages in step: every text is there in each language that the policy declares."""

from collections.abc import Iterator

from clausier.document.checks.subject import Leaf, Subject
from clausier.document.languages import LANGUAGE_NAMES
from clausier.document.model import Localized
from clausier.document.problems import ERROR, WARNING, Problem
from clausier.document.reading.mapping import is_required


def no_language(subject: Subject) -> Iterator[Problem]:
    """A policy is written in one language at least."""
    if not subject.policy.languages and subject.is_whole(("policy",)):
        yield subject.problem("no-language", ("policy", "languages"))


def regime(subject: Subject) -> Iterator[Problem]:
    """The regime speaks of the languages of the policy."""
    for key in ("official", "courtesy"):
        for index, language in enumerate(getattr(subject.policy.language_regime, key)):
            if language not in subject.policy.languages:
                where = ("policy", "language_regime", key, index)
                yield subject.problem(
                    "regime-of-other-language", where, language=LANGUAGE_NAMES.get(language, language)
                )


def missing_language(subject: Subject) -> Iterator[Problem]:
    """A text that lags in a language is an error in the policy; in the facts, which nobody adopts, a warning."""
    for leaf in subject.leaves:
        if type(leaf.value) is not Localized or not (leaf.value or is_required(leaf.holder, leaf.field)):
            continue
        if not subject.is_whole(leaf.path):
            continue
        level = WARNING if leaf.path[0] == "facts" else ERROR
        for language in subject.policy.languages:
            if not leaf.value.get(language):
                name = LANGUAGE_NAMES.get(language, language)
                yield subject.problem("missing-language", leaf.path, level=level, language=name)


def undeclared_language(subject: Subject) -> Iterator[Problem]:
    """A text is in the languages of the policy; what a policy of the library says in others is its own affair."""
    if not subject.is_whole(("policy",)):
        return
    found: dict[str, list[Leaf]] = {}
    for leaf in subject.leaves:
        if type(leaf.value) is Localized and not subject.is_of_library(leaf.path):
            for language in leaf.value.keys() - set(subject.policy.languages):
                found.setdefault(language, []).append(leaf)
    for language, leaves in found.items():
        where = (*leaves[0].path, language)
        name = LANGUAGE_NAMES.get(language, language)
        number = str(len(leaves))
        yield subject.problem("undeclared-language", where, level=WARNING, language=name, number=number)


CHECKS = (no_language, regime, missing_language, undeclared_language)
