"""A manager's own people: late or done, and nothing more."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from clausier.chapters.ambassadors.actions import remind_again
from clausier.chapters.ambassadors.selectors import team_of
from clausier.chapters.ambassadors.selectors.campaigns import LATE, present
from clausier.identity.access import needs, person_of

PAGE = 50


@needs("ambassadors.progress.view")
@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """Show where each of one's own people stands."""
    standings = team_of(person_of(request))
    late = sum(1 for each in standings if each.state == LATE)
    page = Paginator(standings, PAGE).get_page(request.GET.get("page"))
    return render(request, "ambassadors/progress.html", {"standings": page, "late": late, "total": len(standings)})


@needs("ambassadors.progress.view")
@require_POST
def remind(request: HttpRequest) -> HttpResponse:
    """Have those of one's own people who are late reminded."""
    campaign = present()
    if campaign is None:
        raise Http404
    say_reminded(request, remind_again(actor=person_of(request), campaign=campaign))
    return redirect("progress")


def say_reminded(request: HttpRequest, count: int) -> None:
    """Tell how many will be reminded, and when."""
    sentence = ngettext(
        "%(count)s person will be reminded at the next hour that is theirs.",
        "%(count)s people will be reminded, each at the next hour that is theirs.",
        count,
    )
    messages.success(request, sentence % {"count": count})
