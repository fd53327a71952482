"""Who holds which role, which ones wait for a second person, and which ended."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from clausier.identity import actions, permissions, selectors
from clausier.identity.access import needs, person_of, signed_in
from clausier.identity.forms import GrantForm, attempt
from clausier.identity.models import Person, RoleGrant
from clausier.identity.states import TWO_PEOPLE


@needs("identity.roles.view")
@require_http_methods(["GET", "HEAD", "POST"])
def roles(request: HttpRequest) -> HttpResponse:
    """Show the roles, and grant one."""
    actor, form = person_of(request), GrantForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda: _grant(actor, form)):
        return redirect("roles")
    known = {
        "form": form,
        "waiting": [(grant, permissions.second_refused(actor, grant)) for grant in selectors.grants_waiting()],
        "standing": selectors.grants_standing(),
        "ended": selectors.grants_ended(),
        "two_people": TWO_PEOPLE,
        "can_grant": permissions.can(actor, "identity.roles.grant"),
    }
    return render(request, "identity/roles.html", known)


def _grant(actor: Person, form: GrantForm) -> None:
    actions.grant_role(actor=actor, person=form.cleaned_data["who"], role=form.cleaned_data["role"])


@needs("identity.roles.grant")
@require_POST
def second(request: HttpRequest, uid: str) -> HttpResponse:
    """Agree to a role that another person granted to a third one."""
    actions.second_grant(actor=person_of(request), grant=get_object_or_404(RoleGrant, uid=uid))
    return redirect("roles")


@signed_in
@require_POST
def end(request: HttpRequest, uid: str) -> HttpResponse:
    """Take a role from somebody, or give up one's own."""
    actor, grant = person_of(request), get_object_or_404(RoleGrant.objects.select_related("person"), uid=uid)
    actions.end_grant(actor=actor, grant=grant)
    return redirect("roles" if permissions.can(actor, "identity.roles.view") else "settings")
