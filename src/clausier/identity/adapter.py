"""How sign-in is done here: by allauth, but nobody signs up alone."""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People are invited; the sign-up page is closed. What goes wrong is said in our words."""

    error_messages = {  # noqa: RUF012  # allauth's
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This access is closed."),
        "email_password_mismatch": _("The e-mail or the password is not right."),
        "unauthenticated": _("The e-mail or the password is not right."),
        "incorrect_code": _("This is not the code, or it has expired."),
        "incorrect_password": _("The password is not right."),
        "too_many_login_attempts": _("Too many tries. Try again in fifteen minutes."),
        "rate_limited": _("Too many tries. Try again in a few minutes."),
        "enter_current_password": _("This is not your current password."),
    }

    def is_open_for_signup(self, request: Any) -> bool:  # noqa: ARG002  # the signature is allauth's
        return False


def who_tries(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """Return the e-mail, or the number, that somebody tries with: what tries are counted by, beside the address."""
    known = credentials or {}
    given = known.get("email") or known.get("number") or request.POST.get("login", "")
    return str(given).strip().lower()
