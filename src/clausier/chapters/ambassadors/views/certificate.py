"""The certificate: public by its code, which tells initials; with the clauses for the person themself."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from clausier.chapters.ambassadors.selectors import Certificate, certificate_of, shown_clauses
from clausier.chapters.ambassadors.selectors.proofs import printed, proof_of
from clausier.identity.access import person_of, public, signed_in
from clausier.identity.permissions import can


@public
@require_safe
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Show whether a certificate is good: to its holder with everything, to anybody else with initials."""
    found = certificate_of(code)
    if found is None:
        raise Http404
    version, language = found.commitment.version, get_language() or "fr"
    is_mine = request.user == found.commitment.person
    shown = shown_clauses(version, language) if is_mine else {}
    page = {
        "certificate": found,
        "sentence": found.sentence(found.commitment.language),
        "is_mine": is_mine,
        "clauses": [shown[name].clause for name in found.commitment.clauses if name in shown],
    }
    response = render(request, "ambassadors/certificate.html", page)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-store"
    return response


@signed_in
@require_safe
def proof(request: HttpRequest, code: str) -> HttpResponse:
    """Give the sealed proof of one's own answer, which anybody verifies without this program's database."""
    found = _own(request, code)
    data: dict[str, Any] | None = proof_of(found.commitment)
    if data is None:
        raise Http404
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="proof-{found.commitment.code}.json"'
    return response


@signed_in
@require_safe
def pdf(request: HttpRequest, code: str) -> HttpResponse:
    """Give the certificate to be printed, with its code."""
    found = _own(request, code)
    response = HttpResponse(printed(found), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="certificate-{found.commitment.code}.pdf"'
    return response


def _own(request: HttpRequest, code: str) -> Certificate:
    """Return the certificate of whoever asks, or of anybody for an officer, who prints it for who has no e-mail."""
    found, person = certificate_of(code), person_of(request)
    if found is None or (found.commitment.person != person and not can(person, "ambassadors.paper.record")):
        raise Http404
    return found
