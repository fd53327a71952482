"""A token server (RFC 6749) on this machine, under TLS, which answers as it is told and keeps what it was asked."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from clausier.connectors.oauth import Access


class TokenServer:
    """What it was asked, and what it answers: a token, unless told otherwise."""

    def __init__(self):
        self.forms = []
        self.given = 0
        self.refusal = None
        self.refresh = None
        self.kind = "application/json"
        self.redirect = None
        self.lasts = 3600

    @property
    def token(self):
        """The last token that was given."""
        return f"token-{self.given}"

    def answer(self, form):
        self.forms.append(form)
        if self.refusal:
            return 400, self.refusal
        self.given += 1
        said = {"access_token": self.token, "token_type": "Bearer", "expires_in": self.lasts}
        return 200, said | ({"refresh_token": self.refresh} if self.refresh else {})


@pytest.fixture
def token_server(authority, settings):
    """A token server, and the settings that lead to it: the client's own credentials."""
    state = TokenServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            form = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
            if state.redirect:
                self.send_response(307)
                self.send_header("Location", state.redirect)
                self.end_headers()
                return
            status, said = state.answer(form)
            self.send_response(status)
            self.send_header("Content-Type", state.kind)
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        def log_message(self, *words):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = authority.context().wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    state.url = f"https://localhost:{server.server_port}/token"
    settings.INTERNAL_HOSTS = frozenset({"localhost"})
    settings.MAIL_ACCESS = Access(state.url, "client", "secret", "mail", user="notices@valbleu.example")
    yield state
    server.shutdown()
    server.server_close()
    thread.join()
