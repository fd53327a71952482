"""Which version: in force, cited, proposed, and the number that comes next."""

from datetime import datetime

from clausier.document.comparison import compare
from clausier.document.comparison.values import MAJOR
from clausier.lib import clock
from clausier.policy.models import Repeal, Version
from clausier.policy.selectors.texts import policy_of
from clausier.policy.states import Status


def in_force(at: datetime | None = None) -> Version | None:
    """Return the version in force at a moment, now by default; None before the first adoption."""
    return Version.objects.in_force(at or clock.now())


def cited_for(done: datetime | None, received: datetime) -> Version | None:
    """Return the version that an act is judged by: the one in force when it was done, or received when unknown."""
    return in_force(done or received)


def version_of(number: str) -> Version | None:
    """Return the adopted version of a number such as ``2.1``."""
    major, _, minor = number.partition(".")
    return Version.objects.in_order().filter(major=int(major), minor=int(minor)).first()


def drafts() -> list[Version]:
    """Return what is being written or waits for approval, the newest first."""
    return list(Version.objects.open().select_related("author", "base"))


def draft_of(uid: str) -> Version | None:
    """Return a version that is not adopted, or was withdrawn, by its random name."""
    return Version.objects.exclude(status=Status.ADOPTED).filter(uid=uid).first()


def base_of() -> Version | None:
    """Return the last adopted version, in force or to come: what a draft is compared with, and numbered after."""
    return Version.objects.in_order().first()


def level_of(version: Version) -> str:
    """Return ``major`` or ``minor``: what the program part tells beside the last adopted version."""
    base = base_of()
    return compare(policy_of(base), policy_of(version)).level if base else MAJOR


def repealed() -> Repeal | None:
    """Return the repeal by which no version is in force now, where there is one."""
    last = Version.objects.in_order().filter(in_force_from__lte=clock.now()).first()
    return last.repeal if last and last.is_repealed(clock.now()) else None


def next_number(base: Version | None, *, is_minor: bool) -> tuple[int, int]:
    """Return the first number after that of ``base`` which no version has taken."""
    taken = set(Version.objects.exclude(major=None).values_list("major", "minor"))
    major, minor = (base.major or 0, base.minor or 0) if base else (0, 0)
    while (major, minor) in taken or not (major or minor):
        major, minor = (major, minor + 1) if is_minor else (major + 1, 0)
    return major, minor
