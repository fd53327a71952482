"""Signatures on paper: the sheet to print, and the page on which an officer enters what was collected."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clausier.chapters.ambassadors.actions import record_paper
from clausier.chapters.ambassadors.forms import PaperForm
from clausier.chapters.ambassadors.models import Campaign
from clausier.chapters.ambassadors.selectors.campaigns import present
from clausier.chapters.ambassadors.selectors.paper import team_to_sign, text_code, words_to_sign
from clausier.identity.access import needs, person_of
from clausier.identity.forms import attempt
from clausier.policy.selectors import policy_of

RIGHT = "ambassadors.paper.record"


@needs(RIGHT)
@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Show the sheet of a team, to be printed and signed by hand."""
    campaign, language = _campaign(), get_language() or "fr"
    team = request.GET.get("team", "")
    calls = list(team_to_sign(campaign, team))
    page = {
        "campaign": campaign,
        "team": team,
        "code": text_code(campaign.version),
        "calls": calls,
        "words": words_to_sign(campaign.version, [call.person for call in calls], language),
    }
    return render(request, "ambassadors/paper_sheet.html", page)


@needs(RIGHT)
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Enter the sheets that somebody collected."""
    campaign, team = _campaign(), request.GET.get("team")
    people = [call.person for call in team_to_sign(campaign, team)] if team is not None else []
    languages = policy_of(campaign.version).languages
    form = PaperForm(request.POST or None, request.FILES or None, people=people, languages=languages)
    if request.method == "POST" and attempt(form, lambda: _enter(request, form)):
        return redirect("campaigns")
    page = {"form": form, "campaign": campaign, "team": team, "code": text_code(campaign.version)}
    return render(request, "ambassadors/paper.html", page, status=400 if form.errors else 200)


def _enter(request: HttpRequest, form: PaperForm) -> None:
    declining = form.cleaned_data["declines"]
    people = [each for each in form.signed if each not in declining]
    found = record_paper(actor=person_of(request), sheet=form.sheet, people=people, declining=declining)
    entered = len({answer.person_id for answer in found.answers})
    sentence = ngettext("%(count)s person has answered.", "%(count)s people have answered.", entered)
    messages.success(request, sentence % {"count": entered})
    if found.left_aside:
        names = ", ".join(person.name for person in found.left_aside)
        messages.info(request, _("Nothing was asked any more of: %(names)s.") % {"names": names})


def _campaign() -> Campaign:
    campaign = present()
    if campaign is None:
        raise Http404
    return campaign
