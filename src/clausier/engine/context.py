"""What a check is told: the message, and what is known of its author, account, channel and moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Any

from clausier.document.model import Account, Interest, Media
from clausier.document.vocabulary import (
    ACCOUNT_KINDS,
    DIRECTIONS,
    INTEREST_KINDS,
    MEDIA_KINDS,
    OUTGOING,
    RELATIONS,
    SPOKESPERSON,
    Label,
)

MAX_TEXT = 1_000_000
MAX_LIST = 1_000

MESSAGES: dict[str, Label] = {
    "not-object": Label("On attend un objet JSON, et non {value}.", "A JSON object is expected, not {value}."),
    "no-text": Label(
        "Le message n'a pas de champ « text » contenant du texte.", "The message has no “text” field that holds text."
    ),
    "text-too-long": Label(
        "Le texte compte {size} caractères; la limite est de {limit}. Divisez-le.",
        "The text has {size} characters; the limit is {limit}. Split it.",
    ),
    "bad-field": Label(
        "Le champ « {name} » vaut {value}; on attend {words}.", "The field “{name}” is {value}; expected {words}."
    ),
    "bad-moment": Label(
        "Le champ « {name} » ({value}) n'est pas un moment comme 2026-11-23T09:00:00-05:00.",
        "The field “{name}” ({value}) is not a moment such as 2026-11-23T09:00:00-05:00.",
    ),
    "too-many": Label(
        "Le champ « {name} » compte plus de {limit} éléments.", "The field “{name}” holds more than {limit} items."
    ),
}


class ContextError(ValueError):
    """A context that cannot be judged; ``message`` tells why in a language."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(MESSAGES[code].said("en", values))
        self.code = code
        self.values = values

    def message(self, language: str) -> str:
        """Return the sentence in French for ``fr``, in English otherwise."""
        return MESSAGES[self.code].said(language, self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who writes. ``audiences`` is None when nobody said."""

    relation: str | None = None
    audiences: frozenset[str] | None = None
    handle: str | None = None
    name: str | None = None
    interests: tuple[Interest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A message to judge; everything but ``text`` may be unknown (None)."""

    text: str
    direction: str = OUTGOING
    channel: str | None = None
    lang: str | None = None
    at: datetime | None = None
    reply: bool | None = None
    media: tuple[Media, ...] | None = None
    account: Account | None = None
    author: Author = field(default_factory=Author)
    history: tuple[datetime, ...] | None = None
    spokesperson: bool = False

    @classmethod
    def from_data(cls, data: Any) -> "Context":
        """Read a context from JSON data; fields that are not part of it are ignored.

        Raises ContextError, which names the field and what was expected, when it cannot be judged.
        """
        if not isinstance(data, Mapping):
            raise ContextError("not-object", value=_shown(data))
        text = data.get("text")
        if not isinstance(text, str):
            raise ContextError("no-text")
        if len(text) > MAX_TEXT:
            raise ContextError("text-too-long", size=str(len(text)), limit=str(MAX_TEXT))
        author = _map(data, "author")
        account = _account(_map(data, "account"))
        relation = _word(author, "relation", (*RELATIONS, SPOKESPERSON))
        spokesperson = relation == SPOKESPERSON
        if spokesperson:
            # A spokesperson is an employee on the organisation's own account (DESIGN, Context).
            relation, account = "employee", account or Account(kind="official")
        lang = data.get("lang")
        return cls(
            text=text,
            direction=_word(data, "direction", tuple(DIRECTIONS)) or OUTGOING,
            channel=_text(data, "channel"),
            lang=lang if lang in ("fr", "en") else None,
            at=_moment(data, "at"),
            reply=_bool(data, "reply"),
            media=_media(data),
            account=account,
            author=_author(author, relation),
            history=_history(data),
            spokesperson=spokesperson,
        )


def _shown(value: Any) -> str:
    return repr(value)[:40]


def _map(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = data.get(name)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ContextError("bad-field", name=name, value=_shown(value), words="{…}")
    return value


def _list(data: Mapping[str, Any], name: str) -> list[Any] | None:
    value = data.get(name)
    if value is None:
        return None
    if not isinstance(value, list | tuple):
        raise ContextError("bad-field", name=name, value=_shown(value), words="[…]")
    if len(value) > MAX_LIST:
        raise ContextError("too-many", name=name, limit=str(MAX_LIST))
    return list(value)


def _text(data: Mapping[str, Any], name: str) -> str | None:
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise ContextError("bad-field", name=name, value=_shown(value), words='"…"')
    return value or None


def _texts(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    values = _list(data, name) or []
    for value in values:
        if not isinstance(value, str):
            raise ContextError("bad-field", name=name, value=_shown(value), words='["…"]')
    return tuple(value for value in values if value.strip())


def _word(data: Mapping[str, Any], name: str, words: tuple[str, ...]) -> str | None:
    value = data.get(name)
    if value is not None and value not in words:
        raise ContextError("bad-field", name=name, value=_shown(value), words=", ".join(words))
    return value


def _bool(data: Mapping[str, Any], name: str) -> bool | None:
    value = data.get(name)
    if value is not None and not isinstance(value, bool):
        raise ContextError("bad-field", name=name, value=_shown(value), words="true, false")
    return value


def moment(value: str) -> datetime:
    """Return an RFC 3339 moment; a date alone is its first instant, and without a zone it is taken as UTC.

    Raises ValueError for anything else, and for a moment that some zone would put out of all calendars.
    """
    found = datetime.fromisoformat(value)
    if not MINYEAR < found.year < MAXYEAR:
        raise ValueError(value)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _moment(data: Mapping[str, Any], name: str) -> datetime | None:
    value = data.get(name)
    if value is None:
        return None
    try:
        return moment(value.isoformat() if isinstance(value, datetime) else str(value))
    except ValueError:
        raise ContextError("bad-moment", name=name, value=_shown(value)) from None


def _media(data: Mapping[str, Any]) -> tuple[Media, ...] | None:
    values = _list(data, "media")
    if values is None:
        return None
    media = []
    for value in values:
        entry = _map({"media": value}, "media")
        kind = _word(entry, "kind", MEDIA_KINDS)
        if kind is None:
            raise ContextError("bad-field", name="media.kind", value="null", words=", ".join(MEDIA_KINDS))
        media.append(Media(kind=kind, alt=_text(entry, "alt")))
    return tuple(media)


def _account(data: Mapping[str, Any]) -> Account | None:
    kind = _word(data, "kind", tuple(ACCOUNT_KINDS))
    return Account(kind=kind, handle=_text(data, "handle")) if kind else None


def _author(data: Mapping[str, Any], relation: str | None) -> Author:
    audiences = _texts(data, "audiences") if data.get("audiences") is not None else None
    return Author(
        relation=relation,
        audiences=None if audiences is None else frozenset(audiences),
        handle=_text(data, "handle"),
        name=_text(data, "name"),
        interests=tuple(_interest(each) for each in _list(data, "interests") or ()),
    )


def _interest(data: Any) -> Interest:
    entry = _map({"interests": data}, "interests")
    kind = _text(entry, "kind")
    return Interest(
        kind=kind if kind in INTEREST_KINDS else "other",
        name=_text(entry, "name") or "",
        also=_texts(entry, "also"),
        topics=_texts(entry, "topics"),
    )


def _history(data: Mapping[str, Any]) -> tuple[datetime, ...] | None:
    if data.get("history") is None:
        return None
    decisions = _list(_map(data, "history"), "decisions") or []
    moments = (_moment(_map({"decisions": each}, "decisions"), "at") for each in decisions)
    return tuple(at for at in moments if at is not None)
