"""The engine of a version: compiled once, kept in memory, shared by every thread."""

from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from threading import Lock

from django.conf import settings

from clausier.document.model import Policy
from clausier.engine.engine import Engine, compile_policy
from clausier.engine.heads import installed
from clausier.policy.models import ProtectedRevision, Version
from clausier.policy.selectors import texts
from clausier.policy.selectors.texts import KEPT, Keyed, facts_revision, key_of

_compiling = Lock()


class Use(StrEnum):
    """What an engine is for, by which it knows the protected lists, or none, or invented entries in their place."""

    JUDGE = "judge"
    PUBLIC = "public"
    TRIAL = "trial"


def engine_of(version: Version, use: Use = Use.JUDGE) -> Engine:
    """Return the engine of a version with the facts and protected lists of now; its verdicts cite the number.

    A public one knows the public clauses alone, and no protected list; one on which somebody tries examples knows
    ``stand_ins``. Raises ValueError for a draft that cannot be read.
    """
    facts = facts_revision()
    sealed = ProtectedRevision.objects.only("uid").first()
    heads = installed(settings.HOME.path)
    known = (facts.uid if facts else "", sealed.uid if sealed else "", heads.digest if heads else "")
    key = (key_of(version), version.number, *known, use)
    # Of several threads that ask for a new engine at once, one compiles it and the others wait for it.
    with _compiling:
        return _engine(Keyed(" ".join(map(str, key)), version), use)


@lru_cache(maxsize=KEPT)
def _engine(version: Keyed[Version], use: Use) -> Engine:
    folder = texts.folder_of(version.row)
    if folder.policy is None:
        raise ValueError(f"version {version.row.uid} cannot be read")
    whole = replace(folder.policy, version=version.row.number or None)
    if use != Use.PUBLIC:
        lists = texts.protected() if use == Use.JUDGE else texts.stand_ins()
        return compile_policy(whole, folder.facts, lists, heads=installed(settings.HOME.path))
    engine = compile_policy(_public(whole), folder.facts, heads=installed(settings.HOME.path))
    engine.mark = engine.mark._replace(digest=folder.digest)  # what judged is still this version
    return engine


def _public(policy: Policy) -> Policy:
    chapters = (
        replace(chapter, clauses=tuple(each for each in chapter.clauses if each.visibility == "public"))
        for chapter in policy.chapters
    )
    return replace(policy, chapters=tuple(chapters))
