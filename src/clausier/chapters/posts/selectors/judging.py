"""The judgement of a text that somebody is about to publish: in memory, and nowhere else.

Nothing here writes, logs or caches the text or what was found in it. An engine that fails tells its kind of failure
alone, since the message of an exception may hold the text.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from clausier.document.vocabulary import SPOKESPERSON
from clausier.engine.context import Context
from clausier.engine.engine import Engine
from clausier.engine.verdict import Verdict
from clausier.identity.models import Person
from clausier.identity.selectors import audiences_of
from clausier.lib import clock
from clausier.policy.models import Version
from clausier.policy.selectors import Use, engine_of, policy_of

log = logging.getLogger(__name__)

EMPLOYEE = "employee"


@dataclass(frozen=True, kw_only=True)
class Question:
    """What somebody wants to know of a text: whether to post it there, in this capacity."""

    text: str
    network: str = ""
    is_official: bool = False
    has_picture: bool = False


def judge(version: Version, person: Person, question: Question) -> Verdict | None:
    """Return what the policy says of a text by somebody of the house; None when the check failed."""
    policy = policy_of(version)
    is_voice = question.is_official and person.relation == EMPLOYEE
    author: dict[str, object] = {
        "relation": SPOKESPERSON if is_voice else person.relation,
        "audiences": sorted(audiences_of(person, policy)),
    }
    return _judged(lambda: engine_of(version), _context(question, author))


def judge_public(version: Version, relation: str, question: Question) -> Verdict | None:
    """Return what the published rules say of a text by whoever asks; None when the check failed.

    Neither a protected list nor an internal clause has a part in it.
    """
    return _judged(lambda: engine_of(version, Use.PUBLIC), _context(question, {"relation": relation}))


def _context(question: Question, author: dict[str, object]) -> Context:
    return Context.from_data(
        {
            "text": question.text,
            "channel": question.network or None,
            "at": clock.now(),
            "account": {"kind": "official" if question.is_official else "personal"},
            "author": author,
            "media": [{"kind": "image"}] if question.has_picture else [],
        }
    )


def _judged(engine: Callable[[], Engine], context: Context) -> Verdict | None:
    try:
        return engine().check(context)
    except Exception as error:  # noqa: BLE001  # whatever it is, the text must not travel with it
        log.error("A check failed: %s", type(error).__name__)  # noqa: TRY400  # a traceback could quote the text
        return None
