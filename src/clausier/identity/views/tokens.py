"""Programs' keys to the API."""

from datetime import UTC, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from clausier.identity import actions
from clausier.identity.access import needs, person_of
from clausier.identity.forms import TokenForm, attempt
from clausier.identity.models import ApiToken
from clausier.identity.states import Scope
from clausier.lib import clock


@needs("identity.tokens.manage")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def tokens(request: HttpRequest) -> HttpResponse:
    """List the keys, and make one, which is shown this once."""
    actor, made = person_of(request), []
    form = TokenForm(request.POST or None, actor=actor)
    if request.method == "POST" and attempt(form, lambda: made.append(_make(request, form))):
        form = TokenForm(actor=actor)
    known = {"form": form, "made": made[0] if made else "", "now": clock.now(), "scopes": dict(Scope.choices)}
    keys = ApiToken.objects.select_related("owner").order_by("-made")
    return render(request, "identity/tokens.html", known | {"tokens": keys})


def _make(request: HttpRequest, form: TokenForm) -> str:
    values = form.cleaned_data
    end = datetime.combine(values["expires"] + timedelta(days=1), time.min, UTC)
    return actions.make_token(actor=person_of(request), name=values["name"], scopes=values["scopes"], expires=end)


@needs("identity.tokens.manage")
@require_POST
def revoke(request: HttpRequest, uid: str) -> HttpResponse:
    """Let a key open nothing any more."""
    actions.revoke_token(actor=person_of(request), token=get_object_or_404(ApiToken, uid=uid))
    return redirect("tokens")
