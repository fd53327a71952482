"""The questions of the interview as data, and what each answer does to the policy."""

from dataclasses import dataclass, field
from typing import Annotated

from clausier.document.model import Question
from clausier.document.model.statements import Approve, Comments, Learn, Leg, Own, Use
from clausier.document.model.types import Localized, OneOf, Slug

CHOICE, CHOICES, TEXT, LINES, HOURS, PERIOD = "choice", "choices", "text", "lines", "hours", "period"
KINDS = (CHOICE, CHOICES, TEXT, LINES, HOURS, PERIOD)
Answers = dict[str, list[str]]  # by the id of the question: the values chosen, or the lines typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an answer does to a clause.

    ``text`` is a paragraph added at the end, or put in the place of the one that begins with ``instead``, or the whole
    text. The statements replace those of the clause; ``legs``, ``holding``, ``way`` and ``duty`` are its answer's.
    """

    clause: str
    drop: bool = False
    instead: Localized = Localized()
    whole: bool = False
    text: Localized = Localized()
    use: tuple[Use, ...] = ()
    own: tuple[Own, ...] = ()
    comments: tuple[Comments, ...] = ()
    learn: Learn | None = None
    approve: Approve | None = None
    legs: tuple[Leg, ...] = ()
    holding: Localized = Localized()
    way: str = ""
    duty: str = ""
    questions: tuple[Question, ...] = ()
    without_questions: bool = False
    without_rules: tuple[str, ...] = ()  # with the examples that show them


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words of the template that read otherwise after an answer; ``{answer}`` stands for what was typed."""

    was: Localized
    reads: Localized = Localized()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the templates lose outside Quebec: clauses, for those of the base where it has them, and words."""

    set_aside: tuple[str, ...]
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An answer to choose: its words, the sentence that then reads so or what it does, and what it does it with.

    ``outside`` takes what only holds in Quebec out of the policy; ``set_aside`` and ``wordings`` are as there.
    ``without_examples`` takes out the examples in which these words stand.
    """

    value: str
    label: Localized
    effect: Localized = Localized()
    clause: str = ""
    reads: Localized = Localized()
    changes: tuple[Change, ...] = ()
    wordings: tuple[Wording, ...] = ()
    set_aside: tuple[str, ...] = ()
    outside: bool = False
    without_examples: tuple[str, ...] = ()
    sector: str = ""
    template: str = ""
    overlays: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    holidays: str | None = None
    deciders: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question; it is asked when each answer named in ``only`` is one of those listed, and not all in ``except``."""

    id: Slug
    kind: Annotated[str, OneOf(KINDS)] = CHOICE
    required: bool = False
    ask: Localized
    help: Localized = Localized()
    effect: Localized = Localized()
    only: dict[Slug, tuple[str, ...]] = field(default_factory=dict)
    except_: dict[Slug, tuple[str, ...]] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    empty: tuple[Change, ...] = ()
    wordings: tuple[Wording, ...] = ()

    def applies(self, answers: Answers) -> bool:
        """Tell whether the question is asked, after these answers."""
        return _hold(self.only, answers) and not (self.except_ and _hold(self.except_, answers))

    def chosen(self, answers: Answers) -> list[Choice]:
        """Return the choices that were made."""
        return [choice for choice in self.choices if choice.value in answers.get(self.id, [])]


def _hold(wanted: dict[str, tuple[str, ...]], answers: Answers) -> bool:
    return all(set(values) & set(answers.get(name, [])) for name, values in wanted.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A short group of questions, asked together."""

    id: Slug
    title: Localized
    lead: Localized = Localized()
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A room, or rooms that go together, that one may start with: why, and else when it becomes worth it."""

    id: Slug
    rooms: tuple[str, ...]
    title: Localized
    why: Localized
    later: Localized
    only: dict[Slug, tuple[str, ...]] = field(default_factory=dict)
    except_: dict[Slug, tuple[str, ...]] = field(default_factory=dict)

    def is_for(self, answers: Answers) -> bool:
        """Tell whether the room is worth starting with, after these answers."""
        return _hold(self.only, answers) and not (self.except_ and _hold(self.except_, answers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts:
    """The rooms to start with, in their order."""

    rooms: tuple[Start, ...]
