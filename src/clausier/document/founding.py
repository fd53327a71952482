"""A policy founded on a template: in some of its languages, in the name of an organisation."""

import dataclasses
from typing import Any, TypeVar

from clausier.document.model import Facts, LanguageRegime, Localized, Policy
from clausier.document.naming import called, slug
from clausier.document.reading import Folder

Value = TypeVar("Value")


def proposed(template: Policy) -> tuple[str, ...]:
    """Return the languages that a template proposes: those that are official where it says so, else all."""
    return template.language_regime.official or template.languages


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
    found: Any = value
    if isinstance(value, Localized):
        found = Localized({language: value[language] for language in languages if language in value})
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: kept(getattr(value, field.name), languages) for field in dataclasses.fields(value)}
        found = dataclasses.replace(value, **fields)
    elif isinstance(value, dict):
        found = {key: kept(each, languages) for key, each in value.items()}
    elif isinstance(value, tuple) and type(value) is tuple:
        found = tuple(kept(each, languages) for each in value)
    return found  # type: ignore[no-any-return]
