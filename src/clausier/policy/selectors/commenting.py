"""The comments policy: where comments are open and why, what is removed, how to appeal, who decides."""

from typing import NamedTuple

from clausier.document.aloud.voice import Voice
from clausier.document.aloud.work import comments as comments_aloud
from clausier.document.model import Clause, Policy
from clausier.document.model.statements import COMMENT_MODES, Comments
from clausier.document.placeholders import fill
from clausier.document.typography import curled, typeset
from clausier.policy.models import Version
from clausier.policy.selectors.texts import facts, policy_of


class Channel(NamedTuple):
    """Where one may comment or not: the networks, the mode, why, and the clause that says it."""

    clause: str
    names: str
    mode: str
    told: str
    why: str


class Ground(NamedTuple):
    """What a comment may be removed for."""

    clause: str
    title: str
    say: str
    text: str
    is_neutral: bool


class CommentsPolicy(NamedTuple):
    """The comments policy of a version, in a language; ``appeals`` are sentences."""

    channels: list[Channel]
    grounds: list[Ground]
    appeals: list[str]


def comments_policy(version: Version, language: str) -> CommentsPolicy:
    """Return the comments policy of a version, in a language that it has."""
    policy = policy_of(version)
    told = _Telling(policy, language)
    clauses = policy.clauses()
    opened = [(clause, each) for clause in clauses for each in clause.comments]
    return CommentsPolicy(
        channels=[told.channel(clause, each) for clause, each in opened],
        grounds=[told.ground(clause) for clause in clauses if clause.remove_for],
        appeals=list(dict.fromkeys(told.appeal(each) for _, each in opened if each.appeal)),
    )


class _Telling:
    """The words of a policy in one language, set as it is printed."""

    def __init__(self, policy: Policy, language: str) -> None:
        self.policy = policy
        self.voice = Voice(policy, language)
        self.language = language
        self.facts = facts()

    def channel(self, clause: Clause, opened: Comments) -> Channel:
        where = self.voice.networks(opened.channel)
        return Channel(
            clause=clause.id,
            names=self._set(where[:1].upper() + where[1:]),
            mode=opened.mode,
            told=self._set(COMMENT_MODES[opened.mode].in_language(self.language)),
            why=self._set(opened.why.best(self.language)),
        )

    def ground(self, clause: Clause) -> Ground:
        assert clause.remove_for  # noqa: S101  # it was chosen for it
        say, text = clause.remove_for.say.best(self.language), clause.text.best(self.language)
        title = self._set(clause.title.best(self.language))
        return Ground(clause.id, title, self._set(say), self._set(text), clause.remove_for.neutral)

    def appeal(self, opened: Comments) -> str:
        """Return how a removal is appealed there, as the policy reads itself aloud."""
        return self._set(comments_aloud(self.voice, opened)[-1])

    def _set(self, text: str) -> str:
        return curled(typeset(fill(text, self.facts, self.language), self.language))
