"""The policy itself: chapters, clauses, rules, examples and questions."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from clausier.document import vocabulary as words
from clausier.document.model import statements as say
from clausier.document.model.facts import Facts
from clausier.document.model.types import ClauseId, Duration, Glob, Language, Localized, Moment, OneOf, Slug, Version

Action = Annotated[str, OneOf(words.ACTIONS, never=dict.fromkeys(words.DELETING, "no-deleting"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """At least so many decisions within a time (365 days at most)."""

    at_least: int
    within: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the author's past decisions on this channel must show; decisions only, never kept comments."""

    decisions: Decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """When a rule applies: values of a key are alternatives, keys are all required."""

    signal: tuple[Annotated[str, Glob(words.SIGNALS)], ...] = ()
    intent: tuple[Annotated[str, Glob(words.INTENTS)], ...] = ()
    relation: tuple[Annotated[str, Glob(words.RELATIONS)], ...] = ()
    audience: tuple[Slug, ...] = ()
    channel: tuple[Annotated[str, "network"], ...] = ()
    account_kind: tuple[Annotated[str, Glob(words.ACCOUNT_KINDS)], ...] = ()
    language: tuple[Annotated[str, Glob(words.LANGUAGES)], ...] = ()
    time: tuple[Annotated[str, OneOf(words.TIMES)], ...] = ()
    period: tuple[Slug, ...] = ()
    reply: bool | None = None
    has: tuple[Annotated[str, OneOf(words.CONTENTS)], ...] = ()
    history: History | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The human look that an automatic hiding waits for: how soon, and by which duty."""

    within: Duration
    by: Slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When the circumstances are met and no exception is, do this and say that."""

    id: Slug
    direction: Annotated[str, OneOf(words.DIRECTIONS)] | None = None
    when: Circumstances = Circumstances()
    unless: tuple[Circumstances, ...] = ()
    do: Action | None = None
    route: Slug | None = None
    notify: tuple[Slug, ...] = ()
    look: Look | None = None
    optional: bool = False
    say: Localized = Localized()

    @property
    def way(self) -> str:
        """The direction of the rule: as given, else that of its action, else incoming (a rule that only routes)."""
        if self.direction:
            return self.direction
        return words.direction_of(self.do) if self.do else words.INCOMING

    @property
    def action(self) -> str:
        """The action of the rule; one that only routes or notifies leaves the mildest."""
        return self.do or words.LADDERS[self.way][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """A declared tie of the author, with other names and the topics it touches."""

    kind: Annotated[str, OneOf(words.INTEREST_KINDS)] = "other"
    name: str
    also: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The account that publishes."""

    kind: Annotated[str, OneOf(words.ACCOUNT_KINDS)]
    handle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture, video, sound or document that goes with the text."""

    kind: Annotated[str, OneOf(words.MEDIA_KINDS)]
    alt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDecision:
    """A past decision on the author, by its moment and clause."""

    at: Moment
    clause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The decisions that an example supposes."""

    decisions: tuple[PastDecision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A message and the action it should get: illustration, quiz item and regression test at once.

    ``by`` tells whose rules judge it: those of its own clause, or those of the whole policy, which then promises
    that no clause is stricter.
    """

    text: str
    lang: Language
    direction: Annotated[str, OneOf(words.DIRECTIONS)] | None = None
    as_: Annotated[str, OneOf((*words.RELATIONS, words.SPOKESPERSON))] | None = None
    audiences: tuple[Slug, ...] = ()
    handle: str | None = None
    name: str | None = None
    interests: tuple[Interest, ...] = ()
    channel: Annotated[str, "network"] | None = None
    at: Moment | None = None
    reply: bool | None = None
    media: tuple[Media, ...] = ()
    account: Account | None = None
    history: Past | None = None
    expect: Action
    because: Slug | None = None
    by: Annotated[str, OneOf((words.CLAUSE, words.POLICY))] = words.CLAUSE

    @property
    def way(self) -> str:
        """The direction of the example: as given, else that of the expected action."""
        return self.direction or words.direction_of(self.expect)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One possible answer to a question, right or not, and why."""

    text: Localized
    right: bool = False
    why: Localized = Localized()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A quiz question about the clause."""

    ask: Localized
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The smallest thing that can be cited: a text and what the software runs for it."""

    id: ClauseId
    title: Localized
    purpose: Localized = Localized()
    text: Localized
    audience: tuple[Slug, ...] = ()
    visibility: Annotated[str, OneOf(("public", "internal"))] = "public"
    serves: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    examples: tuple[Example, ...] = ()
    questions: tuple[Question, ...] = ()
    commit: say.Commit | None = None
    disclose: say.Disclose | None = None
    learn: say.Learn | None = None
    approve: say.Approve | None = None
    keep: tuple[say.Keep, ...] = ()
    waive: tuple[say.Waive, ...] = ()
    protect: say.Protect | None = None
    use: tuple[say.Use, ...] = ()
    quiet: dict[str, str] = field(default_factory=dict)
    share: say.Share | None = None
    own: tuple[say.Own, ...] = ()
    keep_account: say.KeepAccount | None = None
    answer: say.Answer | None = None
    comments: tuple[say.Comments, ...] = ()
    remove_for: say.RemoveFor | None = None
    breach: say.Breach | None = None
    ladder: tuple[say.Ladder, ...] = ()
    freeze: say.Freeze | None = None
    guide: bool = False

    def statements(self) -> dict[str, object]:
        """Return the statements that the clause makes, by name, in the order of the vocabulary."""
        made = ((name, getattr(self, name)) for name in say.STATEMENTS)
        return {name: value for name, value in made if value}

    def promises(self) -> tuple[Example, ...]:
        """Return the examples that the whole policy is held to."""
        return tuple(example for example in self.examples if example.by == words.POLICY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter: one of the ten, or an added one (number 11 and up)."""

    chapter: Slug
    number: int
    title: Localized
    purpose: Localized = Localized()
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """A set of people who must read, sign and learn; within another one, it inherits what that one must."""

    name: Localized
    within: Slug | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A task held by named people with deputies; the policy never names a person."""

    name: Localized


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageException:
    """A case in which another language than the official one may be used, with its source."""

    code: Slug
    text: Localized
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRegime:
    """Which languages are official, which a courtesy, and in which one answers are given."""

    official: tuple[Language, ...] = ()
    courtesy: tuple[Language, ...] = ()
    answers: Annotated[str, OneOf(("official-only", "official-first", "same-as-author"))] = "same-as-author"
    exceptions: tuple[LanguageException, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How often the policy itself is reviewed, and by which duty."""

    every: Duration
    by: Slug | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The policy part of a folder: what is adopted, published and signed."""

    clausier: int
    id: Slug
    extends: Slug | None = None
    without: tuple[ClauseId, ...] = ()
    version: Version | None = None
    languages: tuple[Language, ...]
    language_regime: LanguageRegime = LanguageRegime()
    title: Localized
    sector: Annotated[str, OneOf(words.SECTORS)]
    jurisdictions: tuple[str, ...] = ()
    regulation_packs: tuple[str, ...] = ()
    audiences: dict[Slug, Audience] = field(default_factory=dict)
    duties: dict[Slug, Duty] = field(default_factory=dict)
    review: Review | None = None
    reference_date: date | None = None
    chapters: tuple[Chapter, ...] = ()

    def clauses(self) -> list[Clause]:
        """Return every clause, chapter by chapter."""
        return [clause for chapter in self.chapters for clause in chapter.clauses]

    def numbers(self) -> dict[str, str]:
        """Return the shown number of each clause id, such as ``5.2``; the id, not the number, is what is cited."""
        return {
            clause.id: f"{chapter.number}.{place}"
            for chapter in self.chapters
            for place, clause in enumerate(chapter.clauses, 1)
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """What an activity or an office adds to any template: clauses, and the people, duties and packs they name.

    ``name`` is that of its folder; the facts that its examples lean on are beside it.
    """

    name: Slug = ""
    title: Localized
    regulation_packs: tuple[str, ...] = ()
    audiences: dict[Slug, Audience] = field(default_factory=dict)
    duties: dict[Slug, Duty] = field(default_factory=dict)
    chapters: tuple[Chapter, ...] = ()
    facts: Facts = field(default_factory=Facts)
