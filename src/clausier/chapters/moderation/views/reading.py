"""What was decided and waits to be done there, the list, the figures."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from clausier.chapters.moderation import actions
from clausier.chapters.moderation.forms import NoticeForm
from clausier.chapters.moderation.models import Review
from clausier.chapters.moderation.selectors import fairness as figures
from clausier.chapters.moderation.selectors import queue
from clausier.chapters.moderation.selectors import todo as waiting
from clausier.chapters.moderation.states import Status
from clausier.chapters.moderation.views.page import carried, frame
from clausier.decisions.actions import report_done
from clausier.decisions.models import Decision
from clausier.decisions.states import Done, Kind
from clausier.identity.access import needs, person_of


@needs("moderation.view")
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """List comments: those that wait, or those of a state."""
    status = request.GET.get("status", "")
    after = Review.objects.filter(uid=request.GET.get("after", "")).first()
    rows = queue.page_of(carried(request).channel, status if status in Status.values else "", after)
    more = rows[queue.PAGE - 1].uid if len(rows) > queue.PAGE else ""
    page = {"rows": rows[: queue.PAGE], "more": more, "status": status, "statuses": Status.choices}
    return render(request, "moderation/list.html", frame(request) | page)


@needs("moderation.view")
@require_safe
def todo(request: HttpRequest) -> HttpResponse:
    """List what was decided and has still to be done there, or told to its author."""
    return render(request, "moderation/todo.html", frame(request) | {"rows": waiting.waiting()})


@needs("moderation.decide")
@require_POST
def report(request: HttpRequest, reference: str) -> HttpResponse:
    """Tick what was done there, or say how the author was told."""
    decision = get_object_or_404(Decision, reference=reference, kind=Kind.COMMENT)
    form = NoticeForm(request.POST)
    try:
        if request.POST.get("done") in Done.values:
            report_done(actor=person_of(request), decision=decision, done=request.POST["done"])
        elif form.is_valid():
            actions.notice_given(actor=person_of(request), decision=decision, **form.cleaned_data)
    except ValidationError as error:
        context = {"rows": waiting.waiting(), "wrong": reference, "wrong_words": error.messages}
        return render(request, "moderation/todo.html", frame(request) | context, status=422)
    return redirect(reverse("moderation-todo") + carried(request).query)


@needs("moderation.fairness.view")
@require_safe
def fairness(request: HttpRequest) -> HttpResponse:
    """Show how each ground was used over a year, and how often we were wrong."""
    return render(request, "moderation/fairness.html", {"fairness": figures.figures(get_language() or "fr")})
