"""Why a file cannot be audited."""

from enum import StrEnum


class Refusal(StrEnum):
    """The reasons, which are the codes of the sentences that people read."""

    EMPTY = "audit-empty"
    TOO_LARGE = "audit-too-large"
    TOO_LONG = "audit-too-long"
    TOO_MANY_PAGES = "audit-too-many-pages"
    NOT_TEXT = "audit-not-text"
    NOT_UTF_8 = "audit-not-utf-8"
    PICTURE = "audit-picture"
    OLD_WORD = "audit-old-word"
    NOT_WORD = "audit-not-word"
    ENCRYPTED = "audit-encrypted"
    DAMAGED = "audit-damaged"
    BOMB = "audit-bomb"
    ENTITIES = "audit-entities"
    SCANNED = "audit-scanned"
    LANGUAGE = "audit-language"


class UnreadableError(Exception):
    """The file cannot be audited: ``reason`` says why, ``values`` fill its sentence."""

    def __init__(self, reason: Refusal, **values: str) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.values = values
