"""How decisions show a comment, and how somebody whose comment is gone has it found."""

import re
from urllib.parse import parse_qsl, urlsplit

from clausier.chapters.inbox.models import Item
from clausier.decisions.models import Decision
from clausier.decisions.states import Kind
from clausier.decisions.subjects import Shown
from clausier.document.folding import compact, fold

# What networks and letters add to an address, and what points to one comment of a post.
NAMELESS = re.compile(
    r"utm_\w+|fbclid|gclid|igsh(id)?|si|feature|mibextid|ref(_?src)?|rdid|share\w*|s|t|__\w+"
    r"|comment_id|reply_comment_id|lc|c|comment"
)
SAME_HOST = re.compile(r"^(www|m|mobile|web|fr-ca|fr-fr|en-ca)\.")
SHORTEST = 8  # letters and digits of the first words: fewer would match strangers
MOST = 5_000  # decided comments that are looked through, the newest first


def show(uid: str) -> Shown | None:
    """Return a comment as its author may see it, or None once it is gone."""
    item = Item.objects.select_related("channel").filter(uid=uid).first()
    if item is None:
        return None
    return Shown(item.text, item.author or item.handle, item.channel.network, item.url, item.written)


def find(url: str, handle: str, words: str) -> str | None:
    """Return the uid of a comment on which something was decided, by its place, its author and its first words.

    Case, accents, spaces and marks do not count, nor what a network adds to an address; the address may be that of
    the comment or of the post. As many comments are looked at whether one matches or not.
    """
    name, start, place = compact(fold(handle)), compact(fold(words)), place_of(url)
    found = None
    decided = Decision.objects.filter(kind=Kind.COMMENT).order_by("-at").values_list("subject", flat=True)[:MOST]
    for item in Item.objects.filter(uid__in=list(decided)).select_related("channel").iterator():
        is_author = bool(name) and name in (compact(fold(item.author)), compact(fold(item.handle)))
        is_text = len(start) >= SHORTEST and compact(fold(item.text)).startswith(start)
        if _is_there(place, item) and is_text and is_author:
            found = item.uid
    return found


def place_of(url: str) -> frozenset[str]:
    """Return what an address says of a place: its host and path, and each part of its query that names something."""
    try:
        parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
        host = SAME_HOST.sub("", (parts.hostname or "").lower())
    except ValueError:
        return frozenset()
    query = [(name, value) for name, value in parse_qsl(parts.query) if not NAMELESS.fullmatch(name)]
    return frozenset({f"{host}{parts.path.rstrip('/')}", *(f"{name}={value}" for name, value in query)})


def _is_there(place: frozenset[str], item: Item) -> bool:
    """Tell whether a comment is at a place; one whose address nobody kept may be anywhere on its channel."""
    known = place_of(item.url) if item.url else frozenset()
    return not known or place <= known or known <= place
