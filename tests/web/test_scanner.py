"""A scanner of e-mails fetches every link and sends every form that it meets first: nothing happens."""

import hashlib
import html
import re

import pytest
from django.db import connection
from django.test import Client

from factories.world import make_world
from web.net import ANONYMOUS, addresses_of, rooms, somebody_for

# What counts the tries of a stranger, or remembers that one was made.
COUNTERS = {"decisions_attempt", "posts_tally", "axes_accessattempt", "axes_accessfailurelog", "django_session"}
FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
FIELD = re.compile(r"<(?:input|button|select|textarea)\b[^>]*\bname=\"([^\"]+)\"[^>]*?(?:\bvalue=\"([^\"]*)\")?[^>]*>")


def _digest():
    found = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in sorted(set(connection.introspection.table_names()) - COUNTERS):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  # the names are our own
            found.update(repr((table, sorted(map(repr, cursor.fetchall())))).encode())
    return found.hexdigest()


def _forms(page):
    """Return the forms of a page that send: where to, and what stands in them as it was served."""
    for attributes, inner in FORM.findall(page):
        if 'method="post"' in attributes:
            action = re.search(r'action="([^"]*)"', attributes)
            tags = [tag for tag in re.findall(r"<input\b[^>]*>", inner) if re.search('type="(checkbox|radio)"', tag)]
            boxes = {name for tag in tags for name in re.findall(r'name="([^"]+)"', tag)}
            fields = {name: html.unescape(value) for name, value in FIELD.findall(inner) if name not in boxes}
            yield html.unescape(action[1]) if action else "", fields


@pytest.mark.parametrize("room", rooms())
def test_a_scanner_does_nothing(room, db):
    """It is nobody: it has an address, follows it, and sends each form of the page as it stands."""
    world, changed = make_world(), []
    public = [each for each in addresses_of(room, world) if somebody_for(each[0], world)[0] == ANONYMOUS]
    before = _digest()
    for route, kwargs in public:
        scanner, url = Client(enforce_csrf_checks=False), route.url(kwargs)
        scanner.head(url)
        answer = scanner.get(url)
        if answer.get("Content-Type", "").startswith("text/html"):
            for where, fields in _forms(answer.content.decode()):
                sent = scanner.post(where or url, fields)
                assert sent.status_code < 500, (route.name, where)
        after = _digest()
        changed += [route.name] if after != before else []
        before = after
    assert changed == []
