"""A file is imported by parts, so that no request is long and whatever stops it loses nothing."""

from collections.abc import Mapping
from itertools import islice

from django.utils.translation import gettext_lazy as _

from clausier.chapters.inbox import sheet, staging
from clausier.chapters.inbox.actions.receiving import receive
from clausier.chapters.inbox.models import Batch, Channel
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib.refusals import RefusedError

STEP = 2_000  # rows read at a time


def begin_import(*, actor: Person, channel: Channel, file: str, columns: Mapping[str, str], rows: int) -> Batch:
    """Receive the first rows of a staged file; the batch knows where to go on.

    ``columns`` tells which heading says what, ``rows`` how many there are. Refused like ``receive``. Raises SheetError
    for a file that cannot be read.
    """
    require(actor, "inbox.receive")
    plan = {"columns": dict(columns), "rows": rows}
    batch = Batch(channel=channel, obtained_by="file", by=actor, digest=staging.digest_of(file), plan=plan)
    staging.path_of(file).rename(staging.path_of(batch.uid))
    return continue_import(actor=actor, batch=batch)


def continue_import(*, actor: Person, batch: Batch) -> Batch:
    """Receive the next rows of a file; the last ones let it go.

    Refused when the file is no longer there: importing it again completes the work without doubles.
    """
    if not batch.is_running or not staging.path_of(batch.uid).exists():
        raise RefusedError("no-file", _("The file is no longer here. Import it again: what is kept stays once."), 409)
    rows = sheet.messages_of(batch.uid, batch.plan["columns"])
    step = islice(rows, batch.rows, batch.rows + STEP)
    receive(actor=actor, channel=batch.channel, messages=step, obtained_by="file", batch=batch)
    if not batch.is_running:
        staging.let_go(batch.uid)
    return batch
