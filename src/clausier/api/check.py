"""May this be posted? The engine answers, and nothing is kept."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from ninja import Body, Router

from clausier.engine.context import Context
from clausier.identity.bearers import Bearer
from clausier.identity.states import Scope
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy.selectors import engine_of, in_force

router = Router(tags=["check"])


@router.post("/check", auth=Bearer(Scope.CHECK), summary="Check a text")
def check(request: HttpRequest, body: Body[dict[str, Any]]) -> dict[str, Any]:  # noqa: ARG001
    """Return the verdict on a context, by the policy in force; neither is kept, in any table or log."""
    given = {"at": clock.now().isoformat(), **{name: value for name, value in body.items() if value is not None}}
    context = Context.from_data(given)
    version = in_force()
    if version is None:
        raise RefusedError("no-policy", _("No policy is in force."), 409)
    return engine_of(version).check(context).as_data(_name(body.get("id")))


def _name(given: Any) -> str | int | None:
    return given if isinstance(given, str | int) else None
