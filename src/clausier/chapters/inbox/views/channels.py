"""The channels: a list, and what the network of each allows."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clausier.chapters.inbox import selectors
from clausier.chapters.inbox.actions import close_channel, open_channel, reopen_channel
from clausier.chapters.inbox.forms import ChannelForm
from clausier.identity.access import needs, person_of
from clausier.identity.permissions import can


@needs("inbox.view", "inbox.channels.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def channels(request: HttpRequest) -> HttpResponse:
    """Show the channels, and open one."""
    form = ChannelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            channel = open_channel(actor=person_of(request), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect("channel", channel.uid)
    is_editor = can(person_of(request), "inbox.channels.edit")
    shown = {"channels": selectors.all_channels(), "form": form, "is_editor": is_editor}
    return render(request, "inbox/channels.html", shown)


@needs("inbox.view", "inbox.channels.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def channel(request: HttpRequest, uid: str) -> HttpResponse:
    """Show a channel; close it or open it again."""
    found = selectors.channel_at(uid)
    if request.method == "POST":
        act = close_channel if "close" in request.POST else reopen_channel
        act(actor=person_of(request), channel=found)
        messages.success(request, _("It is done."))
        return redirect("channel", uid)
    facts = selectors.facts_of(found, get_language() or "fr")
    is_editor = can(person_of(request), "inbox.channels.edit")
    return render(request, "inbox/channel.html", {"channel": found, "facts": facts, "is_editor": is_editor})
