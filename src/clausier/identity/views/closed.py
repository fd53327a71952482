"""The addresses of sign-in that nobody uses here."""

from django.http import Http404, HttpRequest, HttpResponse

from clausier.identity.access import public


@public
def closed(_request: HttpRequest) -> HttpResponse:
    """Answer that nothing is there: people are invited, and an e-mail is changed by whoever looks after people."""
    raise Http404
