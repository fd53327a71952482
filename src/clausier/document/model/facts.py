"""What is true of the organisation this week, and the names that must not be published."""

import base64
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from clausier.document.model.types import Language, Localized, Slug

SALT_BYTES = 16
HASH_BYTES = 5  # among ten million hashes, one look-up in a hundred thousand meets one by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Public points of contact; these are never personal information."""

    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """A product or service, with its other names."""

    id: Slug
    names: Localized
    also: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A person in public life whose name is no secret."""

    name: str
    role: Localized = Localized()
    party: Slug | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A political party or team, and the words that speak of it."""

    id: Slug
    names: tuple[str, ...]
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A named stretch of days, both ends included."""

    from_: date
    to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The working calendar: time zone, public holidays (``CA-QC``), hours by days (``mon-fri: 08:30-16:30``)."""

    timezone: str = "America/Toronto"
    holidays: str = ""
    hours: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Names, handles, contacts, offerings, people in public life, parties, periods and calendar."""

    names: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    called: Localized = Localized()
    handles: dict[Annotated[str, "network"], tuple[str, ...]] = field(default_factory=dict)
    domains: tuple[str, ...] = ()
    contacts: Contacts = Contacts()
    offerings: tuple[Offering, ...] = ()
    public_figures: tuple[Figure, ...] = ()
    parties: tuple[Party, ...] = ()
    periods: dict[Slug, Period] = field(default_factory=dict)
    calendar: Calendar = Calendar()

    def organization(self, language: str) -> str:
        """Return the organisation's name as it reads in a sentence: with its article where ``called`` gives one."""
        names = self.names.get(language) or next(iter(self.names.values()), ("",))
        return self.called.get(language) or names[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A protected name, its variants, until when (the whole day included) and the duty that owns it."""

    term: str
    also: tuple[str, ...] = ()
    until: date | None = None
    owner: Slug | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """One-way hashes of words that must not be published, with their salt: base64 on several lines, and hexadecimal.

    Nothing can be read in them; ``clausier protect`` makes them (``engine/fingerprints.py`` says how).
    """

    salt: str
    hashes: str

    @property
    def size(self) -> int:
        """How many hashes there are."""
        return len(self.unpacked()[1]) // HASH_BYTES

    def unpacked(self) -> tuple[bytes, bytes]:
        """Return the salt and the hashes, one after the other. Raises ValueError when they are not whole."""
        salt, hashes = bytes.fromhex(self.salt), base64.b64decode("".join(self.hashes.split()), validate=True)
        if len(salt) != SALT_BYTES or len(hashes) % HASH_BYTES:
            raise ValueError(self.salt)
        return salt, hashes


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedList:
    """A list of what is protected; its name is the name of its file.

    ``entries`` are names in clear, ``passages`` the fingerprints of documents, ``people`` those of a directory.
    """

    name: str = ""
    entries: tuple[Entry, ...] = ()
    passages: Fingerprints | None = None
    people: Fingerprints | None = None
