"""Before the adoption: what is in order, what is missing, and who was consulted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from clausier.identity.access import needs, person_of
from clausier.identity.permissions import can
from clausier.policy import selectors
from clausier.policy.forms.adoption import ConsultationForm, WhyForm
from clausier.policy.permissions import offered
from clausier.policy.selectors import agreeing, checking, consulting, showing
from clausier.policy.views.drafts import readable_or_404

# The pages of other rooms that prove how a policy is lived, and the right that each takes.
PROOFS = {"made-known": "ambassadors.progress.view", "even": "moderation.fairness.view"}


@needs("policy.drafts.view")
@require_safe
def checks(request: HttpRequest, uid: str) -> HttpResponse:
    """Show what a text still lacks before it is adopted, each with its proof."""
    found = readable_or_404(request, uid)
    if selectors.folder_of(found).policy is None:
        return redirect("policy-draft", found.uid)
    language = showing.spoken_in(found, get_language() or "")
    checked, asked = checking.checks_of(found, language), checking.tests_of(found, language)
    states = [*(each.state for each in checked), *(each.state for each in asked)]
    page = {
        "version": found,
        "language": language,
        "verbs": offered(person_of(request), found),
        "held": consulting.held_back(found),
        "checks": checked,
        "tests": asked,
        "to_mend": states.count(checking.MEND),
        "to_look": states.count(checking.LOOK),
        "level": checking.level_of(found, language),
        "duties": checking.duties_of(found, language),
        "removed": [
            (each, WhyForm(initial={"clause": each.id, "reason": each.reason}))
            for each in checking.removed_of(found, language)
        ],
        "records": consulting.records_of(found),
        "comments": consulting.comments_of(found),
        "steps": agreeing.steps_of(found),
        "form": ConsultationForm(),
        "proofs": [page for page, permission in PROOFS.items() if can(person_of(request), permission)],
    }
    return render(request, "policy/checks.html", page)
