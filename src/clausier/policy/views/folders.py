"""The policy as a folder, in a zip that is the same byte for byte as long as the text is."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from clausier.document.writing import zipped
from clausier.identity.access import needs
from clausier.policy import selectors
from clausier.policy.models import Version
from clausier.policy.views import reading
from clausier.policy.views.drafts import readable_or_404


@needs("policy.drafts.view")
@require_safe
def draft(request: HttpRequest, uid: str) -> HttpResponse:
    """Give a text that is not adopted as a folder, with the facts of now."""
    return _given(readable_or_404(request, uid), uid[:8])


@needs("policy.drafts.view")
@require_safe
def version(request: HttpRequest, number: str) -> HttpResponse:
    """Give an adopted version as a folder, with the facts of now."""
    del request
    return _given(reading.version_or_404(number), number)


def _given(found: Version, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="policy-{name}.zip"'}
    return HttpResponse(zipped(selectors.export_policy(found)), content_type="application/zip", headers=headers)
