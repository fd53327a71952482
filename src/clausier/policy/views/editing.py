"""The words of a clause, and a whole file: what is typed is kept as it is typed, and nothing is written over."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from clausier.document.asking import PARTS
from clausier.document.comparison.texts import marks
from clausier.document.writing import unwrapped
from clausier.identity.access import needs, person_of
from clausier.identity.models import Person
from clausier.policy.actions import Edit
from clausier.policy.events import typed
from clausier.policy.forms import WordsForm, YamlForm
from clausier.policy.models import Version
from clausier.policy.selectors import clauses, drafting, parts
from clausier.policy.selectors.desk import Desk
from clausier.policy.selectors.sources import Files
from clausier.policy.states import Change
from clausier.policy.views.desk import (
    Outcome,
    at_desk,
    forget,
    is_live,
    keep,
    on_theirs,
    sent_or_kept,
    tried,
)
from clausier.policy.views.drafts import UNREADABLE, draft_or_404


@needs("policy.drafts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def clause(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Edit the words of a clause, the languages beside one another."""
    place, draft = f"{desk.clause.id}/text", desk.draft
    if request.method == "POST" and "forget" in request.POST:
        return forget(request, draft, place)
    if is_live(request):
        keep(request, draft, place)
        return render(request, "policy/_kept.html", {})
    sent, kept = sent_or_kept(request, draft, place)
    now = parts.words_written(draft, desk.clause.id)
    begun = {"seen": parts.mark_of(now)}
    form = WordsForm(sent, edited=desk.edited, policy=desk.policy, initial=begun)
    outcome = _words_saved(request, desk, form, place) if request.method == "POST" else None
    if outcome and outcome.is_saved:
        return redirect(request.path)
    is_late = outcome.is_late if outcome else bool(kept and kept.typed.get("seen") != [begun["seen"]])
    if is_late:
        on_theirs(form)
    page = desk.page("text", form=form, kept=kept, is_late=is_late, theirs=_theirs(desk, form) if is_late else [])
    page["lagging"] = clauses.lagging(draft, desk.clause, desk.policy.languages)
    return render(request, "policy/edit_text.html", page, status=_status(form, outcome))


def _words_saved(request: HttpRequest, desk: Desk, form: WordsForm, place: str) -> Outcome:
    if not form.is_valid():
        return Outcome(is_saved=False)
    said = form.cleaned_data
    edit = Edit(
        what=Change.TEXT,
        seen=said["seen"],
        shown=lambda draft: parts.words_written(draft, desk.clause.id),
        files=lambda draft: clauses.with_words(
            draft.files, desk.edited, form.words(), audience=said["audience"], visibility=said["visibility"]
        ),
        clause=desk.clause.id,
        place=place,
        languages=form.touched(),
    )
    outcome = tried(request, desk.draft, edit)
    if outcome.said and not outcome.is_late:  # the page says so, with both texts
        form.add_error(None, outcome.said)
    return outcome


def _theirs(desk: Desk, form: WordsForm) -> list[dict[str, Any]]:
    """Return the words that somebody else has saved and that differ from what was typed, marked."""
    told = []
    for row in form.rows():
        for field in row:
            key, _line, language = field.name.partition("_")
            saved, mine = (
                unwrapped(getattr(desk.clause, key).get(language, "")),
                str(field.value() or "").replace("\r\n", "\n"),
            )
            if saved != mine:
                told.append({"label": field.label, "language": language, "marks": marks(mine, saved)})
    return told


def _status(form: Any, outcome: Outcome | None) -> int:
    return UNREADABLE if outcome and (form.errors or not outcome.is_saved) else 200


@needs("policy.drafts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def yaml(request: HttpRequest, desk: Desk, key: str = "") -> HttpResponse:
    """Edit one statement of a clause as YAML, or all of them."""
    if key and key not in PARTS:
        raise Http404
    path, name = desk.edited.path, desk.clause.id
    place = f"{name}/yaml/{key}"
    if request.method == "POST" and "forget" in request.POST:
        return forget(request, desk.draft, place)
    if is_live(request):
        keep(request, desk.draft, place)
        return render(request, "policy/_kept.html", {})
    sent, kept = sent_or_kept(request, desk.draft, place)
    now = parts.yaml_of(desk.draft.files, path, name, key)
    form = YamlForm(sent, initial={"seen": parts.mark_of(now), "yaml": now})
    outcome = _yaml_saved(request, desk, form, key, place) if request.method == "POST" else None
    if outcome and outcome.is_saved:
        return redirect("policy-clause-does", desk.draft.uid, name)
    is_late = outcome.is_late if outcome else bool(kept and kept.typed.get("seen") != [parts.mark_of(now)])
    if is_late:
        on_theirs(form)
    page = desk.page("does", form=form, kept=kept, key=key, theirs=now if is_late else "")
    return render(request, "policy/edit_yaml.html", page, status=_status(form, outcome))


def _yaml_saved(request: HttpRequest, desk: Desk, form: YamlForm, key: str, place: str) -> Outcome:
    if not form.is_valid():
        return Outcome(is_saved=False)
    path, name = desk.edited.path, desk.clause.id
    edit = Edit(
        what=Change.EFFECT,
        seen=form.cleaned_data["seen"],
        shown=lambda draft: parts.yaml_of(draft.files, path, name, key),
        files=lambda draft: parts.with_yaml(draft.files, path, name, key, form.told()),
        clause=name,
        place=place,
    )
    outcome = tried(request, desk.draft, edit)
    if outcome.said:
        form.add_error(None if outcome.is_late else "yaml", outcome.said)
    return outcome


@needs("policy.drafts.edit")
@require_safe
@at_desk
def check(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Tell what is to be mended in a clause as it is saved: the whole policy is examined for it."""
    problems = [each for each in drafting.problems_in(desk.draft.files) if each.clause == desk.clause.id]
    return render(request, "policy/edit_check.html", desk.page("check", problems=problems))


@needs("policy.drafts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def file(request: HttpRequest, uid: str, path: str) -> HttpResponse:
    """Edit a whole file as YAML; what is to be mended in it stands beside it as it is typed."""
    draft, place = draft_or_404(uid), f"files/{path}"
    if path not in draft.files:
        raise Http404
    if request.method == "POST" and "forget" in request.POST:
        return forget(request, draft, place)
    sent, kept = sent_or_kept(request, draft, place)
    now = draft.files[path]
    form = YamlForm(sent, initial={"seen": parts.mark_of(now), "yaml": now})
    if is_live(request):
        keep(request, draft, place)
    is_sent = request.method == "POST" and not is_live(request) and "check" not in request.POST
    outcome = _file_saved(request, draft, form, path, place) if is_sent else None
    if outcome and outcome.is_saved:
        return redirect(request.path)
    problems = [each for each in drafting.problems_in(_as_typed(request, draft, form, path)) if each.place.file == path]
    page = {"version": draft, "path": path, "form": form, "kept": kept, "problems": problems}
    if is_live(request):
        return render(request, "policy/_trial.html", page | {"is_live": True})
    is_late = outcome.is_late if outcome else bool(kept and kept.typed.get("seen") != [parts.mark_of(now)])
    if is_late:
        on_theirs(form)
    page["theirs"] = now if is_late else ""
    return render(request, "policy/edit_file.html", page, status=_status(form, outcome))


def _as_typed(request: HttpRequest, draft: Version, form: YamlForm, path: str) -> Files:
    """Return the files of a draft with what is typed in one, and tell that it is typed when it is sent."""
    files: Files = draft.files
    if not form.is_bound or not form.is_valid():
        return files
    if request.method == "POST":  # what was kept was told when it was typed: a reading tells nothing
        typed.send(Person, person=person_of(request), text=form.told())
    return files | {path: form.told()}


def _file_saved(request: HttpRequest, draft: Version, form: YamlForm, path: str, place: str) -> Outcome:
    if not form.is_valid():
        return Outcome(is_saved=False)
    edit = Edit(
        what=Change.FILE,
        seen=form.cleaned_data["seen"],
        shown=lambda draft: draft.files.get(path, ""),
        files=lambda draft: draft.files | {path: form.told()},
        place=place,
    )
    outcome = tried(request, draft, edit)
    if outcome.said:
        form.add_error(None if outcome.is_late else "yaml", outcome.said)
    return outcome
