"""A statement read aloud: one way of speaking for each name of the vocabulary of statements."""

from collections.abc import Callable
from typing import Any

from clausier.document.aloud import accounts, people, work
from clausier.document.aloud.voice import Voice
from clausier.document.model import Clause, Policy

# Each speaker takes the class that the model gives to its statement.
_SPEAKERS: dict[str, Callable[[Voice, Any], list[str]]] = {
    "commit": people.commit,
    "disclose": people.disclose,
    "learn": people.learn,
    "approve": work.approve,
    "keep": work.keep,
    "waive": work.waive,
    "protect": work.protect,
    "use": people.use,
    "quiet": people.quiet,
    "share": people.share,
    "own": accounts.own,
    "keep_account": accounts.keep_account,
    "answer": work.answer,
    "comments": work.comments,
    "remove_for": work.remove_for,
    "breach": people.breach,
    "ladder": people.ladder,
    "freeze": work.freeze,
    "guide": work.guide,
}


def statement_aloud(policy: Policy, clause: Clause, name: str, language: str) -> list[str]:
    """Return what the clause's statement ``name`` says, one sentence each; nothing when it makes none.

    Items that all end with the same sentences have them told once, at the end.
    """
    value = clause.statements().get(name)
    if value is None:
        return []
    voice = Voice(policy, language, clause.audience)
    items = value if isinstance(value, tuple) else (value,)
    told = [_SPEAKERS[name](voice, item) for item in items]
    ending: list[str] = []
    while len(told) > 1 and all(told) and len({each[-1] for each in told}) == 1:
        ending.insert(0, told[0][-1])
        told = [each[:-1] for each in told]
    return [sentence for each in told for sentence in each] + ending
