"""Questions and concerns, for those who answer them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clausier.chapters.ambassadors.actions import answer_remark
from clausier.chapters.ambassadors.forms import ReplyForm
from clausier.chapters.ambassadors.selectors import readable_by, representatives
from clausier.chapters.ambassadors.selectors.remarks import ANSWER
from clausier.identity.access import person_of, signed_in
from clausier.identity.permissions import can

PAGE = 30


@signed_in
@require_safe
def remarks(request: HttpRequest) -> HttpResponse:
    """Show the questions and concerns that are for the person to answer; nobody else knows of the page."""
    person = person_of(request)
    if not can(person, ANSWER) and person not in representatives():
        raise Http404
    waiting = (
        readable_by(person).order_by("-answered", "at")
        if "done" in request.GET
        else (readable_by(person).filter(answered=None).order_by("at"))
    )
    page = Paginator(waiting, PAGE).get_page(request.GET.get("page"))
    return render(request, "ambassadors/remarks.html", {"remarks": page, "done": "done" in request.GET})


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def remark(request: HttpRequest, uid: str) -> HttpResponse:
    """Show one question or concern, and take its answer."""
    person = person_of(request)
    found = get_object_or_404(readable_by(person), uid=uid)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer_remark(actor=person, remark=found, answer=form.cleaned_data["answer"])
        messages.success(request, _("The answer is sent."))
        return redirect("remarks")
    status = 400 if form.errors else 200
    return render(request, "ambassadors/remark.html", {"remark": found, "form": form}, status=status)
