"""What the buttons of a draft do: for each the form behind it, the action, and the words that follow."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from clausier.identity.models import Person
from clausier.identity.selectors import today
from clausier.lib.refusals import Words
from clausier.policy import actions
from clausier.policy.forms import AdoptForm, ApproveForm, ProposeForm, ResolutionForm
from clausier.policy.forms.adoption import (
    ConsultationForm,
    ConsultForm,
    FolderForm,
    OutsideForm,
    RejectForm,
    WhyForm,
)
from clausier.policy.models import Resolution, Version

CONSULTATION = timedelta(days=14)  # what is proposed; a collective agreement may say otherwise


class Act(NamedTuple):
    """What a button of a draft does: the form behind it, the action, and what is said once it is done."""

    form: type[forms.BaseForm]
    run: Callable[[Person, Version, dict[str, Any]], Any]
    done: Words


ACTS = {
    "propose": Act(
        ProposeForm,
        lambda actor, draft, said: actions.propose(actor=actor, version=draft, is_minor=said["is_minor"]),
        _("The text is proposed: an approver is asked to read it."),
    ),
    "consult": Act(
        ConsultForm,
        lambda actor, draft, said: actions.open_consultation(actor=actor, version=draft, **said),
        _("The text is in consultation."),
    ),
    "end_consultation": Act(
        forms.Form,
        lambda actor, draft, _said: actions.end_consultation(actor=actor, version=draft),
        _("The consultation is over: the text is a draft again."),
    ),
    "record_consultation": Act(
        ConsultationForm,
        lambda actor, draft, said: actions.record_consultation(actor=actor, version=draft, **said),
        _("The consultation is recorded."),
    ),
    "why_removed": Act(
        WhyForm,
        lambda actor, draft, said: actions.say_why_removed(actor=actor, version=draft, **said),
        _("The reason is kept."),
    ),
    "replace": Act(
        FolderForm,
        lambda actor, draft, said: actions.save_draft(
            actor=actor, version=draft, files=said["file"], revision=said["revision"]
        ),
        _("The text is that of the folder now."),
    ),
    "take_back": Act(
        forms.Form,
        lambda actor, draft, _said: actions.take_back(actor=actor, version=draft),
        _("The proposal is a draft again."),
    ),
    "withdraw": Act(
        forms.Form,
        lambda actor, draft, _said: actions.withdraw(actor=actor, version=draft),
        _("The draft is put away."),
    ),
    "raise_level": Act(
        forms.Form,
        lambda actor, draft, _said: actions.raise_level(actor=actor, version=draft),
        _("The change is a major one now."),
    ),
    "approve": Act(
        ApproveForm,
        lambda actor, draft, said: actions.approve(actor=actor, version=draft, digest=said["digest"]),
        _("You have approved this text."),
    ),
    "reject": Act(
        RejectForm,
        lambda actor, draft, said: actions.reject(actor=actor, version=draft, **said),
        _("The text went back to its author, with your reason."),
    ),
    "ask_outside": Act(
        OutsideForm,
        lambda actor, draft, said: actions.ask_outside(actor=actor, version=draft, **said),
        _("A letter with a link leaves now. It is good for seven days."),
    ),
    "adopt": Act(
        AdoptForm,
        lambda actor, draft, said: actions.adopt(actor=actor, version=draft, in_force_from=said["in_force_from"]),
        _("The version is adopted."),
    ),
    "resolution": Act(
        ResolutionForm,
        lambda actor, draft, said: actions.adopt_by_resolution(
            actor=actor, version=draft, **{**said, "document": said["document"].read() if said["document"] else b""}
        ),
        _("The version is adopted."),
    ),
}


def unsent(draft: Version) -> dict[str, forms.BaseForm]:
    """Return the forms of a draft before anything is typed, by their verb."""
    read, day = {"digest": draft.digest}, today()
    body = Resolution.objects.order_by("-at").values_list("body", flat=True).first() or ""
    return {
        "propose": ProposeForm(),
        "consult": ConsultForm(initial={"closes": day + CONSULTATION}),
        "record_consultation": ConsultationForm(),
        "replace": FolderForm(initial={"revision": draft.revision}),
        "approve": ApproveForm(initial=read),
        "reject": RejectForm(initial=read),
        "ask_outside": OutsideForm(),
        "adopt": AdoptForm(initial={"in_force_from": day}),
        "resolution": ResolutionForm(initial={"body": body, "date": day, "in_force_from": day}),
    }
