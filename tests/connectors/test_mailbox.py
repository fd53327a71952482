"""A mailbox of a real server: each letter is read once, in order, under TLS, and left as it was."""

from datetime import UTC, datetime, timedelta

import pytest

from clausier.connectors import mailbox
from clausier.connectors.mailbox import MailboxError, letters, opened

SINCE = (datetime(2020, 1, 1, tzinfo=UTC)).date()


def _read(account, after="", token=""):
    with opened(account, token) as found:
        return list(letters(found, after, SINCE))


def test_letters_are_read_once_and_left_as_they_were(box):
    """One goes on after the last place; nothing is marked as seen."""
    box.deliver(b"Subject: one\r\n\r\nOne.\r\n")
    box.deliver(b"Subject: two\r\n\r\nTwo.\r\n")
    first, second = _read(box.account)
    assert b"One." in first.content
    assert [letter.content for letter in _read(box.account, first.place)] == [second.content]
    assert _read(box.account, second.place) == []
    assert [seen for _, seen in box.letters()] == [False, False]


def test_a_mailbox_that_was_made_anew_is_read_from_its_beginning(box):
    """Its numbers begin again under another mark."""
    box.deliver(b"Subject: one\r\n\r\nOne.\r\n")
    assert len(_read(box.account, "1:400")) == 1


def test_what_is_old_is_left(box):
    box.deliver(b"Subject: one\r\n\r\nOne.\r\n")
    with opened(box.account) as found:
        assert list(letters(found, "", datetime.now(UTC).date() + timedelta(days=2))) == []


def test_a_letter_is_found_by_its_name(box):
    box.deliver(b"Message-ID: <a1@valbleu.example>\r\n\r\nOne.\r\n")
    with opened(box.account) as found:
        assert b"One." in mailbox.find(found, "<a1@valbleu.example>")
        assert mailbox.find(found, "<b2@valbleu.example>") is None


def test_a_token_opens_it(box):
    assert _read(box.account._replace(password=""), token="anything") == []  # noqa: S106


def test_each_refusal_has_its_word(box, monkeypatch):
    """A wrong password, a folder that is not there, nobody who listens, a certificate that nobody vouches for."""
    for change, code in (({"password": "no"}, "sign-in"), ({"folder": "None"}, "folder"), ({"port": 9}, "unreachable")):
        with pytest.raises(MailboxError, match=code):
            _read(box.account._replace(**change))
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(MailboxError, match="certificate"):
        _read(box.account)
