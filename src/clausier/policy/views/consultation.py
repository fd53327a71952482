"""A text in consultation: read, commented on clause by clause, each comment answered."""

from collections import Counter
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clausier.identity.access import needs, person_of, signed_in
from clausier.identity.permissions import can
from clausier.policy import actions, selectors
from clausier.policy.forms.adoption import AnswerForm, CommentForm
from clausier.policy.models import Comment, Version
from clausier.policy.permissions import is_consulted, may_read
from clausier.policy.selectors import comparing, consulting, showing
from clausier.policy.views.drafts import UNREADABLE, attempted


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def consultation(request: HttpRequest, uid: str) -> HttpResponse:
    """Show a text to those who are consulted on it, and take what they say."""
    found = _found(request, uid)
    if request.method != "POST":
        return _page(request, found)
    form = CommentForm(request.POST)
    if form.is_valid():
        said = {"clause": form.cleaned_data["clause"], "text": form.cleaned_data["text"]}
        if attempted(form, lambda: actions.comment(actor=person_of(request), version=found, **said)):
            messages.success(request, _("Your comment is kept. Its answer will stand here."))
            return redirect(f"{request.path}#{said['clause'] or 'whole'}")
    return _page(request, found, commented=form)


@signed_in
@require_POST
def seen(request: HttpRequest, uid: str) -> HttpResponse:
    """Note that the person has read the answers to what they said."""
    found = _found(request, uid)
    actions.see_answers(actor=person_of(request), version=found)
    return redirect("policy-consultation", found.uid)


@needs("policy.drafts.edit")
@require_POST
def answer(request: HttpRequest, uid: str) -> HttpResponse:
    """Answer a comment."""
    said = get_object_or_404(Comment.objects.select_related("version"), uid=uid)
    form = AnswerForm(request.POST)
    if form.is_valid() and attempted(
        form,
        lambda: actions.answer_comment(actor=person_of(request), comment=said, answer=form.cleaned_data["answer"]),
    ):
        messages.success(request, _("The answer is kept."))
        address = reverse("policy-consultation", args=[said.version.uid])
        return redirect(f"{address}#comment-{said.uid}")
    return _page(request, said.version, answered=(said, form))


def _found(request: HttpRequest, uid: str) -> Version:
    """Return a text that the person is consulted on, commented on, or may read anyhow; the others do not exist."""
    person, found = person_of(request), Version.objects.filter(uid=uid).exclude(closes=None).first()
    if found is None or selectors.folder_of(found).policy is None:
        raise Http404
    if not (is_consulted(person, found) or may_read(person, found) or found.comments.filter(person=person).exists()):
        raise Http404
    return found


def _page(
    request: HttpRequest,
    found: Version,
    commented: CommentForm | None = None,
    answered: tuple[Comment, forms.BaseForm] | None = None,
) -> HttpResponse:
    person = person_of(request)
    language, base = showing.spoken_in(found, get_language() or ""), selectors.base_of()
    sees_all = may_read(person, found)
    comments = consulting.comments_of(found, None if sees_all else person)
    page: dict[str, Any] = {
        "version": found,
        "language": language,
        "shown": showing.shown(found, language, is_public=False),
        "whole": _by_clause(comments, ""),
        "commented": {each.id: _by_clause(comments, each.id) for each in selectors.policy_of(found).clauses()},
        "counts": _counts(found, comments),
        "is_open": is_consulted(person, found) and consulting.is_taking_comments(found),
        "can_answer": can(person, "policy.drafts.edit"),
        "sees_all": sees_all,
        "form": commented or CommentForm(),
        "wrong": commented["clause"].value() or "whole" if commented else "",
        "answer_form": answered[1] if answered else AnswerForm(),
        "answered": answered[0].uid if answered else "",
        "waiting": [each for each in comments if each.answered is None] if sees_all else [],
        "numbers": selectors.policy_of(found).numbers(),
        "unseen": [each for each in comments if each.person == person and each.answered and each.seen is None],
    }
    if base and base.pk != found.pk:
        page |= {"base": base, "old": base, "new": found}
        page["comparison"] = comparing.compared(base, found, language, is_public=False)
    status = UNREADABLE if commented or answered else 200
    return render(request, "policy/consultation.html", page, status=status)


def _counts(found: Version, comments: list[Comment]) -> dict[str, int]:
    """Return how many comments there are on each chapter, which may be folded."""
    chapters = {each.id: chapter.chapter for chapter in selectors.policy_of(found).chapters for each in chapter.clauses}
    return Counter(chapters[each.clause] for each in comments if each.clause in chapters)


def _by_clause(comments: list[Comment], clause: str) -> list[Comment]:
    return [each for each in comments if each.clause == clause]
