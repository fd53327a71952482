"""A file of messages, looked at before it is kept, imported by parts, and undone while nothing was decided on it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clausier.chapters.inbox import sheet, staging
from clausier.chapters.inbox.actions import begin_import, continue_import, undo_batch
from clausier.chapters.inbox.forms import FileForm, MappingForm
from clausier.chapters.inbox.models import Batch
from clausier.chapters.inbox.selectors import outcome_of, recent_batches
from clausier.identity.access import needs, person_of
from clausier.lib.sheets import SheetError


@needs("inbox.receive")
@require_http_methods(["GET", "HEAD", "POST"])
def import_(request: HttpRequest) -> HttpResponse:
    """Ask for a file, show what it holds, and begin to keep it."""
    if request.method != "POST":
        return _ask(request, FileForm(initial={"channel": request.GET.get("channel")}))
    return _look(request) if "file" in request.POST else _read(request)


def _ask(request: HttpRequest, form: FileForm) -> HttpResponse:
    return render(request, "inbox/import.html", {"form": form, "batches": recent_batches()})


def _read(request: HttpRequest) -> HttpResponse:
    """Keep the file for the time of its preview, and guess its columns."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _ask(request, form)
    person = person_of(request)
    token = staging.stage(form.cleaned_data["file"], person)
    uid = staging.staged(token, person)
    try:
        headings = sheet.headings_of(uid)
        guess = sheet.guessed(headings)
        given = {"channel": form.cleaned_data["channel"].uid, "file": token, **guess}
        return _show(request, MappingForm(given, headings=headings), uid)
    except SheetError as error:
        staging.let_go(uid)
        form.add_error("file", error.sentence)
        return _ask(request, form)


def _look(request: HttpRequest) -> HttpResponse:
    """Look again with other columns, or begin to keep."""
    person = person_of(request)
    try:
        uid = staging.staged(request.POST["file"], person)
        form = MappingForm(request.POST, headings=sheet.headings_of(uid))
        if not form.is_valid() or request.POST.get("step") != "keep":
            return _show(request, form, uid)
        rows = sheet.preview(uid, form.columns).rows
        channel = form.cleaned_data["channel"]
        batch = begin_import(actor=person, channel=channel, file=uid, columns=form.columns, rows=rows)
    except (KeyError, SheetError) as error:
        messages.error(request, error.sentence if isinstance(error, SheetError) else _("Choose the file again."))
        return redirect("inbox-import")
    return redirect("inbox-batch", batch.uid)


def _show(request: HttpRequest, form: MappingForm, uid: str) -> HttpResponse:
    preview = sheet.preview(uid, form.columns) if form.is_valid() else None
    return render(request, "inbox/import_preview.html", {"form": form, "preview": preview})


@needs("inbox.receive")
@require_http_methods(["GET", "HEAD", "POST"])
def batch(request: HttpRequest, uid: str) -> HttpResponse:
    """Show what came of a batch; go on with its file, or undo it."""
    found = get_object_or_404(Batch.objects.select_related("channel", "by"), uid=uid)
    if request.method == "POST":
        if "undo" in request.POST:
            undo_batch(actor=person_of(request), batch=found)
            messages.success(request, _("The batch is undone: its messages are gone."))
        else:
            continue_import(actor=person_of(request), batch=found)
        return redirect("inbox-batch", uid)
    return render(request, "inbox/batch.html", {"batch": found, "outcome": outcome_of(found)})
