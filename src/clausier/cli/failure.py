"""What stops a command: a sentence of the catalogue and an exit status."""

from clausier.cli.audit_words import AUDIT_MESSAGES
from clausier.cli.interview_words import INTERVIEW_MESSAGES
from clausier.cli.mail_words import MAIL_MESSAGES
from clausier.cli.messages import MESSAGES
from clausier.cli.protect_words import PROTECT_MESSAGES
from clausier.cli.site_words import SITE_MESSAGES
from clausier.document.vocabulary import Label

FINE, FOUND, USAGE, BUG, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 70, 130, 141


class Failure(Exception):  # noqa: N818  # it is no error of the program: it is how a command says that it cannot
    """Stops a command with one sentence; a value that is itself words is a Label."""

    def __init__(self, code: str, /, **values: str | Label) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def sentence(self, language: str) -> str:
        """Return the sentence in French for ``fr``, in English otherwise."""
        said = MESSAGES | SITE_MESSAGES | MAIL_MESSAGES | AUDIT_MESSAGES | PROTECT_MESSAGES | INTERVIEW_MESSAGES
        return said[self.code].said(language, self.values)
