"""The check for whoever is not signed in, off unless the organisation turns it on; and the page that reads receipts."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from clausier.chapters.posts import actions
from clausier.chapters.posts.forms import PublicCheckForm, ReceiptForm
from clausier.chapters.posts.selectors.judging import judge_public
from clausier.chapters.posts.selectors.receipts import read_receipt
from clausier.chapters.posts.views.check import leaves_no_trace, shown
from clausier.identity.access import public
from clausier.identity.selectors import is_on
from clausier.lib.refusals import RefusedError
from clausier.policy.models import Version
from clausier.policy.selectors import in_force


@public
@require_http_methods(["GET", "HEAD", "POST"])
@leaves_no_trace
def may_i(request: HttpRequest) -> HttpResponse:
    """Show the box; sent a text, show what the published rules say of it."""
    version = in_force()
    if version is None or not is_on("public-check"):
        raise Http404
    form = PublicCheckForm(request.POST or None)
    page: dict[str, Any] = {"form": form, "version": version, "is_public": True}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.tally(address=address_of(request))
            page |= _answer(version, form)
        except RefusedError as error:  # what was typed stays
            page["refused"], status = error.refusal.sentence, error.status
    response = render(request, "posts/check.html", page, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


@public
@require_http_methods(["GET", "HEAD", "POST"])
@leaves_no_trace
def receipt(request: HttpRequest) -> HttpResponse:
    """Tell whether a receipt was given here for a text, and what it says; nothing of either is kept."""
    form = ReceiptForm(request.POST or None)
    page: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        found = read_receipt(form.cleaned_data["receipt"], form.cleaned_data["text"])
        page |= {"is_read": True, "receipt": found}
    return render(request, "posts/receipt.html", page)


def address_of(request: HttpRequest) -> str:
    """Return the address that asks, behind as many proxies as are trusted; of IPv6, the network that one home has."""
    proxies = settings.AXES_IPWARE_PROXY_COUNT or 0
    chain = [each.strip() for each in request.headers.get("X-Forwarded-For", "").split(",") if each.strip()]
    remote = str(request.META.get("REMOTE_ADDR", ""))
    address = chain[-proxies] if proxies and len(chain) >= proxies else remote
    return ":".join(address.split(":")[:4]) if address.count(":") > 1 else address


def _answer(version: Version, form: PublicCheckForm) -> dict[str, Any]:
    question = form.question()
    verdict = judge_public(version, form.cleaned_data["relation"], question)
    return {"has_failed": True} if verdict is None else shown(version, verdict, question, form.taps)
