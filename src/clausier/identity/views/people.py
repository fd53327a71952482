"""The list of people and the page of each."""

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clausier.identity import actions, selectors
from clausier.identity.access import needs, person_of, signed_in
from clausier.identity.forms import AbsenceForm, PersonForm, attempt
from clausier.identity.models import Absence, Person
from clausier.identity.notifications import address_of
from clausier.identity.permissions import can


@needs("identity.people.view")
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """List people, a page at a time, those who left apart."""
    words, left = request.GET.get("q", "")[:100], request.GET.get("left") == "1"
    unreached = request.GET.get("unreached") == "1"
    page = selectors.people_page(words=words, after=request.GET.get("after", ""), left=left, unreached=unreached)
    away = selectors.away_on(selectors.today(), [person.pk for person in page.people])
    known = {"page": page, "words": words, "left": left, "unreached": unreached, "away": away}
    return render(request, "identity/people.html", known | {"has_unreached": selectors.unreached().exists()})


@needs("identity.people.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Make somebody known, and invite whoever has an e-mail."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and attempt(form, lambda: _add(request, form)):
        return redirect("people")
    return render(request, "identity/person_form.html", {"form": form})


def _add(request: HttpRequest, form: PersonForm) -> None:
    actor = person_of(request)
    person = actions.add_person(actor=actor, **form.cleaned_data)
    if person.email and "invite" in request.POST:
        actions.invite(actor=actor, person=person)
    messages.success(request, _("%(name)s is now on the list.") % {"name": person.name})


@needs("identity.people.view")
@require_safe
def person(request: HttpRequest, uid: str) -> HttpResponse:
    """Show what is known of somebody, and the acts about them."""
    return _shown(request, _found(uid), AbsenceForm())


def _found(uid: str) -> Person:
    return get_object_or_404(Person.objects.select_related("manager"), uid=uid)


def _shown(request: HttpRequest, found: Person, form: AbsenceForm, **more: object) -> HttpResponse:
    history = selectors.history_of(found)
    known = {
        "person": found,
        "grants": found.grants.filter(ended=None).order_by("role"),
        "holdings": found.held_duties.filter(ended=None),
        "absences": found.absences.filter(last__gte=selectors.today()),
        "history": history,
        "names": selectors.names_of(entry.actor for entry in history),
        "form": form,
        "can_edit": can(person_of(request), "identity.people.edit"),
    }
    return render(request, "identity/person.html", known | more)


@needs("identity.people.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, uid: str) -> HttpResponse:
    """Change what is known of somebody."""
    found = _found(uid)
    form = PersonForm(request.POST or None, person=found)
    act = lambda: actions.change_person(actor=person_of(request), person=found, **form.cleaned_data)  # noqa: E731
    if request.method == "POST" and attempt(form, act):
        return redirect("person", uid)
    return render(request, "identity/person_form.html", {"form": form, "person": found})


@needs("identity.people.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, uid: str) -> HttpResponse:
    """Close the door to somebody, and list what is left without anybody."""
    found, departure = _found(uid), None
    if request.method == "POST":
        departure = actions.end_person(actor=person_of(request), person=found)
    return render(request, "identity/person_end.html", {"person": found, "departure": departure})


@needs("identity.people.edit")
@require_POST
def bring_back(request: HttpRequest, uid: str) -> HttpResponse:
    """Let somebody who had left be known again."""
    actions.bring_back(actor=person_of(request), person=_found(uid))
    return redirect("person", uid)


@needs("identity.people.edit")
@require_POST
@never_cache
def invite(request: HttpRequest, uid: str) -> HttpResponse:
    """Invite by e-mail, or show the link to print for whoever has none."""
    found = _found(uid)
    token = actions.invite(actor=person_of(request), person=found)
    if found.mailbox:
        messages.success(request, _("The invitation is on its way."))
        return redirect("person", uid)
    return _offered(request, found, token)


@needs("identity.people.edit")
@require_POST
def email_works(request: HttpRequest, uid: str) -> HttpResponse:
    """Write to the address of somebody again."""
    actions.trust_email(actor=person_of(request), person=_found(uid))
    messages.success(request, _("E-mails go to this address again."))
    return redirect("person", uid)


@needs("identity.people.edit")
@require_POST
@never_cache
def offer_sign_in(request: HttpRequest, uid: str) -> HttpResponse:
    """Show a code to scan, good for fifteen minutes, to somebody who has no e-mail."""
    found = _found(uid)
    return _offered(request, found, actions.offer_sign_in(actor=person_of(request), person=found))


def _offered(request: HttpRequest, found: Person, token: str) -> HttpResponse:
    address = address_of(token, found.language)
    code = segno.make(address, error="m").svg_data_uri(scale=6, border=2, light="white")
    return render(request, "identity/offer.html", {"person": found, "address": address, "code": code})


@signed_in
@require_POST
def add_absence(request: HttpRequest, uid: str) -> HttpResponse:
    """Say that somebody is away: oneself, or others for a people officer."""
    found, actor, form = _found(uid), person_of(request), AbsenceForm(request.POST)
    if attempt(form, lambda: actions.add_absence(actor=actor, person=found, **form.cleaned_data)):
        return _back(actor, found)
    if can(actor, "identity.people.view"):
        return _shown(request, found, form)
    return render(request, "identity/absence_form.html", {"form": form, "person": found})


@signed_in
@require_POST
def cancel_absence(request: HttpRequest, uid: str) -> HttpResponse:
    """Say no longer that somebody is away."""
    absence = get_object_or_404(Absence.objects.select_related("person"), uid=uid)
    actor = person_of(request)
    actions.cancel_absence(actor=actor, absence=absence)
    return _back(actor, absence.person)


def _back(actor: Person, found: Person) -> HttpResponse:
    is_own = actor == found or not can(actor, "identity.people.view")
    return redirect("settings") if is_own else redirect("person", found.uid)
