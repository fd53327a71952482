"""The drafts: started, read, agreed to, adopted."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clausier.identity.access import needs, person_of
from clausier.identity.permissions import can
from clausier.identity.selectors import organization
from clausier.lib.refusals import RefusedError
from clausier.policy import actions, selectors
from clausier.policy.forms import StartForm
from clausier.policy.models import Version
from clausier.policy.permissions import may_read, offered
from clausier.policy.selectors import agreeing, comparing, consulting, drafting, reviewing, showing
from clausier.policy.states import Status
from clausier.policy.views.acts import ACTS, unsent

CHANGED = "changed-meanwhile"
UNREADABLE = 422  # what was sent reads, but cannot be done


@needs("policy.drafts.view")
@require_http_methods(["GET", "HEAD", "POST"])
def drafts(request: HttpRequest) -> HttpResponse:
    """Show the drafts, and start one."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = StartForm(*sent, has_version=selectors.base_of() is not None)
    if form.is_bound and form.is_valid():
        started = attempted(form, lambda: _started(request, form))
        if started:
            return redirect("policy-draft", started.uid)
    person = person_of(request)
    may_start = can(person, "policy.drafts.edit")
    seen = [each for each in selectors.drafts() if may_read(person, each)]
    page: dict[str, Any] = {
        "review": reviewing.review_now(),
        "drafts": seen,
        "form": form if may_start else None,
        "versions": showing.versions(),
    }
    return render(request, "policy/drafts.html", page, status=UNREADABLE if form.errors else 200)


@needs("policy.drafts.view")
@require_safe
def draft(request: HttpRequest, uid: str) -> HttpResponse:
    """Show a draft: what is wrong with it, what it changes, who agreed, and what may be done now."""
    return _page(request, readable_or_404(request, uid))


@needs("policy.drafts.view")
@require_safe
def text(request: HttpRequest, uid: str) -> HttpResponse:
    """Show a draft as it will be read."""
    found = readable_or_404(request, uid)
    if selectors.folder_of(found).policy is None:
        return redirect("policy-draft", found.uid)
    language = showing.spoken_in(found, request.GET.get("in") or get_language() or "")
    page = {"version": found, "shown": showing.shown(found, language, is_public=False), "language": language}
    page["verbs"] = offered(person_of(request), found)
    return render(request, "policy/draft_text.html", page)


@needs("policy.drafts.edit", "policy.version.approve")
@require_POST
def act(request: HttpRequest, uid: str, verb: str) -> HttpResponse:
    """Do what a button of the page of a draft says."""
    found, kind = draft_or_404(uid), ACTS.get(verb)
    if kind is None:
        raise Http404
    form = kind.form(request.POST, request.FILES, initial={"revision": found.revision})
    if form.is_valid():
        done = attempted(form, lambda: kind.run(person_of(request), found, form.cleaned_data))
        if done:
            messages.success(request, str(kind.done))
            return _after(found)
    return _page(request, found, **{verb: form})


def draft_or_404(uid: str) -> Version:
    """Return a draft, a proposal or what was withdrawn."""
    found = selectors.draft_of(uid)
    if found is None:
        raise Http404
    return found


def readable_or_404(request: HttpRequest, uid: str) -> Version:
    """Return a draft that the person may read; an observer reads none before it is in consultation."""
    found = draft_or_404(uid)
    if not may_read(person_of(request), found):
        raise Http404
    return found


def attempted(form: forms.BaseForm, run: Callable[[], Any]) -> Any:
    """Run an action; what it finds wrong with the values is told in the form, and None returned.

    When somebody has saved meanwhile, the form comes back with what was typed, on the revision of now: sent again, it
    is kept knowingly.
    """
    try:
        return run()
    except RefusedError as refusal:
        if refusal.refusal.code != CHANGED or "revision" not in form.fields:
            raise
        form.add_error(None, str(refusal.refusal.sentence))
        put(form, "revision", form.initial["revision"])
    except ValidationError as error:
        for name, wrong in _by_field(error):
            form.add_error(name if name in form.fields else None, wrong)
    return None


def put(form: forms.BaseForm, name: str, value: Any) -> None:
    """Put another value in the place of one that was sent, and leave the others as they came."""
    sent: Any = form.data
    data = sent.copy()  # a name may be sent several times: unpacked as a mapping, each would come as a list
    data[name] = value
    form.data = data


def _by_field(error: ValidationError) -> Iterable[tuple[str, Any]]:
    return error.error_dict.items() if hasattr(error, "error_dict") else [("", error.error_list)]


def _started(request: HttpRequest, form: StartForm) -> Version:
    known = organization()
    files = form.policy_files(known.name if known else "")
    actor, title = person_of(request), form.cleaned_data["title"]
    if files is None:
        return actions.start_draft(actor=actor, title=title)
    made = actions.import_policy(actor=actor, files=files, title=title)
    if made.left_out:
        messages.warning(request, str(_("The protected lists were left out: whoever keeps them adds them.")))
    return made.version


def _after(found: Version) -> HttpResponse:
    now = Version.objects.defer("files").get(pk=found.pk)
    if now.status == Status.ADOPTED:
        return redirect("policy-version", now.number)
    return redirect("policy-draft", now.uid) if now.status != Status.WITHDRAWN else redirect("policy-drafts")


def _page(request: HttpRequest, found: Version, **sent: forms.BaseForm) -> HttpResponse:
    folder = selectors.folder_of(found)
    person, steps = person_of(request), agreeing.steps_of(found)
    verbs, problems = offered(person, found), drafting.problems_in(found.files)
    page = {
        "version": found,
        "verbs": verbs,
        "policy": folder.policy,
        "problems": problems,
        "errors": [each for each in problems if each.is_error],
        "warnings": [each for each in problems if not each.is_error],
        "steps": steps,
        "rejections": found.rejections.select_related("person", "outsider"),
        "held": consulting.held_back(found) if folder.policy else [],
        "council": selectors.official_languages(folder.policy) if folder.policy else (),
        "is_mine": found.is_by(person),
        "is_later": found.status == Status.PROPOSED and agreeing.is_later(person, steps),
        "open": next(iter(sent), ""),
        "forms": unsent(found) | sent,
    }
    status = UNREADABLE if sent else 200
    return render(request, "policy/draft.html", page | _compared(found, folder.policy is not None), status=status)


def _compared(found: Version, is_readable: bool) -> dict[str, Any]:  # noqa: FBT001  # one word of the page
    """Return the draft beside the last adopted version, and the chapters with the texts of its files."""
    base = selectors.base_of()
    language = get_language() or ""
    if not is_readable:
        return {"base": base, "files": sorted(found.files)}
    shown = showing.spoken_in(found, language)
    page: dict[str, Any] = {"base": base, "files": sorted(found.files), "language": shown, "old": base, "new": found}
    page["shown"] = showing.shown(found, shown, is_public=False)
    if base:
        page["comparison"] = comparing.compared(base, found, shown, is_public=False)
    return page
