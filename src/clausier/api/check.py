"""May this be posted? The engine answers, and nothing is kept."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Body, Router

from clausier.chapters.posts.actions import watch_probing
from clausier.chapters.posts.selectors.protected import touched, whom_to_ask
from clausier.engine.context import Context
from clausier.engine.verdict import Verdict
from clausier.identity.bearers import Bearer, token_of
from clausier.identity.states import Scope
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy.selectors import engine_of, in_force

router = Router(tags=["check"])


@router.post("/check", auth=Bearer(Scope.CHECK), summary="Check a text")
def check(request: HttpRequest, body: Body[dict[str, Any]]) -> dict[str, Any]:
    """Return the verdict on a context, by the policy in force; neither is kept, in any table or log.

    Refused (429) to a program that tries one protected name after the other, as it is to a person.
    """
    given = {"at": clock.now().isoformat(), **{name: value for name, value in body.items() if value is not None}}
    context = Context.from_data(given)
    version = in_force()
    if version is None:
        raise RefusedError("no-policy", _("No policy is in force."), 409)
    verdict = engine_of(version).check(context)
    _watch(request, context.text, verdict)
    return verdict.as_data(_name(body.get("id")))


def _watch(request: HttpRequest, text: str, verdict: Verdict) -> None:
    words = touched(text, verdict)
    if words:
        watch_probing(person=token_of(request).owner, words=words, owners=whom_to_ask(words))


def _name(given: Any) -> str | int | None:
    return given if isinstance(given, str | int) else None
