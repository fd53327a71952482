"""One's own comfort, and the settings of the organisation for whoever administers it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clausier.identity import actions, selectors, switches
from clausier.identity.access import needs, person_of, signed_in
from clausier.identity.forms import AbsenceForm, OrganizationForm, PinForm, PreferencesForm, attempt
from clausier.identity.models import Organization
from clausier.identity.permissions import can


@signed_in
@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """Show the settings that the person may change."""
    return _shown(request)


def _shown(request: HttpRequest, **forms: object) -> HttpResponse:
    person, organization = person_of(request), selectors.organization()
    known = {
        "preferences": PreferencesForm(initial={"language": person.language, "keys": person.keys}),
        "absence": AbsenceForm(),
        "pin": PinForm(),
        "absences": person.absences.filter(last__gte=selectors.today()),
        "grants": person.grants.filter(ended=None).order_by("role"),
        "can_edit": organization is not None and can(person, "identity.settings.edit"),
        "form": OrganizationForm(initial=_known(organization)),
        "switches": [(each, switches.state(organization, each.key)) for each in switches.all_switches()],
    }
    return render(request, "identity/settings.html", known | forms)


def _known(organization: Organization | None) -> dict[str, str]:
    return {"name": organization.name, "timezone": organization.timezone} if organization else {}


@signed_in
@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Change one's own language and keys."""
    form = PreferencesForm(request.POST)
    if attempt(form, lambda: actions.set_preferences(actor=person_of(request), **form.cleaned_data)):
        messages.success(request, _("Your preferences are saved."))
        return redirect("settings")
    return _shown(request, preferences=form)


@signed_in
@require_POST
def pin(request: HttpRequest) -> HttpResponse:
    """Choose the PIN by which one enters a shared tablet."""
    form = PinForm(request.POST)
    if attempt(form, lambda: actions.choose_pin(person=person_of(request), pin=form.cleaned_data["pin"])):
        messages.success(request, _("Your PIN is saved."))
        return redirect("settings")
    return _shown(request, pin=form)


@needs("identity.settings.edit")
@require_POST
def organization(request: HttpRequest) -> HttpResponse:
    """Change the name and the time zone of the organisation."""
    form = OrganizationForm(request.POST)
    if attempt(form, lambda: actions.set_organization(actor=person_of(request), **form.cleaned_data)):
        messages.success(request, _("The settings of the organization are saved."))
        return redirect("settings")
    return _shown(request, form=form)


@needs("identity.settings.edit")
@require_POST
def switch(request: HttpRequest, key: str) -> HttpResponse:
    """Switch a room or a limit on or off."""
    try:
        actions.set_switch(actor=person_of(request), key=key, is_on=request.POST.get("on") == "1")
    except KeyError:
        raise Http404 from None
    return redirect("settings")


@needs("identity.settings.edit")
@require_POST
def try_mail(request: HttpRequest) -> HttpResponse:
    """Write a message to oneself, to see whether mail leaves."""
    actions.try_mail(actor=person_of(request))
    messages.success(request, _("A message to you is in the outbox. If it does not arrive, look at the outbox page."))
    return redirect("settings")
