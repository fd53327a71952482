"""A text that must be nowhere: what somebody checked in their own name is not in the database, a log, a copy."""

import base64
import gzip
import json
from pathlib import Path

from django.db import connection

from clausier.lib.tokens import new_uid


def a_marker():
    """Return words that are nowhere else, and that every encoding of a text leaves recognisable."""
    return f"repere {new_uid()} fin"


def forms_of(text):
    """Return a text as the bytes that programs make of it."""
    raw = text.encode()
    spoken = {
        raw,
        text.encode("utf-16-le"),
        json.dumps(text).encode()[1:-1],
        raw.replace(b" ", b"+"),
        raw.replace(b" ", b"%20"),
    }
    return spoken | {form.hex().encode() for form in spoken} | {_base64(raw, shift) for shift in range(3)}


def _base64(raw, shift):
    """Return the part of the base-64 form that is the same wherever the text begins in what is encoded."""
    encoded = base64.b64encode(b"\0" * shift + raw)
    return encoded[4 : len(encoded) - 4]


def in_files(folder, text):
    """Return the files under a folder, a home or a backup, that hold a text in some form, compressed ones too."""
    found = []
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            if content[:2] == b"\x1f\x8b":
                content += gzip.decompress(content)
            found += [path] if any(form in content for form in forms_of(text)) else []
    return found


def in_database(text):
    """Return the tables that hold a text in some form, those of the queue and of sessions included."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  # the names are our own
            held = "\n".join(_shown(value) for row in cursor.fetchall() for value in row)
            found += [table] if any(form.decode("latin-1") in held for form in forms_of(text)) else []
    return found


def _shown(value):
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)
