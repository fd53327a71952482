"""What a page shows of a policy, in one language, before any markup."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from clausier.document import vocabulary
from clausier.document.aloud import promise_aloud, review_aloud, rule_aloud, statement_aloud, words
from clausier.document.aloud.voice import Voice
from clausier.document.model import Chapter, Choice, Clause, Example, Facts, Localized, Policy
from clausier.document.placeholders import fill
from clausier.document.rendering import labels
from clausier.document.typography import curled, typeset


class Law(Protocol):
    """What a page needs of an obligation: how it is cited, and what it asks."""

    @property
    def citation(self) -> Localized: ...

    @property
    def say(self) -> Localized: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is true of one edition of a page, and not of the policy.

    ``date`` is the day it is in force, or was written; ``draft`` says on each page that it is not adopted, though it
    may have its number; ``runs`` names the statements that the software runs; ``others`` gives the file of each other
    language; ``public`` leaves out internal clauses, which keep their number.
    """

    version: str = ""
    digest: str = ""
    date: dt.date | None = None
    draft: bool = False
    runs: frozenset[str] = frozenset()
    obligations: Mapping[str, Law] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    public: bool = True


@dataclass(frozen=True, slots=True)
class ShownExample:
    """An example as an illustration: its words, its situation, what it gets."""

    text: str
    language: str
    situation: str
    expected: str
    strict: bool


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question and its choices: text, whether it is right, why."""

    ask: str
    choices: list[tuple[str, bool, str]]


@dataclass(frozen=True, slots=True)
class ShownClause:
    """A clause as it is shown; an internal one left out has a number and nothing else."""

    number: str
    id: str = ""
    title: str = ""
    audience: str = ""
    purpose: str = ""
    text: str = ""
    runs: list[str] = field(default_factory=list)
    planned: list[str] = field(default_factory=list)
    examples: list[ShownExample] = field(default_factory=list)
    questions: list[ShownQuestion] = field(default_factory=list)
    laws: list[tuple[str, str]] = field(default_factory=list)

    @property
    def illustrations(self) -> list[ShownExample]:
        """Two examples, one that is asked something and one that is let through where there are both."""
        first = next((each for each in self.examples if each.strict), next(iter(self.examples), None))
        second = next((each for each in self.examples if not each.strict), None)
        return [each for each in self.examples if each in (first, second)]


class View:
    """A policy seen in one language, in one edition."""

    def __init__(self, policy: Policy, facts: Facts, language: str, edition: Edition) -> None:
        self.policy = policy
        self.facts = facts
        self.language = language
        self.edition = edition
        self.voice = Voice(policy, language)
        self.numbers = policy.numbers()

    def of(self, label: vocabulary.Label) -> str:
        """Return the page's own words in its language."""
        return label.in_language(self.language)

    def text(self, localized: Localized) -> str:
        """Return the policy's words in the language of the page."""
        return self.set(localized.best(self.language))

    def set(self, text: str) -> str:
        """Return a text with the typography of the page."""
        return curled(typeset(text, self.language))

    @property
    def organization(self) -> str:
        """The organisation's name as a title, without an article."""
        first = next(iter(self.facts.names.get(self.language) or ()), "")
        return self.set(first or self.facts.organization(self.language))

    @property
    def version(self) -> str:
        """The version and the short digest, or that this is a draft."""
        # A draft still bears the number of the version that it starts from: it has none of its own yet.
        number = self.edition.version or (self.policy.version if not self.edition.draft else "")
        version = f"{self.of(labels.VERSION)} {number}" if number else self.of(labels.DRAFT)
        return f"{version}, {self.of(labels.DIGEST)} {self.edition.digest}" if self.edition.digest else version

    @property
    def review(self) -> str:
        """How often the policy is reviewed, if it says so."""
        return self.set(review_aloud(self.policy, self.language))

    def clauses(self, chapter: Chapter) -> list[ShownClause]:
        """Return the clauses of a chapter as they are shown."""
        return [self._clause(clause) for clause in chapter.clauses]

    def _clause(self, clause: Clause) -> ShownClause:
        if self.edition.public and clause.visibility == "internal":
            return ShownClause(self.numbers[clause.id])
        runs, planned = self._acts(clause)
        return ShownClause(
            number=self.numbers[clause.id],
            id=clause.id,
            title=self.text(clause.title),
            audience=self.set(self._audience(clause)),
            purpose=self.text(clause.purpose),
            text=self.text(clause.text),
            runs=runs,
            planned=planned,
            examples=[self._example(example) for example in self._nearest_first(clause.examples)],
            questions=[
                ShownQuestion(self.text(each.ask), [self._choice(choice) for choice in each.choices])
                for each in clause.questions
            ],
            laws=self._laws(clause),
        )

    def _audience(self, clause: Clause) -> str:
        names = [self.policy.audiences[slug].name for slug in clause.audience if slug in self.policy.audiences]
        return "; ".join(name.best(self.language) for name in names)

    def _acts(self, clause: Clause) -> tuple[list[str], list[str]]:
        """Return the sentences that the software runs, then those that people carry out."""
        runs = [self.set(rule_aloud(self.policy, rule, self.language)) for rule in clause.rules]
        promise = promise_aloud(self.policy, clause, self.language)
        runs += [self.set(promise)] if promise else []
        planned: list[str] = []
        for name in clause.statements():
            if name == "guide":  # there is nothing to do: the text alone says it
                continue
            told = statement_aloud(self.policy, clause, name, self.language)
            (runs if name in self.edition.runs else planned).extend(
                self.set(fill(sentence, self.facts, self.language)) for sentence in told
            )
        return runs, planned

    def _choice(self, choice: Choice) -> tuple[str, bool, str]:
        return self.text(choice.text), choice.right, self.text(choice.why)

    def _laws(self, clause: Clause) -> list[tuple[str, str]]:
        known = (self.edition.obligations[name] for name in clause.serves if name in self.edition.obligations)
        return [(self.text(law.citation), self.text(law.say)) for law in known]

    def _nearest_first(self, examples: tuple[Example, ...]) -> list[Example]:
        """Return the examples in the language of the page, then the others."""
        return sorted(examples, key=lambda example: example.lang != self.language)

    def _example(self, example: Example) -> ShownExample:
        language = example.lang if example.lang in self.facts.names else self.language
        ladder = vocabulary.LADDERS[example.way]
        return ShownExample(
            text=curled(typeset(fill(example.text, self.facts, language), example.lang)),
            language=example.lang,
            situation=self.set(self._situation(example)),
            expected=self.set(self.of(words.DOING[example.expect])),
            strict=example.expect in ladder[1:],
        )

    def _situation(self, example: Example) -> str:
        told = []
        if example.as_:
            told.append(self.of(vocabulary.RELATIONS.get(example.as_, labels.SPOKESPERSON)))
        if example.channel:
            told.append(self.voice.networks([example.channel]))
        if example.account:
            told.append(self.of(vocabulary.ACCOUNT_KINDS[example.account.kind]))
        told += [self.of(labels.REPLY)] if example.reply else []
        told += [self.of(labels.MEDIA[media.kind]) for media in example.media]
        ties = [fill(interest.name, self.facts, self.language) for interest in example.interests]
        told += [self.of(labels.INTEREST).format(tie) for tie in ties]
        situation = ", ".join(told)
        return situation[:1].upper() + situation[1:]
