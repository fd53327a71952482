"""Agree to a text from outside, by a link: read it, ask for the code, answer."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clausier.identity.links import Handler, LinkWords
from clausier.identity.models import Link, Person
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy import actions, selectors
from clausier.policy.actions.approving import CODE_LASTS, LONGEST, TRIES
from clausier.policy.models import OutsideApprover
from clausier.policy.selectors import agreeing, comparing, showing

TEMPLATE = "policy/outside.html"


def _outsider(link: Link) -> OutsideApprover:
    found = OutsideApprover.objects.select_related("version", "by").filter(uid=link.subject).first()
    if found is None:
        raise Http404
    return found


def _has_code(outsider: OutsideApprover) -> bool:
    is_live = outsider.coded is not None and clock.now() - outsider.coded < CODE_LASTS
    return bool(outsider.code) and is_live and outsider.tries < TRIES


def _words(link: Link) -> LinkWords:
    outsider = _outsider(link)
    title = _("%(name)s, do you agree to this text?") % {"name": outsider.name}
    sentence = _("%(asker)s asks you to read it and to say yes or no (in this capacity: %(capacity)s). No account.")
    sentence = sentence % {"asker": outsider.by.name, "capacity": outsider.capacity}
    if not _has_code(outsider):
        return LinkWords(title, sentence, _("I am %(name)s") % {"name": outsider.name}, _("Send me the code"))
    box = _("I have read this text, and I answer in my own name.")
    return LinkWords(title, sentence, box, _("Send my answer"))


def _context(link: Link) -> dict[str, Any]:
    outsider = _outsider(link)
    draft, base = outsider.version, selectors.base_of()
    is_open = agreeing.is_asked_of(outsider, draft)
    page: dict[str, Any] = {"outsider": outsider, "version": draft, "is_open": is_open, "longest": LONGEST}
    if not is_open:
        return page
    language = showing.spoken_in(draft, get_language() or "")
    page |= {"has_code": _has_code(outsider), "language": language, "base": base, "old": base, "new": draft}
    page["shown"] = showing.shown(draft, language, is_public=False)
    if base:
        page["comparison"] = comparing.compared(base, draft, language, is_public=False)
    return page


def _act(request: HttpRequest, link: Link) -> HttpResponseBase:
    """Send the code, or take the answer that comes with it."""
    outsider = _outsider(link)
    if isinstance(request.user, Person) and outsider.version.is_by(request.user):
        raise RefusedError("own-text", _("Nobody approves their own text: this link is for somebody else."))
    try:
        if "again" in request.POST or "code" not in request.POST:
            actions.send_code(outsider)
            return _page(request, link) if "verdict" in request.POST else redirect(f"{request.path}#answer")
        has_agreed = _answered(request, link, outsider)
    except ValidationError as error:
        return _page(request, link, wrong=error.messages)
    return render(request, "policy/outside_done.html", {"has_agreed": has_agreed})


def _page(request: HttpRequest, link: Link, wrong: Sequence[str] = ()) -> HttpResponse:
    """Show the page again with what was typed, and what is wrong with it."""
    page = {"words": _words(link), "link": link, "wrong": wrong, "said": request.POST}
    return render(request, TEMPLATE, _context(link) | page, status=422 if wrong else 200)


def _answered(request: HttpRequest, link: Link, outsider: OutsideApprover) -> bool:
    verdict, reason = request.POST.get("verdict"), request.POST.get("reason", "").strip()
    if verdict not in ("agree", "refuse"):
        raise ValidationError(_("Choose one of the two answers."))
    if verdict == "refuse" and not reason:
        raise ValidationError(_("Say in a few words what should change before you agree."))
    return actions.answer_outside(
        link=link,
        outsider=outsider,
        code=request.POST.get("code", ""),
        digest=request.POST.get("digest", ""),
        reason=reason if verdict == "refuse" else "",
    )


HANDLER = Handler(_words, _act, TEMPLATE, _context)
