"""What stands beside a clause: its examples as they run, its questions, the law it serves, the version in force."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from clausier.identity.access import needs
from clausier.policy import selectors
from clausier.policy.actions import Edit
from clausier.policy.selectors import clauses, comparing, consulting, drafting, parts, serving
from clausier.policy.selectors.desk import Desk
from clausier.policy.states import Change
from clausier.policy.views.desk import at_desk, told_of, tried

MAX_QUERY = 200


@needs("policy.drafts.edit")
@require_safe
@at_desk
def examples(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Run the examples of a clause against the draft as it is saved."""
    outcomes = drafting.outcomes(desk.draft, desk.folder, desk.clause)
    mark = parts.mark_of(parts.yaml_of(desk.draft.files, desk.edited.path, desk.clause.id, "examples"))
    page = desk.page("examples", outcomes=outcomes, count=len(desk.clause.examples), mark=mark)
    page["failing"] = sum(not each.passed for each in outcomes)
    return render(request, "policy/edit_examples.html", page)


@needs("policy.drafts.edit")
@require_safe
@at_desk
def questions(request: HttpRequest, desk: Desk) -> HttpResponse:
    """List the questions that people answer about a clause."""
    shown = [
        (question.ask.best(desk.language), [(each.text.best(desk.language), each.right) for each in question.choices])
        for question in desk.clause.questions
    ]
    mark = parts.mark_of(parts.yaml_of(desk.draft.files, desk.edited.path, desk.clause.id, "questions"))
    page = desk.page("questions", questions=shown, count=len(shown), mark=mark)
    return render(request, "policy/edit_questions.html", page)


@needs("policy.drafts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def law(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show the obligations that a clause serves, look for others, and tick those that it serves from now on."""
    query = request.GET.get("q", "")[:MAX_QUERY].strip()
    if request.method == "POST":
        told_of(request, tried(request, desk.draft, _law_edit(request, desk)))
        return redirect(request.get_full_path())
    language = get_language() or ""
    page = desk.page(
        "law",
        query=query,
        served=serving.served_by(desk.policy, desk.clause, language),
        found=serving.searched(desk.policy, desk.clause, query, language),
        mark=parts.mark_of(parts.yaml_of(desk.draft.files, desk.edited.path, desk.clause.id, "serves")),
    )
    return render(request, "policy/edit_law.html", page)


def _law_edit(request: HttpRequest, desk: Desk) -> Edit:
    path, clause = desk.edited.path, desk.clause
    known = serving.known()
    serves = [name for name in dict.fromkeys(request.POST.getlist("serves")) if name in known or name in clause.serves]
    return Edit(
        what=Change.LAW,
        seen=request.POST.get("seen", ""),
        shown=lambda draft: parts.yaml_of(draft.files, path, clause.id, "serves"),
        files=lambda draft: clauses.with_serves(draft.files, path, clause, serves),
        clause=clause.id,
    )


@needs("policy.drafts.edit")
@require_safe
@at_desk
def comments(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show what was said of a clause in consultation, with the answers."""
    said = [each for each in consulting.comments_of(desk.draft) if each.clause == desk.clause.id]
    return render(request, "policy/edit_comments.html", desk.page("comments", said=said))


@needs("policy.drafts.edit")
@require_safe
@at_desk
def compare(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show a clause beside how it reads in the version that is adopted."""
    base = selectors.base_of()
    page: dict[str, Any] = desk.page("compare", base=base, old=base, new=desk.draft)
    if base:
        whole = comparing.compared(base, desk.draft, desk.language, is_public=False)
        ours = [each for each in whole.clauses if each.id == desk.clause.id]
        page["comparison"] = whole._replace(clauses=ours, policy=[], withheld=0)
    return render(request, "policy/edit_compare.html", page)
