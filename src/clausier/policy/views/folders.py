"""What leaves for a meeting or for another machine: the council's file, and the folder in a zip."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from clausier.document.writing import zipped
from clausier.identity.access import needs
from clausier.policy import selectors
from clausier.policy.models import Version
from clausier.policy.selectors import printing
from clausier.policy.views import reading
from clausier.policy.views.drafts import readable_or_404


@needs("policy.drafts.view")
@require_safe
def draft(request: HttpRequest, uid: str) -> HttpResponse:
    """Give a text that is not adopted as a folder, with the facts of now."""
    return _given(readable_or_404(request, uid), uid[:8])


@needs("policy.drafts.view")
@require_safe
def council(request: HttpRequest, uid: str, kind: str) -> HttpResponse:
    """Give what a council is handed to adopt a text, in the language of the page or the one asked for."""
    found = readable_or_404(request, uid)
    if kind not in printing.COUNCIL:
        raise Http404
    if selectors.folder_of(found).policy is None:
        return redirect("policy-draft", found.uid)
    file = printing.council_file(found, reading.spoken(request, found), kind)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.content_type, headers=headers)


@needs("policy.drafts.view")
@require_safe
def version(request: HttpRequest, number: str) -> HttpResponse:
    """Give an adopted version as a folder, with the facts of now."""
    del request
    return _given(reading.version_or_404(number), number)


def _given(found: Version, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="policy-{name}.zip"'}
    return HttpResponse(zipped(selectors.export_policy(found)), content_type="application/zip", headers=headers)
