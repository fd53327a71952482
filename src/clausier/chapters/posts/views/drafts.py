"""The texts that were kept: one's own and, for those who approve, what was submitted."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from clausier.chapters.ambassadors.selectors import shown_clauses
from clausier.chapters.posts.selectors.drafts import drafts_of, readable_by, submitted_to
from clausier.identity.access import person_of, signed_in
from clausier.identity.permissions import can

PAGE = 30


@signed_in
@require_safe
def drafts(request: HttpRequest) -> HttpResponse:
    """Show the person's own drafts, or those submitted to whoever approves."""
    person = person_of(request)
    approves = can(person, "posts.draft.review")
    others = approves and "submitted" in request.GET
    rows = submitted_to(person) if others else drafts_of(person)
    page = {"drafts": Paginator(rows, PAGE).get_page(request.GET.get("page")), "approves": approves, "others": others}
    return render(request, "posts/drafts.html", page)


@signed_in
@require_safe
def draft(request: HttpRequest, uid: str) -> HttpResponse:
    """Show one draft with the verdict it had."""
    found = get_object_or_404(readable_by(person_of(request)), uid=uid)
    language = get_language() or "fr"
    clauses = shown_clauses(found.version, language)
    lines = [
        {"say": each["say"].get(language) or next(iter(each["say"].values()), ""), "shown": clauses.get(each["clause"])}
        for each in found.verdict["findings"]
    ]
    return render(request, "posts/draft.html", {"draft": found, "lines": lines, "action": found.verdict["action"]})
