"""How an action says no: a sentence for the person who asked, raised from wherever the rule stands."""

from typing import NamedTuple

from django.utils.functional import Promise

Words = str | Promise


class Refusal(NamedTuple):
    """Why something may not be done: a word for programs, a sentence for people (translated when shown)."""

    code: str
    sentence: Words


class RefusedError(Exception):
    """An action was refused. The shells turn it into a page, a problem of the API or a line of the terminal.

    ``status`` is that of the answer: 403 for a right that is lacking, 409 for a state that forbids it, 429 for too
    often.
    """

    def __init__(self, code: str, sentence: Words, status: int = 403) -> None:
        super().__init__(code)
        self.refusal = Refusal(code, sentence)
        self.status = status
