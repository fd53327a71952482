"""Real mail servers in this process, which keep what they receive and refuse what they are told to."""

import base64
import json
from contextlib import contextmanager

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class Handler:
    """Takes mail, but for the addresses that it was told to answer otherwise."""

    def __init__(self):
        self.received = []
        self.answers = {}
        self.delivered = lambda content: None  # noqa: ARG005

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802, ARG002  # aiosmtpd's
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802, ARG002
        self.received.append(envelope)
        self.delivered(envelope.content)
        return "250 OK"


class AnyPort(Controller):
    """A server on whatever port is free."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def mail_server(settings):
    """A mail server, and the settings that lead to it."""
    handler = Handler()
    controller = AnyPort(handler, hostname="127.0.0.1", port=0)
    controller.start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "clausier@valbleu.example"
    yield handler
    controller.stop()


class Closed(Handler):
    """Takes mail from whoever signs in by XOAUTH2 with a good token, or with the password."""

    def __init__(self):
        super().__init__()
        self.good = lambda token: False  # noqa: ARG005
        self.refusal = "535 5.7.3 Authentication unsuccessful"
        self.entered = []

    async def auth_XOAUTH2(self, server, args):  # noqa: N802  # aiosmtpd's
        """The protocol as Microsoft and Google write it: an error in JSON, an empty answer, then the refusal."""
        said = (await self._said(server, args)).decode()
        fields = dict(part.partition("=")[::2] for part in said.split("\1") if part)
        token = fields["auth"].removeprefix("Bearer ")
        self.entered.append((fields["user"], token))
        if self.good(token):
            return AuthResult(success=True)
        await server.challenge_auth(json.dumps({"status": "401", "schemes": "bearer"}))
        await server.push(self.refusal)
        return AuthResult(success=False, handled=True)

    @staticmethod
    async def _said(server, args):
        if len(args) == 1:
            return await server.challenge_auth("")
        return base64.b64decode(args[1])

    def password(self, server, session, envelope, mechanism, data):  # noqa: ARG002
        return AuthResult(success=data.password == b"let me in", handled=False)


@contextmanager
def closed_server(settings, context):
    """A mail server that takes mail under TLS alone, from whoever signs in, and the settings that lead to it."""
    handler = Closed()
    controller = AnyPort(
        handler,
        hostname="127.0.0.1",
        port=0,
        tls_context=context,
        require_starttls=context is not None,
        auth_required=context is not None,
        auth_require_tls=context is not None,
        authenticator=handler.password,
    )
    controller.start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", controller.port
    settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = True, False
    settings.EMAIL_HOST_USER = "notices@valbleu.example"
    settings.DEFAULT_FROM_EMAIL = "notices@valbleu.example"
    try:
        yield handler
    finally:
        controller.stop()


@pytest.fixture
def mail_server_with_tokens(settings, authority):
    """The mail server that asks who we are."""
    with closed_server(settings, authority.context()) as handler:
        yield handler
