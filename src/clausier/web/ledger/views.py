"""The pages of the ledger: what was done, whether it holds, and one entry."""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clausier.audit import selectors
from clausier.audit.actions import erase
from clausier.audit.models import Entry
from clausier.audit.periodic import verify_soon
from clausier.identity.access import needs, person_of
from clausier.identity.permissions import can
from clausier.web.ledger.forms import Erasure, Filters
from clausier.web.ledger.rows import told


@needs("audit.ledger.view", "audit.entry.erase")
@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    """Show the acts, the newest first, and whether the ledger holds."""
    filters = Filters(request.GET)
    page = selectors.page(**filters.chosen(), before=_number(request.GET.get("before")))
    query = request.GET.copy()
    query["before"] = str(page.before)
    may_verify = can(person_of(request), "audit.ledger.view")
    context = {"filters": filters, "rows": told(page.entries), "older": query.urlencode() if page.before else ""}
    return render(
        request,
        "ledger/ledger.html",
        {**context, **selectors.state(), "may_verify": may_verify},
    )


@needs("audit.ledger.view", "audit.entry.erase")
@require_safe
def entry(request: HttpRequest, seq: int) -> HttpResponse:
    """Show one entry, all of it."""
    return _entry(request, seq, Erasure())


@needs("audit.entry.erase")
@require_POST
def erase_entry(request: HttpRequest, seq: int) -> HttpResponse:
    """Erase what an entry says."""
    form = Erasure(request.POST)
    if not form.is_valid():
        return _entry(request, seq, form)
    row = get_object_or_404(Entry, seq=seq)
    erase(actor=person_of(request), entry=row, reason_code=form.cleaned_data["reason_code"])
    messages.success(request, _("The details of this entry are erased."))
    return redirect("ledger-entry", seq)


@needs("audit.ledger.view")
@require_POST
def verify_now(request: HttpRequest) -> HttpResponse:  # the person is not told apart: verifying is no act
    """Verify the whole ledger, at once or soon."""
    if not verify_soon():
        messages.info(request, _("The ledger is long: the worker verifies it, and the result will stand here."))
    return redirect("ledger")


def _entry(request: HttpRequest, seq: int, form: Erasure) -> HttpResponse:
    row = get_object_or_404(Entry.objects.select_related("detail__erased_by"), seq=seq)
    [line] = told([row])
    may_erase = can(person_of(request), "audit.entry.erase") and line.is_erasable
    context: dict[str, Any] = {"row": line, "facts": json.loads(row.detail.details or "{}"), "form": form}
    return render(request, "ledger/entry.html", {**context, "may_erase": may_erase})


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 19 else None  # noqa: PLR2004  # a bigint
