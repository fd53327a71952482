"""The policy as files to keep, and as a line for another site."""

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import condition, require_safe

from clausier.identity.access import needs, public
from clausier.lib.keeping import kept_scan
from clausier.policy import selectors
from clausier.policy.models import Resolution
from clausier.policy.selectors import printing, showing
from clausier.policy.views import reading
from clausier.policy.views.drafts import readable_or_404

ANYWHERE = {"frame-ancestors": ["*"]}
HOUR = 60 * 60


def _mark(request: HttpRequest, number: str, kind: str) -> str:
    version = reading.version_or_404(number)
    return f'"{printing.mark_of(version, reading.spoken(request, version), kind)}"'


@public
@require_safe
@condition(etag_func=_mark)
def file(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """Give an adopted version as a file, in the language of the page or the one asked for."""
    version = reading.version_or_404(number)
    response = _given(printing.file_of(version, reading.spoken(request, version), kind))
    patch_cache_control(response, public=True, max_age=HOUR)
    return response


@public
@require_safe
def current(request: HttpRequest, kind: str) -> HttpResponse:
    """Lead to the file of the version in force: an address that never changes."""
    del request
    version = selectors.in_force()
    if version is None:
        raise Http404
    return redirect("policy-file", version.number, kind)


@needs("policy.drafts.view")
@require_safe
def resolution(request: HttpRequest, number: str) -> HttpResponse:
    """Give the scan of the resolution by which a version was adopted, to those who write, approve, observe or audit."""
    del request
    found = Resolution.objects.filter(version=reading.version_or_404(number)).first()
    scan = kept_scan("resolutions", found.document) if found else None
    if scan is None:
        raise Http404
    return _given(printing.File(f"resolution-{number}.pdf", printing.KINDS["pdf"].content_type, scan))


@needs("policy.drafts.view")
@require_safe
def draft(request: HttpRequest, uid: str, kind: str) -> HttpResponse:
    """Give a draft as a file, for a meeting; each page says that it is not adopted."""
    found = readable_or_404(request, uid)
    if selectors.folder_of(found).policy is None:
        return redirect("policy-draft", found.uid)
    return _given(printing.file_of(found, reading.spoken(request, found), kind))


@public
@require_safe
@xframe_options_exempt
@csp_replace(ANYWHERE)
@reading.unless_known
def embedded(request: HttpRequest) -> HttpResponse:
    """Show the policy in a few lines, inside a page of another site: no cookie, no form, the same for everybody."""
    version = selectors.in_force()
    if version is None:
        raise Http404
    page = reading.context(request, version)
    page["shown"] = showing.shown(version, page["language"], is_public=True)
    page["address"] = settings.PUBLIC_URL + reverse("policy")
    page["clause"] = next((each for each in page["shown"].clauses() if each.id == request.GET.get("clause")), None)
    return render(request, "policy/embedded.html", page)


def _given(file: printing.File) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.content_type, headers=headers)
