"""Who may open an address: each view says it, and one that says nothing is closed to everybody."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from django.http import HttpRequest, HttpResponseBase

from clausier.identity.models import Person
from clausier.identity.permissions import PERMISSIONS

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class Access(NamedTuple):
    """Who may open an address: anybody, whoever is signed in, or whoever holds one of the permissions."""

    is_public: bool = False
    permissions: tuple[str, ...] = ()


def public(view: View) -> View:
    """Open an address to anybody."""
    return _marked(view, Access(is_public=True))


def signed_in(view: View) -> View:
    """Open an address to whoever is signed in; the view itself looks at the rest."""
    return _marked(view, Access())


def needs(*permissions: str) -> Callable[[View], View]:
    """Open an address to those who hold one of the permissions of the table."""
    unknown = set(permissions) - PERMISSIONS.keys()
    if unknown or not permissions:
        raise KeyError(f"no such permission: {unknown}")
    return lambda view: _marked(view, Access(permissions=permissions))


def person_of(request: HttpRequest) -> Person:
    """Return the person of a view that is not public."""
    if not isinstance(request.user, Person):
        raise TypeError("a view that asks who is there is not public")
    return request.user


def access_of(view: Any) -> Access | None:
    """Return what a view says of who may open it."""
    access: Access | None = getattr(view, "access", None)
    return access


def _marked(view: View, access: Access) -> View:
    view.access = access  # type: ignore[attr-defined]
    return view
