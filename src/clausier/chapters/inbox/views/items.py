"""The list of messages, and a message with what is around it."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from clausier.chapters.inbox import history, selectors, words
from clausier.chapters.inbox.forms import FilterForm
from clausier.identity.access import needs


@needs("inbox.view")
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Show a page of the list."""
    form = FilterForm(request.GET)
    page = selectors.page_of(form.filters(), request.GET.get("after", "")[:32])
    shown = {
        "form": form,
        "page": page,
        "narrowed": urlencode(form.chosen),
        "after": request.GET.get("after", ""),
    }
    return render(request, "inbox/inbox.html", shown)


@needs("inbox.view")
@require_safe
def item(request: HttpRequest, uid: str) -> HttpResponse:
    """Show a message, its thread, its verdict, and what is still in its term about its author there."""
    found, language = selectors.item_at(uid), get_language() or "fr"
    shown = {
        "item": found,
        "thread": selectors.thread_of(found),
        "judged": selectors.judged(found, language),
        "facts": selectors.facts_of(found.channel, language),
        "pasts": history.of(found.channel, [found.handle]).get(found.handle, []),
        "road": words.ROADS[found.obtained_by],
        "intent": words.INTENTS.get(found.intent, ""),
        "language_name": words.LANGUAGES.get(found.language, ""),
    }
    return render(request, "inbox/item.html", shown)
