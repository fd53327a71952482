"""A thread pasted, split, corrected, and only then kept."""

from collections.abc import Callable

from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from clausier.chapters.inbox.actions import receive
from clausier.chapters.inbox.forms import (
    MAX_COMMENTS,
    CommentForm,
    CommentForms,
    PasteForm,
    initial_of,
    messages_of,
)
from clausier.chapters.inbox.pasting import split
from clausier.identity.access import needs, person_of
from clausier.lib import clock


@needs("inbox.receive")
@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """Ask for a thread, show it split, and keep what was corrected."""
    steps: dict[str, Callable[[HttpRequest], HttpResponse]] = {"split": _split, "keep": _keep}
    step = steps.get(request.POST.get("step", "")) if request.method == "POST" else None
    return step(request) if step else _ask(request, PasteForm(initial={"channel": request.GET.get("channel")}))


def _ask(request: HttpRequest, form: PasteForm) -> HttpResponse:
    return render(request, "inbox/paste.html", {"form": form, "limit": MAX_COMMENTS})


def _split(request: HttpRequest) -> HttpResponse:
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _ask(request, form)
    reading = split(form.cleaned_data["text"], form.cleaned_data["channel"].network, clock.now())
    if not reading.comments or len(reading.comments) > MAX_COMMENTS:
        form.add_error("text", form.uncountable(len(reading.comments)))
        return _ask(request, form)
    return _show(request, form, CommentForms(initial=initial_of(reading.comments)), reading.wordless)


def _show(request: HttpRequest, form: PasteForm, comments: BaseFormSet[CommentForm], wordless: int = 0) -> HttpResponse:
    return render(request, "inbox/paste_preview.html", {"form": form, "comments": comments, "wordless": wordless})


def _keep(request: HttpRequest) -> HttpResponse:
    form, comments = PasteForm(request.POST), CommentForms(request.POST)
    form.fields["text"].required = False
    if not (form.is_valid() and comments.is_valid()):
        return _show(request, form, comments)
    kept = messages_of([each.cleaned_data for each in comments], form.cleaned_data["url"])
    if not kept:
        return _show(request, form, comments)
    batch = receive(actor=person_of(request), channel=form.cleaned_data["channel"], messages=kept, obtained_by="paste")
    return redirect("inbox-batch", batch.uid)
