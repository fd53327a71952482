"""A sheet of people: read, shown line by line, then written or dropped, and undone within a week."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clausier.identity import actions
from clausier.identity.access import needs, person_of
from clausier.identity.actions.imports import RIGHT
from clausier.identity.columns import COLUMNS
from clausier.identity.forms import SheetForm
from clausier.identity.models import PeopleImport
from clausier.identity.states import ImportStatus
from clausier.lib.sheets import SheetError

LINES = 100


@needs(RIGHT)
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Read a sheet; nothing is written yet."""
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            batch = actions.read_people(actor=person_of(request), source=form.cleaned_data["sheet"])
        except SheetError as error:
            form.add_error("sheet", error.sentence)
        else:
            return redirect("people-import-shown", batch.uid)
    done = PeopleImport.objects.exclude(status=ImportStatus.DROPPED).defer("plan").select_related("by")[:20]
    return render(request, "identity/import.html", {"form": form, "columns": COLUMNS, "batches": done})


@needs(RIGHT)
@require_safe
def shown(request: HttpRequest, uid: str) -> HttpResponse:
    """Show what each line does, those with an error first."""
    batch = _batch(uid)
    order = {"error": 0, "change": 1, "add": 2, "same": 3}
    lines = sorted(batch.plan, key=lambda line: (order[line["does"]], line["line"]))
    page = Paginator(lines, LINES).get_page(request.GET.get("page"))
    return render(request, "identity/import_shown.html", {"batch": batch, "page": page})


@needs(RIGHT)
@require_POST
def confirm(request: HttpRequest, uid: str) -> HttpResponse:
    """Write what was shown."""
    actions.confirm_import(actor=person_of(request), batch=_batch(uid))
    messages.success(request, _("The list is saved. It can be undone for seven days."))
    return redirect("people-import-shown", uid)


@needs(RIGHT)
@require_POST
def drop(request: HttpRequest, uid: str) -> HttpResponse:
    """Forget what was shown."""
    actions.drop_import(actor=person_of(request), batch=_batch(uid))
    return redirect("people-import")


@needs(RIGHT)
@require_POST
def undo(request: HttpRequest, uid: str) -> HttpResponse:
    """Put back what was there before."""
    kept = actions.undo_import(actor=person_of(request), batch=_batch(uid))
    sentence = ngettext(
        "The list is undone. %(kept)s line was kept, because the person was changed or did something since.",
        "The list is undone. %(kept)s lines were kept, because the people were changed or did something since.",
        kept,
    )
    messages.success(request, sentence % {"kept": kept} if kept else _("The list is undone, all of it."))
    return redirect("people-import")


def _batch(uid: str) -> PeopleImport:
    return get_object_or_404(PeopleImport.objects.select_related("by"), uid=uid)
