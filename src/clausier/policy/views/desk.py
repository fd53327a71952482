"""The desk of whoever writes: a draft and one of its clauses, what is typed kept, what is saved never written over."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, NamedTuple, ParamSpec

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from clausier.document.problems import UnreadableError
from clausier.document.writing import EditRefusedError
from clausier.identity.access import person_of
from clausier.lib.refusals import RefusedError
from clausier.policy import actions
from clausier.policy.actions import Edit
from clausier.policy.forms import SeenForm
from clausier.policy.models import Unsaved, Version
from clausier.policy.selectors import clauses
from clausier.policy.selectors.desk import Desk, desk_of
from clausier.policy.selectors.sources import told
from clausier.policy.views.drafts import CHANGED, draft_or_404, put

GONE = 410
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "seen", "forget"})
MAX_SHOWN = 40

P = ParamSpec("P")


def at_desk(
    view: Callable[Concatenate[HttpRequest, Desk, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Give a view the clause of its address; where there is none, what was typed comes back with the reason."""

    @wraps(view)
    def found(request: HttpRequest, uid: str, clause: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        draft = draft_or_404(uid)
        desk = desk_of(draft, clause)
        if desk is not None:
            return view(request, desk, *args, **kwargs)
        path = _file_of(draft, clause)
        if path:
            messages.warning(request, _("This clause cannot be read by itself: mend its file first."))
            return redirect("policy-draft-file", draft.uid, path)
        return gone(request, draft, clause)

    return found


def _file_of(draft: Version, clause: str) -> str:
    """Return the file in which a clause stands that no form can show; "" when there is none."""
    named = re.compile(rf"\bid: *{re.escape(clause)}(?![\w-])")
    return next((path for path, text in draft.files.items() if named.search(text)), "")


def gone(request: HttpRequest, draft: Version, clause: str) -> HttpResponse:
    """Tell that a clause is no longer in the draft, with what was being typed in it."""
    kept = Unsaved.objects.filter(version=draft, person=person_of(request), place__startswith=f"{clause}/")
    typed = [dict(request.POST.lists()), *(each.typed for each in kept)]
    step = clauses.deletion_of(draft, clause)
    if step is None and not any(typed):
        raise Http404
    texts = (each for values in typed for name, told in values.items() if name not in NOT_TYPED for each in told)
    said = {text for text in texts if " " in text}
    page = {"version": draft, "clause": clause, "step": step, "typed": sorted(said, key=len, reverse=True)[:MAX_SHOWN]}
    return render(request, "policy/edit_gone.html", page, status=GONE)


def typed_before(request: HttpRequest, draft: Version | None, place: str) -> Unsaved | None:
    """Return what the person was typing in a form and has not saved."""
    return Unsaved.objects.filter(version=draft, person=person_of(request), place=place).first()


def sent_or_kept(
    request: HttpRequest, draft: Version | None, place: str
) -> tuple[MultiValueDict[str, str] | None, Any]:
    """Return the fields that were sent, else those that were being typed, with the row that kept them."""
    if request.method == "POST" and "forget" not in request.POST:
        return request.POST, None
    kept = typed_before(request, draft, place)
    return (MultiValueDict(kept.typed), kept) if kept and request.method != "POST" else (None, None)


def is_live(request: HttpRequest) -> bool:
    """Tell whether a form was sent while it is being written: it is kept and answered, and nothing is saved."""
    return request.method == "POST" and "live" in request.GET


def keep(request: HttpRequest, draft: Version | None, place: str) -> None:
    """Keep what is being typed."""
    typed = {name: list(each) for name, each in request.POST.lists() if name != "csrfmiddlewaretoken"}
    actions.keep_typed(actor=person_of(request), version=draft, place=place, typed=typed)


def forget(request: HttpRequest, draft: Version | None, place: str) -> HttpResponse:
    """Forget what was being typed, and show what is saved."""
    actions.forget_typed(actor=person_of(request), version=draft, place=place)
    return redirect(request.path)


def on_theirs(form: SeenForm) -> None:
    """Put a form on what somebody else has saved: sent again, it is kept knowingly."""
    put(form, "seen", form.initial["seen"])


class Outcome(NamedTuple):
    """What became of a change: it is saved, or the sentence that tells why not; ``is_late`` when somebody was first."""

    is_saved: bool
    said: str = ""
    is_late: bool = False


def tried(request: HttpRequest, draft: Version, edit: Edit) -> Outcome:
    """Save a change of a part of a draft, or tell why it cannot be."""
    try:
        actions.edit_draft(actor=person_of(request), version=draft, edit=edit)
    except RefusedError as refusal:
        if refusal.refusal.code != CHANGED:
            raise
        return Outcome(is_saved=False, said=str(refusal.refusal.sentence), is_late=True)
    except UnreadableError as error:
        return Outcome(is_saved=False, said=f"{error.problem.place}: {told(error.problem)}")
    except EditRefusedError:
        return Outcome(is_saved=False, said=_("This cannot be written there: edit the whole file."))
    messages.success(request, _("Saved."))
    return Outcome(is_saved=True)


def spot_url(name: str, desk: Desk, *args: Any) -> str:
    """Return the address of a page of the clause."""
    return reverse(name, args=(desk.draft.uid, desk.clause.id, *args))


def told_of(request: HttpRequest, outcome: Outcome) -> None:
    """Tell on the next page why a change was not made."""
    if outcome.said:
        messages.error(request, outcome.said)
