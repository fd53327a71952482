"""What the pages show of a version, in one language, for the public or for the people of the organisation."""

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.utils import timezone

from clausier.document.model import Policy
from clausier.document.packs import known_packs, load_packs
from clausier.document.rendering import Edition, ShownClause, View
from clausier.identity import rooms
from clausier.identity.selectors import organization
from clausier.lib import clock
from clausier.policy.models import Repeal, Version
from clausier.policy.selectors.texts import KEPT, Keyed, facts_revision, folder_of, key_of, policy_of
from clausier.policy.states import Status

IN_FORCE, TO_COME, PAST = "in-force", "to-come", "past"


class ShownChapter(NamedTuple):
    """A chapter as it is shown."""

    number: int
    slug: str
    title: str
    purpose: str
    clauses: list[ShownClause]


class Shown(NamedTuple):
    """A version as it is shown in a language."""

    title: str
    language: str
    review: str
    chapters: list[ShownChapter]

    def clauses(self) -> list[ShownClause]:
        """Return the clauses that may be read, in their order."""
        return [clause for chapter in self.chapters for clause in chapter.clauses if clause.id]


class Standing(NamedTuple):
    """Where an adopted version stands at a moment, and the version that took or will take its place."""

    state: str
    since: datetime
    until: datetime | None
    next: Version | None
    is_repealed: bool = False


def spoken_in(version: Version, language: str) -> str:
    """Return the language in which a version is shown to a reader: theirs if it has it, else its first one."""
    languages = policy_of(version).languages
    return language if language in languages else languages[0]


def shown(version: Version, language: str, *, is_public: bool) -> Shown:
    """Return a version in a language that it has, without the words of internal clauses for the public."""
    facts = facts_revision()
    key = f"{key_of(version)} {facts.uid if facts else ''}"
    return _shown(Keyed(key, version), language, is_public, rooms.run_by(organization()))


def standing_of(version: Version, at: datetime | None = None) -> Standing:
    """Return where an adopted version stands. Raises ValueError for one that is not adopted."""
    if version.in_force_from is None:
        raise ValueError(f"version {version.uid} is not adopted")
    moment = at or clock.now()
    later = list(Version.objects.in_order().filter(in_force_from__gte=version.in_force_from).order_by("major", "minor"))
    follower = next((each for each in later if (each.major, each.minor) > (version.major, version.minor)), None)
    repeal = Repeal.objects.filter(version=version).exclude(agreed=None).first()
    until = follower.in_force_from if follower else repeal.ends if repeal else None
    state = TO_COME if version.in_force_from > moment else PAST if until and until <= moment else IN_FORCE
    return Standing(state, version.in_force_from, until, follower, repeal is not None and follower is None)


def versions() -> list[Version]:
    """Return the adopted versions, the newest first."""
    return list(Version.objects.in_order())


def before(version: Version) -> Version | None:
    """Return the adopted version that came before one."""
    earlier = Version.objects.in_order().exclude(pk=version.pk)
    if version.major is None or version.minor is None:
        return earlier.first()
    mine = (version.major, version.minor)
    return next((each for each in earlier if (each.major or 0, each.minor or 0) < mine), None)


@lru_cache(maxsize=2 * KEPT)
def _shown(version: Keyed[Version], language: str, is_public: bool, runs: frozenset[str]) -> Shown:  # noqa: FBT001
    folder = folder_of(version.row)
    if folder.policy is None:
        raise ValueError(f"version {version.row.uid} cannot be read")
    edition = edition_of(version.row, folder.policy, runs, is_public=is_public)
    view = View(folder.policy, folder.facts, language, edition)
    chapters = [
        ShownChapter(each.number, each.chapter, view.text(each.title), view.text(each.purpose), view.clauses(each))
        for each in folder.policy.chapters
    ]
    return Shown(view.text(folder.policy.title), language, view.review, chapters)


def edition_of(version: Version, policy: Policy, runs: frozenset[str], *, is_public: bool) -> Edition:
    """Return what a page or a file tells of a version besides its policy; ``runs`` names what the program does."""
    packs = [name for name in policy.regulation_packs if name in known_packs()]
    return Edition(
        version=version.number,
        digest=version.digest[:12],
        date=timezone.localdate(version.in_force_from or version.made),
        draft=version.status != Status.ADOPTED,
        runs=runs,
        obligations=load_packs(packs),
        public=is_public,
    )
