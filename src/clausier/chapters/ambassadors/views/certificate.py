"""The certificate: public by its code, which tells initials; with the clauses for the person themself."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from clausier.chapters.ambassadors.selectors import certificate_of, shown_clauses
from clausier.identity.access import public


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
