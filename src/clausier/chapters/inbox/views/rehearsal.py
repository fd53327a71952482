"""The rehearsal: what a draft of the policy would have done with the messages that were received."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from clausier.chapters.inbox.selectors import rehearsing
from clausier.document.problems import ERROR
from clausier.identity.access import needs, person_of
from clausier.identity.permissions import can
from clausier.policy import selectors
from clausier.policy.permissions import may_read
from clausier.policy.selectors.desk import desk_of


@needs("policy.drafts.view")
@never_cache
@require_safe
def rehearsal(request: HttpRequest) -> HttpResponse:
    """Choose a draft, then replay it whole or one of its clauses; only who may see the messages is shown any."""
    person = person_of(request)
    drafts = [each for each in selectors.drafts() if may_read(person, each)]
    uid, clause = request.GET.get("draft", ""), request.GET.get("clause", "")
    page = {"drafts": drafts, "clause": clause, "sees": can(person, "inbox.view")}
    if uid:
        draft = selectors.draft_of(uid)
        if draft is None or not may_read(person, draft):
            raise Http404
        page |= {"draft": draft}
        folder = selectors.folder_of(draft)
        known = {each.id for each in folder.policy.clauses()} if folder.policy else set()
        if clause and clause not in known:
            raise Http404
        if folder.policy and not any(each.level == ERROR for each in folder.problems):
            page |= {"replay": rehearsing.replayed(draft, get_language() or "", clause)}
        desk = desk_of(draft, clause) if clause and can(person, "policy.drafts.edit") else None
        if desk:
            return render(request, "inbox/rehearsal_clause.html", desk.page("rehearsal", **page))
    return render(request, "inbox/rehearsal.html", page)
