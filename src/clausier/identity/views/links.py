"""The page of a link, and what the links of identity do."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from clausier.identity import selectors
from clausier.identity.access import public
from clausier.identity.actions.links import DEMO, INVITATION, SIGN_IN, spend_link
from clausier.identity.links import Handler, LinkWords, handler_of
from clausier.identity.models import Link, Person

BACKEND = settings.AUTHENTICATION_BACKENDS[-1]


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show what a link does, and do it once the box is ticked: opened, or sent without the box, it changes nothing."""
    found = selectors.open_link(token)
    handler = handler_of(found) if found else None
    if found is None or handler is None:
        return _unindexed(render(request, "identity/link_closed.html", status=410))
    if request.method == "POST" and request.POST.get("agreed") == "yes":
        return handler.act(request, found)
    known = {"words": handler.words(found), "link": found, "is_sent": request.method == "POST", "said": request.POST}
    status = 422 if request.method == "POST" else 200
    return _unindexed(render(request, handler.template, known | handler.context(found), status=status))


def _unindexed(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response


def _person(link: Link) -> Person:
    if link.person is None:
        raise TypeError("a link that signs in is somebody's")
    return link.person


def _invitation_words(link: Link) -> LinkWords:
    organization = selectors.organization()
    known = {"name": _person(link).name, "organization": organization.name if organization else "Clausier"}
    return LinkWords(
        _("Welcome, %(name)s") % known,
        _("%(organization)s gives you access to its social media policy. This link signs you in, once.") % known,
        _("I am %(name)s") % known,
        _("Enter"),
    )


def _sign_in_words(link: Link) -> LinkWords:
    known = {"name": _person(link).name}
    return LinkWords(
        _("Sign in as %(name)s") % known,
        _("This link signs you in on this device, once. Sign out when you leave a shared one."),
        _("I am %(name)s") % known,
        _("Sign in"),
    )


def _demo_words(link: Link) -> LinkWords:
    known = {"name": _person(link).name}
    return LinkWords(
        _("See the demonstration as %(name)s") % known,
        _("Everybody here is invented. Whatever you do changes this demonstration only."),
        _("I understand that this is a demonstration"),
        _("Enter as %(name)s") % known,
    )


def _enter_once(request: HttpRequest, link: Link) -> HttpResponseBase:
    """Sign the person in and spend the link, or neither."""
    with transaction.atomic():
        spend_link(link)
        return _enter(request, link)


def _enter(request: HttpRequest, link: Link) -> HttpResponseBase:
    person = _person(link)
    if not person.is_active:
        return render(request, "identity/link_closed.html", status=410)
    login(request, person, backend=BACKEND)
    if link.purpose == INVITATION and person.email:
        messages.info(
            request, _("Next time, sign in with a code sent by e-mail, or choose a password in the settings.")
        )
    return redirect("me")


def _enter_demo(request: HttpRequest, link: Link) -> HttpResponseBase:
    """Sign in again and again, as long as the organisation is a demonstration."""
    organization = selectors.organization()
    if organization is None or not organization.demonstration:
        return render(request, "identity/link_closed.html", status=410)
    return _enter(request, link)


HANDLERS = {
    INVITATION: Handler(_invitation_words, _enter_once),
    SIGN_IN: Handler(_sign_in_words, _enter_once),
    DEMO: Handler(_demo_words, _enter_demo),
}
