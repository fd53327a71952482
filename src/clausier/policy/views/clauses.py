"""The clauses of a draft: a new one, a new chapter, one moved or taken away; and the changes, to be undone."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clausier.document.model import Policy
from clausier.document.reading import Folder
from clausier.identity.access import needs, person_of
from clausier.policy import actions, selectors
from clausier.policy.actions import Edit
from clausier.policy.forms import ChapterForm, NewClauseForm
from clausier.policy.models import Unsaved, Version
from clausier.policy.selectors import clauses, parts
from clausier.policy.selectors.desk import Desk
from clausier.policy.states import Change
from clausier.policy.views.desk import at_desk, forget, is_live, keep, sent_or_kept, told_of, tried
from clausier.policy.views.drafts import UNREADABLE, draft_or_404


@needs("policy.drafts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def new_clause(request: HttpRequest, uid: str) -> HttpResponse:
    """Write a clause that was not there; what is typed is kept until it is added."""
    draft, place = draft_or_404(uid), "new-clause"
    if request.method == "POST" and "forget" in request.POST:
        return forget(request, draft, place)
    if is_live(request):
        keep(request, draft, place)
        return render(request, "policy/_kept.html", {})
    sent, kept = sent_or_kept(request, draft, place)
    folder, policy = _readable(draft)
    begun = {"chapter": request.GET.get("chapter", "")}
    form = NewClauseForm(request.POST or None, policy=policy, initial=begun | (sent.dict() if sent else {}))
    if form.is_bound and form.is_valid():
        made = form.made()
        edit = Edit(
            what=Change.ADDED,
            seen=parts.mark_of(""),
            shown=lambda now: parts.words_written(now, made.id),
            files=lambda now: clauses.with_new_clause(now.files, selectors.folder_of(now), made),
            clause=made.id,
            place=place,
        )
        outcome = tried(request, draft, edit)
        if outcome.is_saved:
            return redirect("policy-clause-does", draft.uid, made.id)
        form.add_error(None, outcome.said)
    return _titled(request, draft, folder, form, kept)


@needs("policy.drafts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def new_chapter(request: HttpRequest, uid: str) -> HttpResponse:
    """Begin a chapter of the organisation's own."""
    draft = draft_or_404(uid)
    folder, policy = _readable(draft)
    form = ChapterForm(request.POST or None, policy=policy)
    if form.is_bound and form.is_valid():
        slug, number = form.cleaned_data["slug"], form.number()
        edit = Edit(
            what=Change.ADDED,
            seen=parts.mark_of(""),
            shown=lambda now: _chapter_written(now, slug),
            files=lambda now: clauses.with_new_chapter(now.files, slug, number, form.title()),
        )
        outcome = tried(request, draft, edit)
        if outcome.is_saved:
            return redirect("policy-draft", draft.uid)
        form.add_error(None, outcome.said)
    return _titled(request, draft, folder, form)


def _chapter_written(draft: Version, slug: str) -> str:
    policy = selectors.folder_of(draft).policy
    return slug if policy and any(each.chapter == slug for each in policy.chapters) else ""


def _readable(draft: Version) -> tuple[Folder, Policy]:
    folder = selectors.folder_of(draft)
    if folder.policy is None:
        raise Http404
    return folder, folder.policy


def _titled(
    request: HttpRequest,
    draft: Version,
    folder: Folder,
    form: NewClauseForm | ChapterForm,
    kept: Unsaved | None = None,
) -> HttpResponse:
    chapters = clauses.chapters_of(folder, get_language() or "")
    page = {"version": draft, "form": form, "new": form.heading, "chapters": chapters, "kept": kept}
    return render(request, "policy/edit_new.html", page, status=UNREADABLE if form.errors else 200)


@needs("policy.drafts.edit")
@require_POST
@at_desk
def act(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Move a clause before or behind its neighbour, or take it out of the draft: the box says that it is meant."""
    verb, name, path = request.POST.get("verb", ""), desk.clause.id, desk.edited.path
    by = {"up": -1, "down": 1}.get(verb)
    if by is None and verb != "delete":
        raise Http404
    if by is None and "meant" not in request.POST:
        messages.error(request, _("Tick the box to say that the clause is to go."))
        return redirect("policy-draft-clause", desk.draft.uid, name)
    edit = Edit(
        what=Change.DELETED if by is None else Change.MOVED,
        seen=request.POST.get("seen") or parts.mark_of(parts.words_written(desk.draft, name)),
        shown=lambda draft: parts.words_written(draft, name),
        files=lambda draft: (
            clauses.without_clause(draft.files, path, name)
            if by is None
            else clauses.with_clause_moved(draft.files, path, name, by)
        ),
        clause=name,
    )
    outcome = tried(request, desk.draft, edit)
    told_of(request, outcome)
    if by is None and outcome.is_saved:
        return redirect("policy-draft-steps", desk.draft.uid)
    return redirect("policy-draft-clause", desk.draft.uid, name)


@needs("policy.drafts.edit")
@require_safe
def steps(request: HttpRequest, uid: str) -> HttpResponse:
    """List the saved changes of a draft: each may be undone, with those that came after it."""
    draft = draft_or_404(uid)
    folder = selectors.folder_of(draft)
    numbers = folder.policy.numbers() if folder.policy else {}
    shown = [(each, numbers.get(each.clause, "")) for each in clauses.steps_of(draft)]
    page = {"version": draft, "steps": shown, "chapters": clauses.chapters_of(folder, get_language() or "")}
    return render(request, "policy/edit_steps.html", page)


@needs("policy.drafts.edit")
@require_POST
def undo(request: HttpRequest, uid: str, revision: int) -> HttpResponse:
    """Bring a draft back to before a change."""
    draft = draft_or_404(uid)
    step = get_object_or_404(draft.steps, revision=revision)
    actions.undo(actor=person_of(request), version=draft, step=step)
    messages.success(request, _("Undone: the draft reads as it did before."))
    return redirect("policy-draft-steps", draft.uid)
