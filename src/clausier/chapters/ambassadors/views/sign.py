"""Read and sign: what changed for me, my word on it, a question, a concern, a refusal."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clausier.chapters.ambassadors import actions
from clausier.chapters.ambassadors.actions.commit import TEXT_CHANGED
from clausier.chapters.ambassadors.forms import AnswerForm, RemarkForm
from clausier.chapters.ambassadors.models import Commitment
from clausier.chapters.ambassadors.selectors import answers_of, asked_of, groups_of, representatives, shown_clauses
from clausier.chapters.ambassadors.selectors.audiences import reasons_of
from clausier.chapters.ambassadors.selectors.since import since_shown
from clausier.identity.access import person_of, signed_in
from clausier.identity.models import Person
from clausier.lib.refusals import RefusedError
from clausier.policy.models import Version
from clausier.policy.selectors import in_force, policy_of
from clausier.policy.selectors.showing import spoken_in


@signed_in
@require_safe
def sign(request: HttpRequest) -> HttpResponse:
    """Show what waits for the person's word, and what they answered before."""
    return render(request, "ambassadors/sign.html", page_of(person_of(request)))


@signed_in
@require_POST
def commit(request: HttpRequest) -> HttpResponse:
    """Take the person's word, or their refusal."""
    person = person_of(request)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return render(request, "ambassadors/sign.html", page_of(person, failed=form), status=400)
    try:
        answer = take_answer(person, form, declines="decline" in request.POST)
    except RefusedError as error:
        if error.refusal.code != TEXT_CHANGED:
            raise
        page = page_of(person, shown=form.cleaned_data["digest"]) | {"changed": error.refusal.sentence}
        return render(request, "ambassadors/sign.html", page, status=error.status)
    if answer.declined:
        messages.info(request, _("Your answer is recorded: you do not agree. It takes no access away from you."))
        return redirect("sign")
    return redirect("certificate", code=answer.code)


@signed_in
@require_POST
def remark(request: HttpRequest) -> HttpResponse:
    """Take a question or a concern."""
    person = person_of(request)
    form = remark_form(request.POST)
    if not form.is_valid():
        return render(request, "ambassadors/sign.html", page_of(person, remark=form), status=400)
    take_remark(person, form)
    messages.success(request, _("It is sent. The answer will come by e-mail, and stands on this page."))
    return redirect("sign")


def take_answer(person: Person, form: AnswerForm, *, declines: bool) -> Commitment:
    """Write an answer on the version in force. Raises Http404 before the first adoption."""
    version = in_force()
    if version is None:
        raise Http404
    said = form.cleaned_data
    return (actions.decline if declines else actions.commit)(
        person=person,
        version=version,
        word=said["word"],
        language=language_of(version),
        digest=said["digest"],
        clauses=said["clauses"],
    )


def take_remark(person: Person, form: RemarkForm) -> None:
    """Write a question or a concern."""
    said = form.cleaned_data
    if said["kind"] == "concern":
        actions.raise_concern(person=person, text=said["text"], clause=said["clause"], to=said["to"])
    else:
        actions.ask(person=person, text=said["text"], clause=said["clause"])


def remark_form(data: Any = None) -> RemarkForm:
    """Return the form of a question or a concern on the version in force."""
    version = in_force()
    shown = shown_clauses(version, language_of(version)) if version else {}
    clauses = [(name, f"{each.clause.number} {each.clause.title}") for name, each in shown.items()]
    return RemarkForm(data, clauses=clauses)


def page_of(
    person: Person, failed: AnswerForm | None = None, remark: RemarkForm | None = None, shown: str = ""
) -> dict[str, Any]:
    """Return what the page shows a person; what changed since the text of the digest ``shown``, when it is given."""
    version = in_force()
    asked = since_shown(asked_of(person), shown, version) if version else []
    language = language_of(version) if version else ""
    return {
        "version": version,
        "groups": groups_of(version, asked, language) if version else [],
        "reasons": reasons_of(person, asked, policy_of(version), language) if version else [],
        "answers": answers_of(person),
        "remarks": person.remarks.select_related("version"),
        "failed": failed,
        "form": remark or remark_form(),
        "representatives": representatives(),
        "person": person,
    }


def language_of(version: Version) -> str:
    """Return the language in which a version is shown on this page."""
    return spoken_in(version, get_language() or "")
