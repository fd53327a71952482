"""A head of the engine that has learnt from this organisation's decisions takes the place of the shipped one."""

import os
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction

from clausier.audit import actions as audit
from clausier.engine.heads.model import Head

PROGRAM = "program"


@transaction.atomic
def replace_head(*, head: Head, told: Mapping[str, Any]) -> None:
    """Keep a head that was trained here; from the next check on, it judges in the place of the shipped one.

    For whoever holds the machine, as no person of the pages may change what the engine sees. ``told`` holds the
    figures and the number of decisions, for the ledger: never a word of a comment.
    """
    folder = settings.HOME.heads
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = folder / f".{head.name}-{os.getpid()}.npz"
    head.write(draft, **told)
    draft.replace(folder / f"{head.name}.npz")
    audit.record("moderation.head.trained", actor=PROGRAM, subject=f"head:{head.name}", details=dict(told))
