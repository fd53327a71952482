"""Who holds the duties that the policy declares."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST

from clausier.identity import actions, duty_names, selectors
from clausier.identity.access import needs, person_of
from clausier.identity.forms import HoldingForm, attempt
from clausier.identity.models import DutyHolder, Person


@needs("identity.duties.assign")
@require_http_methods(["GET", "HEAD", "POST"])
def duties(request: HttpRequest) -> HttpResponse:
    """Show each duty with its deputies, and charge somebody with one."""
    declared = duty_names.names(get_language() or "fr")
    form = HoldingForm(request.POST or None, duties=declared)
    if request.method == "POST" and attempt(form, lambda: _assign(person_of(request), form)):
        return redirect("duties")
    return render(request, "identity/duties.html", {"form": form, "rows": selectors.duty_rows(declared)})


def _assign(actor: Person, form: HoldingForm) -> None:
    values = form.cleaned_data
    actions.assign_duty(actor=actor, duty=values["duty"], person=values["who"], rank=values["rank"])


@needs("identity.duties.assign")
@require_POST
def end(request: HttpRequest, uid: str) -> HttpResponse:
    """Take a duty from somebody."""
    actions.end_duty(actor=person_of(request), holding=get_object_or_404(DutyHolder, uid=uid))
    return redirect("duties")
