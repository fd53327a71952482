"""A name server on this machine, with the texts that it is given."""

import socketserver
import threading

import dns.message
import dns.rcode
import dns.rrset
import pytest
from dns.resolver import Resolver


class Answer(socketserver.BaseRequestHandler):
    """Answers a question with the texts of its name, or says that there is no such name."""

    def handle(self):
        content, socket = self.request
        asked = dns.message.from_wire(content)
        [question] = asked.question
        said = dns.message.make_response(asked)
        texts = self.server.texts.get(question.name.to_text(omit_final_dot=True), [])
        if texts:
            said.answer.append(
                dns.rrset.from_text_list(question.name, 60, "IN", "TXT", [f'"{text}"' for text in texts])
            )
        else:
            said.set_rcode(dns.rcode.NXDOMAIN)
        socket.sendto(said.to_wire(), self.client_address)


@pytest.fixture
def names():
    """What stands at each name, and a resolver that asks this server alone."""
    server = socketserver.ThreadingUDPServer(("127.0.0.1", 0), Answer)
    server.texts = {}
    server.resolver = Resolver(configure=False)
    server.resolver.nameservers, server.resolver.port = ["127.0.0.1"], server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
