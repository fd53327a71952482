"""The policy in the long run: who approves it, when it is reviewed, and how it ends."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clausier.identity.access import needs, person_of, signed_in
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.policy import actions, selectors
from clausier.policy.forms.adoption import ClauseRepealForm, RepealForm, ReviewForm, step_forms
from clausier.policy.models import Repeal
from clausier.policy.selectors import agreeing, reviewing, showing
from clausier.policy.views.drafts import UNREADABLE, attempted


@needs("policy.approvers.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def approvers(request: HttpRequest) -> HttpResponse:
    """Show who approves, step after step, and set it."""
    steps = step_forms(request.POST or None, get_language() or "")
    status = 200
    if request.method == "POST":
        status = UNREADABLE
        said = [each.cleaned_data for each in steps if each.is_valid() and each.cleaned_data["need"]]
        if all(each.is_valid() for each in steps) and attempted(
            steps[0], lambda: actions.save_plan(actor=person_of(request), steps=said)
        ):
            messages.success(request, _("Kept, for the texts that are proposed from now on."))
            return redirect("policy-approvers")
    page = {"steps": steps, "plan": agreeing.plan_now(), "approvers": agreeing.approvers()}
    return render(request, "policy/approvers.html", page, status=status)


@signed_in
@require_safe
def life(request: HttpRequest) -> HttpResponse:
    """Show the next review of the policy, and its repeal."""
    return _page(request)


@signed_in
@require_POST
def act(request: HttpRequest, verb: str) -> HttpResponse:
    """Review the policy, ask for its repeal, agree to it, or give it up."""
    person = _reader(request)
    if verb in ("agree", "drop"):
        return _on_repeal(request, person, verb)
    form = _forms(request.POST).get(verb)
    if form is None:
        raise Http404
    if form.is_valid():
        said = form.cleaned_data
        if verb == "clause":
            draft = attempted(form, lambda: actions.repeal_clause(actor=person, **said))
            if draft:
                messages.success(request, _("A draft without this clause is started."))
                return redirect("policy-draft", draft.uid)
        elif verb == "review" and attempted(form, lambda: actions.record_review(actor=person, **said)):
            messages.success(request, _("The review is recorded: the next one is counted from today."))
            return redirect("policy-life")
        elif verb == "repeal" and attempted(
            form, lambda: actions.state_repeal(actor=person, reason=said["reason"], ends=said["ends"])
        ):
            messages.success(request, _("The repeal is asked for: another person is to agree to it."))
            return redirect("policy-life")
    return _page(request, **{verb: form})


def _on_repeal(request: HttpRequest, person: Person, verb: str) -> HttpResponse:
    waiting = Repeal.objects.filter(agreed=None).order_by("-at").first()
    if waiting is None or request.POST.get("sure") != "on":
        messages.error(request, _("Tick the box first: nothing has been done."))
        return redirect("policy-life")
    if verb == "agree":
        actions.agree_repeal(actor=person, repeal=waiting)
        messages.success(request, _("The repeal is decided."))
    else:
        actions.drop_repeal(actor=person, repeal=waiting)
        messages.success(request, _("The repeal is given up."))
    return redirect("policy-life")


def _reader(request: HttpRequest) -> Person:
    """Return somebody who writes, approves, observes or reviews the policy; for others there is no such page."""
    person, due = person_of(request), reviewing.review_now()
    if not can(person, "policy.drafts.view") and not (due and person in due.asked):
        raise Http404
    return person


def _forms(data: Any = None) -> dict[str, forms.BaseForm]:
    return {
        "review": ReviewForm(data),
        "repeal": RepealForm(data),
        "clause": ClauseRepealForm(data, clauses=_clauses()),
    }


def _clauses() -> list[tuple[str, str]]:
    base = selectors.base_of()
    if base is None:
        return []
    shown = showing.shown(base, showing.spoken_in(base, get_language() or ""), is_public=False)
    return [(each.id, f"{each.number} {each.title}") for each in shown.clauses()]


def _page(request: HttpRequest, **sent: forms.BaseForm) -> HttpResponse:
    person, due = _reader(request), reviewing.review_now()
    page = {
        "due": due,
        "in_force": selectors.in_force(),
        "last": selectors.base_of(),
        "repeal": Repeal.objects.select_related("version", "by", "second").order_by("-at").first(),
        "can_review": can(person, "policy.version.adopt") or (due is not None and person in due.asked),
        "can_repeal": can(person, "policy.version.adopt"),
        "can_agree": can(person, "policy.version.approve"),
        "can_edit": can(person, "policy.drafts.edit"),
        "forms": _forms() | sent,
        "open": next(iter(sent), ""),
    }
    return render(request, "policy/life.html", page, status=UNREADABLE if sent else 200)
