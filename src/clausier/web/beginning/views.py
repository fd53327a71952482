"""The interview: where it stands, a screen at a time, and the draft that it makes."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clausier.document.interview.adapting import is_outside
from clausier.document.interview.effects import aside
from clausier.document.interview.model import Screen
from clausier.document.interview.shelf import screens
from clausier.identity.access import needs, person_of
from clausier.identity.forms import attempt
from clausier.identity.permissions import can
from clausier.identity.selectors import organization
from clausier.lib.refusals import RefusedError
from clausier.policy import selectors as policies
from clausier.web.beginning import actions, selectors
from clausier.web.beginning.forms import DraftForm, ScreenForm

UNREADABLE = 422


@needs(actions.EDIT)
@require_safe
def interview(request: HttpRequest) -> HttpResponse:
    """Show where the interview stands, and once it is complete what comes of it."""
    return _overview(request, DraftForm(initial={"put_off": True}))


@needs(actions.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: HttpRequest, screen: str) -> HttpResponse:
    """Ask the questions of a screen, each with what its answers do."""
    found = next((each for each in screens() if each.id == screen), None)
    if found is None:
        raise Http404
    row = selectors.interview()
    initial = {"revision": row.revision} | _named(row.answers)
    form = ScreenForm(
        *([request.POST] if request.method == "POST" else []), screen=found, answers=row.answers, initial=initial
    )
    theirs: dict[str, Any] = {}
    if form.is_bound and form.is_valid():
        try:
            actions.save_answers(actor=person_of(request), given=form.given(), revision=form.cleaned_data["revision"])
            return _onward(found)
        except RefusedError as refusal:
            if refusal.refusal.code != actions.CHANGED:
                raise
            form.add_error(None, str(refusal.refusal.sentence))
            form.data = request.POST.copy()
            form.data["revision"] = str(row.revision)
            theirs = row.answers
    return _asked(request, found, form, theirs)


@needs(actions.EDIT)
@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """Make the draft of the answers."""
    form = DraftForm(request.POST)
    made: list[Any] = []

    def make() -> None:
        said = form.cleaned_data
        put_off = said["put_off"] and can(person_of(request), "identity.settings.edit")
        made.append(actions.make_draft(actor=person_of(request), title=said["title"], put_off=put_off))

    if attempt(form, make):
        messages.success(request, _("The draft is made. Read it before you propose it."))
        return redirect("policy-draft", made[0].uid)
    return _overview(request, form, status=UNREADABLE)


def _named(answers: dict[str, list[str]]) -> dict[str, str]:
    """Return the name and the time zone of the organisation as they are known already, where nobody gave others."""
    known = organization()
    told = {"name": known.name, "timezone": known.timezone} if known else {}
    return {name: value for name, value in told.items() if not answers.get(name)}


def _onward(screen: Screen) -> HttpResponse:
    following = selectors.after(screen, selectors.interview().answers)
    return redirect("interview-screen", following.id) if following else redirect("interview")


def _asked(request: HttpRequest, screen: Screen, form: ScreenForm, theirs: dict[str, Any]) -> HttpResponse:
    answers = selectors.interview().answers
    stages = selectors.stages(answers)
    language = get_language() or "fr"
    page = {
        "title": screen.title.best(language),
        "lead": screen.lead.best(language),
        "screen": screen,
        "form": form,
        "before": selectors.before(screen, answers),
        "place": next((place for place, each in enumerate(stages, 1) if each.screen == screen), 1),
        "count": len(stages),
        "theirs": [(form[name].label, ", ".join(theirs.get(name, []))) for name in form.fields if name in theirs],
    }
    return render(request, "beginning/screen.html", page, status=UNREADABLE if form.errors else 200)


def _overview(request: HttpRequest, form: DraftForm, status: int = 200) -> HttpResponse:
    row, language = selectors.interview(), get_language() or "fr"
    is_complete = selectors.is_complete(row.answers)
    advice = selectors.advice(row.answers) if is_complete else None
    page = {
        "interview": row,
        "stages": [(each, each.screen.title.best(language)) for each in selectors.stages(row.answers)],
        "next": selectors.after(screens()[-1], row.answers),
        "is_complete": is_complete,
        "first": [(each.title.best(language), each.why.best(language)) for each in advice.first] if advice else [],
        "later": [(each.title.best(language), each.later.best(language)) for each in advice.later] if advice else [],
        "is_outside": is_outside(row.answers),
        "aside": [(each.own.best(language), each.common.best(language)) for each in aside(row.answers)],
        "form": form,
        "may_put_off": can(person_of(request), "identity.settings.edit"),
        "drafts": policies.drafts(),
    }
    return render(request, "beginning/interview.html", page, status=status)
