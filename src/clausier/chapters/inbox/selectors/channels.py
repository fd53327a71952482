"""Reads of the channels, and of what their networks allow."""

from typing import NamedTuple

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from clausier.chapters.inbox.models import Channel
from clausier.document.networks import ACTS, load_network


class ActFacts(NamedTuple):
    """An act of moderation as a network has it: our word, its word there, who still sees the comment."""

    ours: str
    called: str
    reversible: bool | None
    seen_by: str
    needs: str


class NetworkFacts(NamedTuple):
    """What a network allows, in one language."""

    name: str
    read: str
    note: str
    acts: list[ActFacts]
    denied: list[str]
    as_of: str
    sources: tuple[str, ...]


def all_channels() -> QuerySet[Channel]:
    """Return every channel, the open ones first."""
    return Channel.objects.order_by("closed", "network", "name")


def open_channels() -> QuerySet[Channel]:
    """Return the channels that receive."""
    return Channel.objects.filter(closed=None).order_by("network", "name")


def channel_at(uid: str) -> Channel:
    """Return a channel; raise Http404 when there is none."""
    return get_object_or_404(Channel, uid=uid)


def facts_of(channel: Channel, language: str) -> NetworkFacts:
    """Return what the network of a channel allows; an act that its table lacks is denied."""
    network = load_network(channel.network)
    acts = [
        ActFacts(
            ACTS[name].in_language(language),
            act.called.best(language),
            act.reversible,
            act.seen_by.best(language),
            act.needs.best(language),
        )
        for name, act in network.acts.items()
    ]
    return NetworkFacts(
        name=network.name.best(language),
        read=network.read.best(language),
        note=network.note.best(language),
        acts=acts,
        denied=[label.in_language(language) for name, label in ACTS.items() if name not in network.acts],
        as_of=network.as_of.isoformat(),
        sources=network.source,
    )
