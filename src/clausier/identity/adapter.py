"""How sign-in is done here: by allauth, but nobody signs up alone."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People are invited; the sign-up page is closed."""

    def is_open_for_signup(self, request: Any) -> bool:  # noqa: ARG002  # the signature is allauth's
        return False
