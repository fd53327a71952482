"""Write the table of who may open and do what, from the program itself.

python docs/make_permissions.py > docs/reference/permissions.md
"""

import os
import sys
from collections.abc import Iterator
from typing import Any

import django
from django.urls import URLPattern, get_resolver

HEAD = """# Who may open and do what

Drawn from the program by `python docs/make_permissions.py`; a test compares. Roles are given to people, several at
once; what no role holds is refused. A view that says nothing is closed to everybody.

## Permissions

| permission | roles |
| --- | --- |
"""
ADDRESSES = """
## Addresses

| address | name | open to |
| --- | --- | --- |
"""


def page() -> str:
    """Return the whole page."""
    from clausier.identity.permissions import PERMISSIONS

    permissions = [f"| `{name}` | {', '.join(sorted(roles))} |" for name, roles in sorted(PERMISSIONS.items())]
    addresses = sorted(f"| `{where}` | {name} | {who} |" for where, name, who in _addresses())
    return HEAD + "\n".join(permissions) + "\n" + ADDRESSES + "\n".join(addresses) + "\n"


def _addresses() -> Iterator[tuple[str, str, str]]:
    for where, pattern in _patterns(get_resolver().url_patterns, "/"):
        if pattern.callback.__module__.startswith("clausier."):
            yield where, pattern.name or "", _who(pattern.callback)


def _patterns(patterns: Any, before: str) -> Iterator[tuple[str, URLPattern]]:
    for each in patterns:
        where = before + ("{language}/" if "LocalePrefix" in type(each.pattern).__name__ else str(each.pattern))
        if isinstance(each, URLPattern):
            yield where, each
        else:
            yield from _patterns(each.url_patterns, where)


def _who(view: Any) -> str:
    from clausier.identity.access import access_of

    access = access_of(view)
    if access is None:
        return "nobody"
    if access.is_public:
        return "anybody"
    return " or ".join(f"`{each}`" for each in access.permissions) or "whoever is signed in"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clausier.config.settings")
    django.setup()
    sys.stdout.write(page())
