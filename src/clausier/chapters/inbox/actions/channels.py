"""Channels are opened, closed, and opened again; none is ever deleted, as messages came by it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit import actions as audit
from clausier.chapters.inbox.models import Channel
from clausier.document.networks import NETWORKS
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.lib import clock
from clausier.lib.refusals import RefusedError


@transaction.atomic
def open_channel(*, actor: Person, network: str, name: str, url: str = "") -> Channel:
    """Make a channel on which messages can be received.

    Refused to whoever may not edit channels. Raises ValidationError for an unknown network, an empty name, an address
    that is none, or a name that another channel of the network has.
    """
    require(actor, "inbox.channels.edit")
    if network not in NETWORKS:
        raise ValidationError({"network": _("This network is not known.")})
    channel = Channel(network=network, name=name.strip(), url=url.strip())
    channel.full_clean(exclude=["closed"])
    channel.save()
    _tell("inbox.channel.opened", actor, channel)
    return channel


@transaction.atomic
def close_channel(*, actor: Person, channel: Channel) -> Channel:
    """Close a channel: nothing more can be received on it, and what was received stays. Refused when it is closed."""
    return _moved(actor, channel, is_closed=False)


@transaction.atomic
def reopen_channel(*, actor: Person, channel: Channel) -> Channel:
    """Open a closed channel again. Refused when it is open."""
    return _moved(actor, channel, is_closed=True)


def _moved(actor: Person, channel: Channel, *, is_closed: bool) -> Channel:
    require(actor, "inbox.channels.edit")
    locked = Channel.objects.select_for_update().get(pk=channel.pk)
    if bool(locked.closed) != is_closed:
        raise RefusedError("wrong-state", _("Somebody has just changed this channel."), 409)
    locked.closed = None if is_closed else clock.now()
    locked.save(update_fields=["closed"])
    _tell("inbox.channel.reopened" if is_closed else "inbox.channel.closed", actor, locked)
    return locked


def _tell(action: str, actor: Person, channel: Channel) -> None:
    audit.record(action, actor=actor, subject=channel, details={"network": channel.network})
