"""What people do on the way to a first draft."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from clausier.audit.actions import record
from clausier.document.founding import ClashError
from clausier.document.interview.answers import wrongs
from clausier.document.interview.making import founded
from clausier.document.interview.model import Answers
from clausier.document.interview.rooms import advised
from clausier.document.writing import written
from clausier.identity import rooms
from clausier.identity.actions import set_switch
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy.actions import import_policy
from clausier.policy.models import Version
from clausier.web.beginning.models import Interview

EDIT = "policy.drafts.edit"
CHANGED = "changed-meanwhile"


@transaction.atomic
def save_answers(*, actor: Person, given: Mapping[str, list[str]], revision: int) -> Interview:
    """Keep these answers beside those given before; an empty one takes an answer away.

    Refused (409, ``changed-meanwhile``) when somebody answered since ``revision``: nothing is written over.
    """
    require(actor, EDIT)
    row = _locked()
    if row.revision != revision:
        sentence = _("Somebody answered in the meantime. Their answers are shown here; sending again keeps yours.")
        raise RefusedError(CHANGED, sentence, 409)
    answers = {name: values for name, values in {**row.answers, **given}.items() if values}
    if answers == row.answers:
        return row
    row.answers, row.by, row.changed = answers, actor, clock.now()
    row.revision += 1
    row.save()
    record("beginning.interview.saved", actor=actor, subject=row, details={"revision": row.revision})
    return row


@transaction.atomic
def make_draft(*, actor: Person, title: str, put_off: bool = False) -> Version:
    """Make a draft of the answers, and the facts they give those of the organisation.

    With ``put_off``, the rooms that are not among those to start with are switched off, for which one administers.
    Refused (409): answers that are missing or wrong. Raises ValidationError for overlays that say a thing twice.
    """
    require(actor, EDIT)
    row = _locked()
    answers: Answers = row.answers
    if wrongs(answers):
        raise RefusedError("not-complete", _("Some questions have no answer yet."), 409)
    try:
        files = written(founded(answers))
    except ClashError as clash:
        raise ValidationError(_("Two additions say the same thing: “%(name)s”.") % {"name": clash.name}) from clash
    version = import_policy(actor=actor, files=files, title=title).version
    record("beginning.interview.drafted", actor=actor, subject=version, details={"revision": row.revision})
    if put_off:
        _start_with(actor, answers)
    return version


def _start_with(actor: Person, answers: Answers) -> None:
    advice = advised(answers, rooms.installed())
    for room in sorted(rooms.installed()):
        set_switch(actor=actor, key=rooms.key_of(room), is_on=room not in advice.off())


def _locked() -> Interview:
    Interview.objects.get_or_create(pk=1)
    return Interview.objects.select_for_update().get(pk=1)
