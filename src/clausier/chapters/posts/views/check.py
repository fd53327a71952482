"""May I post this? A text comes in by POST alone, is judged in memory, and leaves with the answer."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from clausier.chapters.posts import actions
from clausier.chapters.posts.forms import CheckForm
from clausier.chapters.posts.selectors.judging import Question, judge
from clausier.chapters.posts.selectors.pictures import clause_on_pictures
from clausier.chapters.posts.selectors.protected import touched, whom_to_ask
from clausier.chapters.posts.selectors.receipts import receipt_of
from clausier.chapters.posts.selectors.shown import answer_of, fix_at
from clausier.engine.verdict import Verdict
from clausier.identity.access import person_of, signed_in
from clausier.identity.models import Person
from clausier.policy.models import Version
from clausier.policy.selectors import in_force

View = Callable[..., HttpResponse]


def leaves_no_trace(view: View) -> View:
    """Keep what a view is sent out of error reports, and its answer out of every cache."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    return sensitive_post_parameters()(sensitive_variables()(guarded))


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@leaves_no_trace
def check(request: HttpRequest) -> HttpResponse:
    """Show the box; sent a text, show what the policy says of it, or of the same text mended."""
    form = CheckForm(request.POST or None)
    version = in_force()
    page: dict[str, Any] = {"form": form, "version": version, "is_official": form.is_official}
    if request.method == "POST" and form.is_valid() and version:
        page |= _answer(person_of(request), version, form, request.POST)
    is_live = bool(request.headers.get("HX-Request"))
    return render(request, "posts/live.html" if is_live else "posts/check.html", page)


@signed_in
@require_POST
@leaves_no_trace
def submit(request: HttpRequest) -> HttpResponse:
    """Keep a text for the organisation, because its author asks or submits."""
    form = CheckForm(request.POST)
    if form.is_valid() and form.is_official:
        try:
            draft = _submitted(person_of(request), form, is_question="ask" in request.POST)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect("draft", uid=draft.uid)
    page = {"form": form, "version": in_force(), "is_official": form.is_official}
    return render(request, "posts/check.html", page, status=400)


def _submitted(person: Person, form: CheckForm, *, is_question: bool) -> Any:
    said = form.cleaned_data
    return actions.submit(
        actor=person, text=said["text"], channel=said["network"], reason=said["reason"], is_question=is_question
    )


def _answer(person: Person, version: Version, form: CheckForm, sent: QueryDict) -> dict[str, Any]:
    question = form.question()
    verdict = judge(version, person, question)
    fix = fix_at(verdict, str(sent.get("fix", ""))) if verdict else None
    mended: dict[str, Any] = {}
    if fix:
        question = replace(question, text=fix.apply(question.text))
        verdict = judge(version, person, question)
        mended = {"form": _with_text(sent, question.text)}
    if verdict is None:
        return {"has_failed": True}
    owners = _watched(person, question.text, verdict)
    return shown(version, verdict, question, form.taps) | {"owners": owners} | mended


def _with_text(sent: QueryDict, text: str) -> CheckForm:
    data = sent.copy()
    data["text"] = text
    return CheckForm(data)


def _watched(person: Person, text: str, verdict: Verdict) -> list[Person]:
    words = touched(text, verdict)
    owners = whom_to_ask(words)
    if words:
        actions.watch_probing(person=person, words=words, owners=owners)
    return owners


def shown(version: Version, verdict: Verdict, question: Question, taps: Any) -> dict[str, Any]:
    """Return what a page shows of a verdict."""
    language = get_language() or "fr"
    return {
        "answer": answer_of(version, verdict, question, language),
        "receipt": receipt_of(question.text, verdict),
        "taps": taps,
        "picture_clause": clause_on_pictures(version, language) if taps else None,
    }
