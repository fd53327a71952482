"""One comment at a time, and the sweep of the harmless ones."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clausier.chapters.moderation import actions
from clausier.chapters.moderation.actions.acting import REPEATED
from clausier.chapters.moderation.forms import AskForm, CaseForm, RestoreForm
from clausier.chapters.moderation.models import Proposal, Review
from clausier.chapters.moderation.selectors import queue
from clausier.chapters.moderation.views.page import carried, case_form, comment_page, frame, go_on
from clausier.identity.access import needs, person_of
from clausier.lib.refusals import RefusedError

Answer = HttpResponse | None


@needs("moderation.view")
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Show the next comment to decide on."""
    after = Review.objects.filter(uid=request.GET.get("after", "")).first()
    return comment_page(request, queue.next_for(person_of(request), carried(request).channel, after))


@needs("moderation.view")
@require_safe
def review(request: HttpRequest, uid: str) -> HttpResponse:
    """Show one comment, with the form of a ground when one is asked for."""
    found = _found(uid)
    return comment_page(request, found, form=case_form(request, found))


@needs("moderation.decide")
@require_POST
def act(request: HttpRequest, uid: str, verb: str) -> HttpResponse:
    """Do one thing to a comment, and go on to the next; what was typed stays when it cannot be done."""
    found, do = _found(uid), VERBS.get(verb)
    if do is None:
        raise Http404
    try:
        return do(request, found) or go_on(request)
    except RefusedError as error:
        if error.refusal.code == REPEATED:
            return go_on(request)
        form = _case_form(request, found) if verb == "decide" else None
        return comment_page(request, _found(uid), error.status, refused=error.refusal.sentence, form=form)


@needs("moderation.decide")
@require_http_methods(["GET", "HEAD", "POST"])
def sweep(request: HttpRequest) -> HttpResponse:
    """Show a screenful of harmless comments; close it in one act."""
    if request.method == "POST":
        pairs = (each.partition(":")[::2] for each in request.POST.getlist("seen"))
        seen = {uid: int(revision) for uid, revision in pairs if revision.isdecimal() and len(revision) < 9}  # noqa: PLR2004
        done = actions.sweep(actor=person_of(request), seen=seen.items())
        count = ngettext("%(n)s comment seen.", "%(n)s comments seen.", len(done)) % {"n": len(done)}
        messages.success(request, count)
        return redirect(reverse("moderation-sweep") + carried(request).query)
    rows = queue.to_sweep(carried(request).channel)
    return render(request, "moderation/sweep.html", frame(request) | {"rows": rows})


def _found(uid: str) -> Review:
    return get_object_or_404(Review.objects.select_related("item__channel", "item__parent", "asked"), uid=uid)


def _revision(request: HttpRequest) -> int:
    sent = request.POST.get("revision", "")
    return int(sent) if sent.isdecimal() and len(sent) < 9 else 0  # noqa: PLR2004  # no revision has so many digits


def _plain(action: Callable[..., Any]) -> Callable[[HttpRequest, Review], Answer]:
    """Return what does an act that needs no form."""

    def do(request: HttpRequest, found: Review) -> Answer:
        action(actor=person_of(request), review=found, revision=_revision(request))
        return None

    return do


def _case_form(request: HttpRequest, found: Review) -> CaseForm:
    return CaseForm(found.item, request.POST)


def _decide(request: HttpRequest, found: Review) -> Answer:
    form = _case_form(request, found)
    if not form.is_valid():
        return comment_page(request, found, 422, form=form)
    try:
        made = actions.decide_or_propose(
            actor=person_of(request), review=found, revision=_revision(request), case=form.case
        )
    except ValidationError as error:
        form.add_error(None, error)
        return comment_page(request, found, 422, form=form)
    if isinstance(made, Proposal):
        messages.info(request, _("Proposed: a second person has to agree."))
    return None


def _ask(request: HttpRequest, found: Review) -> Answer:
    form = AskForm(queue.colleagues_of(person_of(request)), request.POST, prefix="ask")
    if not form.is_valid():
        return comment_page(request, found, 422, ask=form)
    colleague = form.cleaned_data["colleague"]
    actions.ask(actor=person_of(request), review=found, revision=_revision(request), colleague=colleague)
    return None


def _restore(request: HttpRequest, found: Review) -> Answer:
    form = RestoreForm(request.POST, prefix="restore")
    if not form.is_valid():
        return comment_page(request, found, 422, restore=form)
    facts = form.cleaned_data["facts"]
    actions.restore(actor=person_of(request), review=found, revision=_revision(request), facts=facts)
    return None


def _say_wrong(request: HttpRequest, found: Review) -> Answer:
    """Mark the comment, and stay on it: it has still to be decided on."""
    actions.say_wrong(actor=person_of(request), review=found, revision=_revision(request))
    return go_on(request, _found(found.uid))


def _undo(request: HttpRequest, found: Review) -> Answer:
    """Undo, and come back to what was undone."""
    actions.undo(actor=person_of(request), review=found, revision=_revision(request))
    return go_on(request, _found(found.uid))


VERBS: dict[str, Callable[[HttpRequest, Review], Answer]] = {
    "keep": _plain(actions.keep),
    "hold": _plain(actions.hold),
    "decide": _decide,
    "ask": _ask,
    "agree": _plain(actions.agree),
    "decline": _plain(actions.decline),
    "restore": _restore,
    "wrong": _say_wrong,
    "undo": _undo,
}
