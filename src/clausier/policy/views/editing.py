"""The editor: a clause, or a whole file, tried before it is saved; nothing typed is ever lost."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clausier.document.problems import UnreadableError
from clausier.document.writing import EditRefusedError
from clausier.identity.access import needs, person_of
from clausier.policy import actions, selectors
from clausier.policy.forms import ClauseForm, RevisionForm, TextForm
from clausier.policy.models import Version
from clausier.policy.selectors import drafting
from clausier.policy.selectors.sources import Files, told
from clausier.policy.views.drafts import UNREADABLE, attempted, draft_or_404


@needs("policy.drafts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def clause(request: HttpRequest, uid: str, clause: str) -> HttpResponse:
    """Edit a clause: its words side by side, its statements below, tried as one types."""
    draft = draft_or_404(uid)
    folder = selectors.folder_of(draft)
    edited = drafting.clause_in(draft, folder, clause)
    if edited is None or folder.policy is None:
        return _to_file(draft, folder.place("clause", clause).file)
    begun = {"revision": draft.revision}
    form = ClauseForm(request.POST or None, edited=edited, languages=folder.policy.languages, initial=begun)
    files = _typed(form, "statements", lambda: form.policy_files(draft.files))
    page = {"version": draft, "edited": edited, "form": form, "theirs": edited.statements}
    return _answer(request, draft, files, "policy/edit_clause.html", page)


@needs("policy.drafts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def file(request: HttpRequest, uid: str, path: str) -> HttpResponse:
    """Edit a whole file as YAML."""
    draft = draft_or_404(uid)
    if path not in draft.files:
        raise Http404
    text = draft.files[path]
    form = TextForm(request.POST or None, initial={"revision": draft.revision, "text": text})
    files = _typed(form, "text", lambda: draft.files | {path: form.cleaned_data["text"].replace("\r\n", "\n")})
    page = {"version": draft, "path": path, "form": form, "theirs": text}
    return _answer(request, draft, files, "policy/edit_file.html", page)


def _typed(form: RevisionForm, field: str, files: Callable[[], Files]) -> Files | None:
    """Return the files with what was typed; None, told in the form, when it cannot stand there."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return files()
    except UnreadableError as error:
        form.add_error(field, f"{error.problem.place}: {told(error.problem)}")
    except EditRefusedError:
        form.add_error(field, _("This cannot be written there: edit the whole file."))
    return None


def _answer(
    request: HttpRequest, draft: Version, files: Files | None, template: str, page: dict[str, Any]
) -> HttpResponse:
    """Try what was typed, save it, or show the form with what is wrong."""
    form: RevisionForm = page["form"]
    page |= _tried(files if files is not None else draft.files, page)
    if request.headers.get("HX-Request"):
        return render(request, "policy/_trial.html", page)
    if files is None or "check" in request.POST:
        return render(request, template, page, status=UNREADABLE if form.errors else 200)
    saved = attempted(form, lambda: _saved(request, draft, files, form))
    if saved is None:
        return render(request, template, page, status=UNREADABLE)
    messages.success(request, _("Saved."))
    return redirect(request.path)


def _saved(request: HttpRequest, draft: Version, files: Files, form: RevisionForm) -> Version:
    revision = form.cleaned_data["revision"]
    return actions.save_draft(actor=person_of(request), version=draft, files=files, revision=revision)


def _tried(files: Files, page: dict[str, Any]) -> dict[str, Any]:
    if "edited" in page:
        return {"trial": drafting.trial(files, page["edited"].clause.id, get_language() or "")}
    problems = drafting.problems_in(files)
    return {"trial": drafting.Trial([each for each in problems if each.place.file == page["path"]], [], [])}


def _to_file(draft: Version, path: str) -> HttpResponse:
    """Lead to the whole file where a clause cannot be edited by itself."""
    if path not in draft.files:
        raise Http404
    return redirect("policy-draft-file", draft.uid, path)
