"""A real mailbox, by Dovecot under TLS, and a mail server that delivers into it."""

import getpass
import imaplib
import os
import pwd
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from clausier.connectors.mailbox import Account
from peers import lack

DOVECOT = "Dovecot: apt-get install dovecot-imapd"
PASSWORD = "let-me-in"  # noqa: S105
PATIENCE = 20  # seconds; a limit against hanging
CONFIGURATION = """
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
default_internal_user = {inner}
default_internal_group = {inner}
default_login_user = {login}
ssl = required
ssl_cert = <{certificate}
ssl_key = <{certificate}
auth_mechanisms = plain xoauth2
auth_failure_delay = 0
mail_location = maildir:{folder}/mail/%u
passdb {{
  driver = static
  mechanisms = plain
  args = password={password}
}}
passdb {{
  driver = static
  mechanisms = xoauth2
  args = nopassword=y
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
  }}
}}
"""


class Box:
    """A mailbox, and what delivers a letter into it."""

    def __init__(self, account):
        self.account = account

    def _opened(self):
        box = imaplib.IMAP4_SSL(self.account.host, self.account.port, ssl_context=ssl.create_default_context())
        box.login(self.account.user, PASSWORD)
        return box

    def deliver(self, content):
        with self._opened() as box:
            box.append("INBOX", "", imaplib.Time2Internaldate(time.time()), content)

    def letters(self):
        """Return the letters and whether each was seen, in order."""
        with self._opened() as box:
            box.select("INBOX", readonly=True)
            _, [numbers] = box.search(None, "ALL")
            found = [box.fetch(number.decode(), "(FLAGS BODY.PEEK[])")[1] for number in numbers.split()]
        return [(part[0][1], b"\\Seen" in part[0][0] + part[1]) for part in found]


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture(scope="session")
def dovecot(authority_files):
    """Start Dovecot, and return its port. Pytest keeps its folders from its users: it has one of its own."""
    program = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin") or lack(DOVECOT)
    folder, port = Path(tempfile.mkdtemp(prefix="dovecot-")), _free_port()
    values = _users(folder) | {"folder": folder, "port": port}
    file = folder / "dovecot.conf"
    file.write_text(CONFIGURATION.format(certificate=authority_files.server, password=PASSWORD, **values))
    # A pipe for what it says would never end.
    process = subprocess.Popen([program, "-F", "-c", file], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port, folder)
        yield port
    finally:
        process.terminate()
        process.wait(PATIENCE)
        shutil.rmtree(folder, ignore_errors=True)


def _users(folder):
    """Return who runs it: ourselves, or, for whoever is root, the users that its package makes."""
    if os.getuid():
        user = getpass.getuser()
        return {"inner": user, "login": user, "uid": os.getuid(), "gid": os.getgid()}
    nobody = pwd.getpwnam("nobody")
    (folder / "mail").mkdir()
    shutil.chown(folder / "mail", "nobody")
    folder.chmod(0o755)
    return {"inner": "dovecot", "login": "dovenull", "uid": nobody.pw_uid, "gid": nobody.pw_gid}


def _wait(port, folder):
    for _ in range(PATIENCE * 10):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    log = folder / "log"
    raise AssertionError(log.read_text() if log.exists() else "Dovecot does not start")


@pytest.fixture
def box(dovecot, authority, settings, request):
    """An empty mailbox that returns come to, and the settings that lead to it."""
    user = "".join(letter for letter in request.node.name if letter.isalpha())[:60].lower()
    settings.MAILBOX = Account("localhost", dovecot, f"{user}@valbleu.example", PASSWORD)
    return Box(settings.MAILBOX)
