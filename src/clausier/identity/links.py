"""The register of what a link may open: each room adds its purposes.

Opening a link shows a page and changes nothing. The act needs the box that the person ticks, and the first form of
the page is never the act: scanners of mail open, and even send, whatever comes first.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponseBase

from clausier.identity.models import Link
from clausier.lib.refusals import Words


class LinkWords(NamedTuple):
    """What the page of a link says: its title, what happens, the words of the box, and of the one button."""

    title: Words
    sentence: Words
    box: Words
    button: Words


class Handler(NamedTuple):
    """What a purpose does: the words of its page, and the act once the box is ticked.

    ``act`` spends the link (``identity.actions.spend_link``) in the transaction of what it does, unless the link may
    serve again. ``template`` extends ``identity/link.html`` when the act needs more than a box; ``context`` fills it.
    """

    words: Callable[[Link], LinkWords]
    act: Callable[[HttpRequest, Link], HttpResponseBase]
    template: str = "identity/link.html"
    context: Callable[[Link], dict[str, Any]] = lambda _link: {}


_handlers: dict[str, Handler] = {}


def register(purpose: str, handler: Handler) -> None:
    """Add what a purpose does; a room does it once, when Django starts."""
    _handlers[purpose] = handler


def handler_of(link: Link) -> Handler | None:
    """Return what a link does, or None when no room knows its purpose."""
    return _handlers.get(link.purpose)
