"""Reads of the policy: the version in force, its text as a value, and the engine that runs it."""

import json
from datetime import datetime
from functools import lru_cache

from django.conf import settings

from clausier.document.model import Clause, Facts, Policy, ProtectedList
from clausier.document.reading import Folder, read_mapping
from clausier.engine.engine import Engine, compile_policy
from clausier.lib import clock
from clausier.policy.models import FactsRevision, ProtectedRevision, Version

KEPT = 8  # policies and engines kept in memory: the version in force, the one before, drafts being tried


def in_force(at: datetime | None = None) -> Version | None:
    """Return the version in force at a moment, now by default; None before the first adoption."""
    return Version.objects.in_force(at or clock.now())


def folder_of(version: Version) -> Folder:
    """Return what a version says, read with the facts of now; problems of a draft are in it."""
    facts = facts_revision()
    return _folder(version.pk, version.revision, _texts(version), facts.text if facts else "")


def policy_of(version: Version) -> Policy:
    """Return the policy of an adopted version. Raises ValueError for a draft that cannot be read."""
    policy = folder_of(version).policy
    if policy is None:
        raise ValueError(f"version {version.uid} cannot be read")
    return policy


def clause_of(version: Version, clause: str) -> Clause | None:
    """Return a clause of a version by its id."""
    return next((each for each in policy_of(version).clauses() if each.id == clause), None)


def facts_revision() -> FactsRevision | None:
    """Return the facts of now."""
    return FactsRevision.objects.first()


def facts() -> Facts:
    """Return the facts of now as a value."""
    revision = facts_revision()
    return _folder(0, 0, "{}", revision.text).facts if revision else Facts()


def protected() -> tuple[ProtectedList, ...]:
    """Return the protected lists of now, opened: for the engine alone."""
    revision = ProtectedRevision.objects.first()
    return _protected(revision.number, bytes(revision.sealed)) if revision else ()


def engine_of(version: Version, *, is_public: bool = False) -> Engine:
    """Return the engine of a version with the facts and protected lists of now; a public one knows no list."""
    facts = facts_revision()
    sealed = ProtectedRevision.objects.only("number").first()
    key = (version.pk, version.revision, facts.number if facts else 0, sealed.number if sealed else 0)
    return _engine(key, version.number or "draft", is_public)


@lru_cache(maxsize=KEPT)
def _engine(key: tuple[int, int, int, int], number: str, is_public: bool) -> Engine:  # noqa: FBT001  # part of a key
    folder = folder_of(Version.objects.get(pk=key[0]))
    if folder.policy is None:
        raise ValueError(f"version {number} cannot be read")
    return compile_policy(folder.policy, folder.facts, () if is_public else protected())


def _texts(version: Version) -> str:
    return json.dumps(version.files, sort_keys=True)


@lru_cache(maxsize=KEPT)
def _folder(_number: int, _revision: int, texts: str, facts: str) -> Folder:
    files = json.loads(texts)
    return read_mapping(files | ({"facts.yaml": facts} if facts else {}), "policy")


@lru_cache(maxsize=1)
def _protected(_number: int, sealed: bytes) -> tuple[ProtectedList, ...]:
    files = json.loads(settings.HOME.fernet().decrypt(sealed))
    return read_mapping(files, "protected").protected
