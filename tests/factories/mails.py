"""A real mail server in this process, which keeps what it receives and refuses what it is told to."""

import pytest
from aiosmtpd.controller import Controller


class Handler:
    """Takes mail, but for the addresses that it was told to answer otherwise."""

    def __init__(self):
        self.received = []
        self.answers = {}

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802, ARG002  # aiosmtpd's
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802, ARG002
        self.received.append(envelope)
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
