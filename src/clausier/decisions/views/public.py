"""The pages that anybody opens: a decision, its notice, an objection, a comment that is gone, the limits."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from clausier.decisions import passes, promises
from clausier.decisions.actions import ask, lodge_appeal, note_attempt
from clausier.decisions.forms import AppealForm, FindForm, LettersForm, acted
from clausier.decisions.models import Decision
from clausier.decisions.notifications import is_email
from clausier.decisions.selectors import Reading, by_key, by_letters, by_reference, read
from clausier.decisions.views.strangers import SAME_ORIGIN, digest_of, source_of, unseen
from clausier.identity.access import public
from clausier.identity.selectors import organization
from clausier.identity.switches import all_switches, state

GET_POST = ("GET", "HEAD", "POST")


@public
@require_safe
@unseen(SAME_ORIGIN)
def decision(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a decision to anybody: its ground, date, effect and how to object; neither text nor author."""
    return render(request, "decisions/decision.html", {"reading": _reading(by_reference(reference))})


@public
@require_safe
@unseen()
def slip(request: HttpRequest, key: str) -> HttpResponse:
    """Show a notice to whoever holds its key, with the text and where an objection stands."""
    return render(request, "decisions/slip.html", {"reading": _reading(by_key(key)), "key": key})


@public
@require_http_methods(GET_POST)
@unseen(SAME_ORIGIN)
def letters(request: HttpRequest) -> HttpResponse:
    """Open a notice by its ten letters; each try is counted."""
    form = LettersForm(request.POST or None)
    if request.method == "POST" and acted(form, _counted(request, "letters")):
        found = by_letters(form.cleaned_data["letters"])
        if found:
            return redirect("slip", passes.new_pass(found, passes.BY_LETTERS))
        form.add_error("letters", LettersForm.unknown)
    return render(request, "decisions/letters.html", {"form": form}, status=form.status)


@public
@require_http_methods(GET_POST)
@unseen(SAME_ORIGIN)
def appeal(request: HttpRequest, key: str) -> HttpResponse:
    """Take an objection from whoever holds the key of a notice; once, and with the box ticked."""
    reading = _reading(by_key(key))
    if reading.appeal:
        return redirect("slip", key)
    form = AppealForm(request.POST or None)
    lodge = partial(lodge_appeal, decision=reading.decision, language=reading.language)
    if request.method == "POST" and acted(form, _counted(request, "appeal", lodge)):
        return redirect("slip", key)
    context = {"reading": reading, "key": key, "form": form}
    return render(request, "decisions/slip_appeal.html", context, status=form.status)


@public
@require_http_methods(GET_POST)
@unseen(SAME_ORIGIN)
def find_my_comment(request: HttpRequest) -> HttpResponse:
    """Take what somebody remembers of a comment; the answer is the same whether or not a decision matches."""
    form = FindForm(request.POST or None)
    if request.method == "POST" and acted(form, _counted(request, "find", partial(ask, language=_language()))):
        return redirect("find-my-comment-asked")
    return render(request, "decisions/find_my_comment.html", {"form": form}, status=form.status)


@public
@require_safe
@unseen(SAME_ORIGIN)
def asked(request: HttpRequest) -> HttpResponse:
    """Say what happens next, in the same words to everybody."""
    return render(request, "decisions/find_my_comment_asked.html")


@public
@require_safe
def limits(request: HttpRequest) -> HttpResponse:
    """Show what Clausier does not do here: each promise with its test, and the settings in force."""
    here = organization()
    switches = [{"switch": each, "is_on": state(here, each.key)} for each in all_switches()]
    context: dict[str, Any] = {"switches": switches}
    context["staff"], context["public"] = promises.made_to(promises.STAFF), promises.made_to(promises.PUBLIC)
    return render(request, "decisions/limits.html", context)


def _reading(found: Decision | None) -> Reading:
    if found is None:
        raise Http404
    return read(found, _language())


def _language() -> str:
    return (get_language() or "fr")[:2]


def _counted(request: HttpRequest, purpose: str, act: Callable[..., object] | None = None) -> Callable[..., None]:
    """Return an act whose try is counted first: for the place it comes from, and for the mailbox that it would fill."""

    def counted(**typed: Any) -> None:
        note_attempt(purpose=purpose, source=source_of(request))
        if purpose == "find" and is_email(typed["contact"]):
            note_attempt(purpose="mail", source=digest_of(typed["contact"].lower()))
        if act:
            act(**typed)

    return counted
