"""The first page of an empty installation, closed for ever after."""

import secrets

from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from clausier.identity import actions, selectors
from clausier.identity.access import public
from clausier.identity.forms import ME, SetupForm, attempt
from clausier.identity.models import Person
from clausier.identity.views.links import BACKEND


@public
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def setup(request: HttpRequest) -> HttpResponse:
    """Found the organisation, for whoever read the token in the terminal."""
    if selectors.organization():
        return render(request, "identity/setup_closed.html", status=410)
    token = request.POST.get("token") or request.GET.get("token", "")
    if not secrets.compare_digest(token.encode(), settings.HOME.setup_token().encode()):
        return render(request, "identity/empty_install.html", {"is_wrong": bool(token)}, status=403 if token else 200)
    form = SetupForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda: _found(request, form)):
        return redirect("home")
    return render(request, "identity/setup.html", {"form": form, "token": token})


@transaction.atomic
def _found(request: HttpRequest, form: SetupForm) -> None:
    values = form.cleaned_data
    people = [(values["name"], values["email"]), (values["other_name"], values["other_email"])]
    actions.found(name=values["organization"], timezone=values["timezone"], language=values["language"], people=people)
    first, second = (Person.objects.get(email=email.strip().lower()) for _name, email in people)
    if values["writer"]:
        writer, approver = (first, second) if values["writer"] == ME else (second, first)
        actions.share_writing(writer=writer, approver=approver)
    actions.choose_password(person=first, password=values["password"])
    actions.invite(actor=first, person=second)
    login(request, first, backend=BACKEND)
