"""The pages of those who decide, tell and answer."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clausier.decisions import selectors
from clausier.decisions.actions import answer_appeal, answer_enquiry, report_done, report_notice, undo
from clausier.decisions.forms import AnswerForm, DoneForm, EnquiryForm, NoticeForm, acted
from clausier.decisions.models import Decision
from clausier.decisions.notifications import address
from clausier.decisions.permissions import LOOK_UP, can_answer, can_report, can_undo
from clausier.decisions.selectors.reasons import statement_of_reasons
from clausier.identity.access import person_of, signed_in
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.lib.refusals import RefusedError

GET_POST = ("GET", "HEAD", "POST")


@signed_in
@require_safe
def appeals(request: HttpRequest) -> HttpResponse:
    """Show the objections that wait, by deadline, and what people ask to be looked up."""
    person = person_of(request)
    if not selectors.hears(person):
        raise RefusedError("not-permitted", _("Your roles do not open this page."))
    context = {
        "appeals": [{"appeal": each, "refusal": can_answer(person, each)} for each in selectors.open_appeals()],
        "answered": selectors.answered_appeals(),
        "enquiries": selectors.open_enquiries() if can(person, LOOK_UP) else [],
    }
    return render(request, "decisions/appeals.html", context)


@signed_in
@require_http_methods(GET_POST)
def appeal(request: HttpRequest, uid: str) -> HttpResponse:
    """Show a text, the notice as it was sent and the objection side by side, and take the answer."""
    person = person_of(request)
    found = selectors.appeal_for(person, uid)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and acted(form, partial(answer_appeal, actor=person, appeal=found)):
        messages.success(request, _("Your answer is given. It cannot be changed."))
        return redirect("appeals")
    reading = selectors.read(found.decision, _language())
    context = {"appeal": found, "reading": reading, "form": form, "refusal": can_answer(person, found)}
    return render(request, "decisions/appeal.html", context, status=form.status)


@signed_in
@require_safe
def story(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the whole story of a decision to those who may read it."""
    person = person_of(request)
    return _story(request, person, selectors.story_for(person, reference))


@signed_in
@require_POST
def done(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep what came of a decision on the network."""
    return _reported(request, reference, "done", DoneForm(request.POST), report_done)


@signed_in
@require_POST
def notice(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep how the author was told."""
    return _reported(request, reference, "notice", NoticeForm(request.POST), report_notice)


def _reported(
    request: HttpRequest, reference: str, name: str, form: DoneForm | NoticeForm, report: Callable[..., object]
) -> HttpResponse:
    """Keep what a form of the story says, or show it again with what is wrong."""
    person = person_of(request)
    found = selectors.story_for(person, reference)
    if acted(form, partial(report, actor=person, decision=found)):
        return redirect("decision-story", reference)
    return _story(request, person, found, **{name: form})


@signed_in
@require_POST
def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Take back a decision that nobody was told of."""
    person = person_of(request)
    undo(actor=person, decision=selectors.story_for(person, reference))
    return redirect("decision-story", reference)


@signed_in
@require_safe
def reasons(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a decision as a statement of reasons, in JSON."""
    found = selectors.story_for(person_of(request), reference)
    said = statement_of_reasons(found, reference_url=address(found.language, "decision", found.reference))
    response = JsonResponse(said, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["Content-Disposition"] = f'attachment; filename="{found.reference}.json"'
    return response


@signed_in
@require_http_methods(GET_POST)
def enquiry(request: HttpRequest, uid: str) -> HttpResponse:
    """Show what somebody asked to be looked up, and take the answer."""
    person = person_of(request)
    found = selectors.enquiry_for(person, uid)
    form = EnquiryForm(request.POST or None, initial={"decision": found.decision and found.decision.reference})
    if request.method == "POST" and acted(form, partial(answer_enquiry, actor=person, enquiry=found)):
        messages.success(request, _("Your answer is given."))
        return redirect("appeals")
    return render(request, "decisions/enquiry.html", {"enquiry": found, "form": form}, status=form.status)


def _story(request: HttpRequest, person: Person, decision: Decision, **sent: DoneForm | NoticeForm) -> HttpResponse:
    context: dict[str, Any] = {
        "reading": selectors.read(decision, _language()),
        "done": DoneForm(initial={"done": decision.effect_done}),
        "notice": NoticeForm(initial={"notice": decision.notice, "why": decision.notice_why}),
        "can_report": can_report(person, decision),
        "can_undo": can_undo(person, decision),
    }
    return render(request, "decisions/story.html", context | sent)


def _language() -> str:
    return (get_language() or "fr")[:2]
