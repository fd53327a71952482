"""The outbox: what waits, why, and the letters that replace e-mail where there is none."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from clausier.identity.access import needs, person_of
from clausier.identity.permissions import can
from clausier.tasks.models import Mail
from clausier.tasks.sending import can_leave, is_configured
from clausier.tasks.worker import last_beat
from clausier.web.outbox import actions
from clausier.web.outbox.letters import letters as as_letters
from clausier.web.outbox.state import troubles

SIZE = 50


@needs(actions.VIEW)
@never_cache
@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """Show what waits, the oldest first."""
    page = Paginator(Mail.objects.waiting(), SIZE).get_page(request.GET.get("page"))
    language = get_language() or "fr"
    state = {
        "is_configured": is_configured(),
        "can_leave": can_leave(),
        "last_beat": last_beat(),
        "can_read": can(person_of(request), actions.READ),
        "troubles": [trouble.words.in_language(language) for trouble in troubles()],
    }
    return render(request, "outbox/outbox.html", {"page": page, "letters": as_letters(page), **state})


@needs(actions.READ)
@never_cache
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Show the letters of a page of the outbox, to be printed together."""
    page = Paginator(Mail.objects.waiting(), SIZE).get_page(request.GET.get("page"))
    shown = [letter for letter in as_letters(page) if letter.is_open]
    return render(request, "outbox/letters.html", {"page": page, "letters": shown})


@needs(actions.VIEW)
@never_cache
@require_safe
def mail(request: HttpRequest, uid: str) -> HttpResponse:
    """Show one mail: how it is, and its text to those who may read it."""
    [letter] = as_letters([get_object_or_404(Mail.objects.waiting(), uid=uid)])
    known = {"letter": letter, "can_read": can(person_of(request), actions.READ), "can_leave": can_leave()}
    return render(request, "outbox/mail.html", known)


@needs(actions.READ)
@require_POST
def handed(request: HttpRequest, uid: str) -> HttpResponse:
    """Mark a letter as handed over."""
    actions.hand_over(actor=person_of(request), mail=get_object_or_404(Mail, uid=uid))
    messages.success(request, _("Marked as handed over."))
    return redirect("outbox")


@needs(actions.VIEW)
@require_POST
def again(request: HttpRequest, uid: str) -> HttpResponse:
    """Put a mail back in line."""
    actions.try_again(actor=person_of(request), mail=get_object_or_404(Mail, uid=uid))
    messages.success(request, _("Put back in line."))
    return redirect("outbox")


@needs(actions.VIEW)
@require_POST
def cancelled(request: HttpRequest, uid: str) -> HttpResponse:
    """Call a mail off, once the box is ticked."""
    found = get_object_or_404(Mail, uid=uid)
    if request.POST.get("sure") != "1":
        messages.error(request, _("Tick the box first: an e-mail that is called off reaches nobody."))
        return redirect("outbox-mail", uid)
    actions.call_off(actor=person_of(request), mail=found)
    messages.success(request, _("Called off."))
    return redirect("outbox")
