"""A policy founded on a template: with overlays, in some of its languages, in the name of an organisation."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from clausier.document.model import Chapter, Facts, LanguageRegime, Localized, Overlay, Policy
from clausier.document.naming import called, slug
from clausier.document.reading import Folder

Value = TypeVar("Value")


def proposed(template: Policy) -> tuple[str, ...]:
    """Return the languages that a template proposes: those that are official where it says so, else all."""
    return template.language_regime.official or template.languages


class ClashError(Exception):
    """An overlay brings a name that already stands for something: a clause, an audience, a duty or a fact."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def laid(template: Folder, overlay: Overlay) -> Folder:
    """Return a template with an overlay on it: its clauses come last in their chapters, what they name stands beside.

    Raises ClashError for a clause whose id is taken, and for a name that would stand for two different things.
    """
    policy = template.policy
    if policy is None:
        return template
    taken = {clause.id for clause in policy.clauses()}
    for chapter in overlay.chapters:
        for clause in chapter.clauses:
            if clause.id in taken:
                raise ClashError(clause.id)
    policy = dataclasses.replace(
        policy,
        regulation_packs=tuple(dict.fromkeys((*policy.regulation_packs, *overlay.regulation_packs))),
        audiences=_joined(policy.audiences, overlay.audiences),
        duties=_joined(policy.duties, overlay.duties),
        chapters=_chapters(policy.chapters, overlay.chapters),
    )
    return dataclasses.replace(template, policy=policy, facts=_facts(template.facts, overlay.facts))


def _chapters(below: tuple[Chapter, ...], above: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    found = {chapter.chapter: chapter for chapter in below}
    for chapter in above:
        under = found.get(chapter.chapter, dataclasses.replace(chapter, clauses=()))
        found[chapter.chapter] = dataclasses.replace(under, clauses=(*under.clauses, *chapter.clauses))
    return tuple(sorted(found.values(), key=lambda chapter: chapter.number))


def _facts(below: Facts, above: Facts) -> Facts:
    return dataclasses.replace(
        below,
        offerings=tuple(
            _joined({each.id: each for each in below.offerings}, {e.id: e for e in above.offerings}).values()
        ),
        public_figures=(*below.public_figures, *above.public_figures),
        parties=tuple(_joined({each.id: each for each in below.parties}, {e.id: e for e in above.parties}).values()),
        periods=_joined(below.periods, above.periods),
    )


def _joined(below: Mapping[str, Value], above: Mapping[str, Value]) -> dict[str, Value]:
    for name, value in above.items():
        if below.get(name, value) != value:
            raise ClashError(name)
    return {**below, **above}


def made(template: Folder, name: str | None, languages: tuple[str, ...]) -> Folder:
    """Return a template in some of its languages and in the name of an organization."""
    policy = kept(template.policy, languages)
    facts: Facts = kept(template.facts, languages)
    names = {language: facts.names[language] for language in languages if language in facts.names}
    if name and policy:
        policy = dataclasses.replace(policy, id=slug(name))
        names = dict.fromkeys(languages, (name,))
        facts = dataclasses.replace(facts, called=called(name, languages))
    if policy:
        policy = dataclasses.replace(
            policy, languages=languages, language_regime=_regime(policy.language_regime, languages)
        )
    return dataclasses.replace(template, policy=policy, facts=dataclasses.replace(facts, names=names))


def _regime(regime: LanguageRegime, languages: tuple[str, ...]) -> LanguageRegime:
    official = tuple(each for each in regime.official if each in languages)
    courtesy = tuple(each for each in regime.courtesy if each in languages)
    return dataclasses.replace(regime, official=official, courtesy=courtesy)


def kept(value: Value, languages: tuple[str, ...]) -> Value:
    """Return a value of the model whose texts are in these languages only."""
    return with_texts(
        value, lambda text: Localized({language: text[language] for language in languages if language in text})
    )


def with_texts(value: Value, change: Callable[[Localized], Localized]) -> Value:
    """Return a value of the model with each of its texts as ``change`` gives it."""
    found: Any = value
    if isinstance(value, Localized):
        found = change(value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {each.name: with_texts(getattr(value, each.name), change) for each in dataclasses.fields(value)}
        found = dataclasses.replace(value, **fields)
    elif isinstance(value, dict):
        found = {key: with_texts(each, change) for key, each in value.items()}
    elif isinstance(value, tuple) and type(value) is tuple:
        found = tuple(with_texts(each, change) for each in value)
    return found  # type: ignore[no-any-return]
