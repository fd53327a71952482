"""The mail server that takes our mail, entered with a password, a token, or nothing."""

import smtplib
from typing import Any

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from clausier.tasks import access


class Server(EmailBackend):
    """Django's own, which signs in with a token too (XOAUTH2) where the installation has an access."""

    def open(self) -> bool | None:
        """Open the connection unless it is, and sign in. Raises AccessError beside what smtplib raises."""
        if self.connection or settings.MAIL_ACCESS is None:
            return super().open()
        self.password = ""  # a token takes its place
        token = access.token()
        opened = super().open()
        try:
            self._enter(token)
        except BaseException:
            self.close()
            raise
        return opened

    def _enter(self, token: str) -> None:
        connection: Any = self.connection
        said = f"user={self.username}\1auth=Bearer {token}\1\1"
        connection.ehlo_or_helo_if_needed()
        try:
            # The server that refuses says why before it asks for an empty answer.
            connection.auth("XOAUTH2", lambda challenge=None: said if challenge is None else "")
        except smtplib.SMTPAuthenticationError as error:
            access.forget()  # it may have been withdrawn before its time
            error.by_token = True  # type: ignore[attr-defined]
            raise
