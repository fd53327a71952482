"""Channels, messages and a policy in force: what the tests of the inbox, and of the rooms above it, begin with."""

from datetime import UTC, datetime
from functools import cache

from architecture.house import ROOT
from clausier.chapters.inbox.actions import open_channel, receive
from clausier.chapters.inbox.incoming import Incoming
from clausier.chapters.inbox.models import Channel, Item
from clausier.policy.models import FactsRevision, Version
from clausier.policy.states import Status
from people import make_person

TOWN = ROOT / "examples" / "val-bleu"
LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)


@cache
def _texts(part):
    files = [TOWN / "policy.yaml", *sorted((TOWN / "chapters").glob("*.yaml"))]
    if part == "facts":
        return {"facts.yaml": (TOWN / "facts.yaml").read_text(encoding="utf-8")}
    return {str(path.relative_to(TOWN)): path.read_text(encoding="utf-8") for path in files}


def make_version(major=1, in_force_from=LONG_AGO, files=None, **values):
    """Make the policy of Val-Bleu adopted, with its facts, straight in the database."""
    if not FactsRevision.objects.exists():
        FactsRevision.objects.create(number=1, text=_texts("facts")["facts.yaml"], digest="0" * 64)
    texts = dict(files or _texts("policy"))
    texts["policy.yaml"] += f'\nversion: "{major}.0"\n'
    given = {"status": Status.ADOPTED, "title": "The first", "digest": "0" * 64, "minor": 0, **values}
    return Version.objects.create(files=texts, major=major, in_force_from=in_force_from, **given)


def make_moderator(name="Marc Dubois"):
    """Make somebody who may open channels and receive messages."""
    return make_person(name, "community-manager", "moderator")


def make_channel(actor=None, network="facebook", name="Page de la Ville", url=""):
    """Open a channel."""
    return open_channel(actor=actor or make_moderator(), network=network, name=name, url=url)


def take(actor, channel, *messages, obtained_by="paste", **values):
    """Receive messages, each a text or the values of an Incoming; return the batch."""
    given = [Incoming(text=each) if isinstance(each, str) else Incoming(**each) for each in messages]
    return receive(actor=actor, channel=channel, messages=given, obtained_by=obtained_by, **values)


def make_item(text="Merci pour le parc!", *, actor=None, channel=None, **values):
    """Receive one message and return its item; a moderator and a channel are made where none is given."""
    actor = actor or make_moderator()
    channel = channel or Channel.objects.first() or make_channel(actor)
    batch = take(actor, channel, {"text": text, **values})
    return Item.objects.get(batch=batch)
