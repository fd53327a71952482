"""What the pages of the room are made of: a comment, the forms about it, and what is carried from page to page."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from clausier.chapters.moderation.forms import LAW, AskForm, CaseForm, RestoreForm, proposed
from clausier.chapters.moderation.models import Review
from clausier.chapters.moderation.permissions import Case, may_second, sound
from clausier.chapters.moderation.selectors import queue, todo
from clausier.chapters.moderation.selectors.desk import Desk, desk_of
from clausier.chapters.moderation.selectors.grounds import Ground, seen_by_after
from clausier.chapters.moderation.states import MOVES
from clausier.decisions.states import Effect
from clausier.identity.access import person_of
from clausier.identity.permissions import can
from clausier.lib.refusals import Refusal, RefusedError


class Carried(NamedTuple):
    """What goes along from one page of the room to the next: one channel, and whether texts are veiled."""

    channel: str = ""
    quiet: str = ""

    @property
    def query(self) -> str:
        """The query of a link that carries it."""
        said = {name: value for name, value in self._asdict().items() if value}
        return f"?{urlencode(said)}" if said else ""

    @property
    def more(self) -> str:
        """The same, to which something is added."""
        return f"{self.query}&" if self.query else "?"


def carried(request: HttpRequest) -> Carried:
    """Return what the request carries."""
    said = request.POST or request.GET
    return Carried(said.get("channel", "")[:32], said.get("quiet", "")[:1])


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what every page of the room shows around its matter."""
    person = person_of(request)
    return {
        "carried": carried(request),
        "counts": queue.counts(),
        "to_do": todo.count(),
        "channels": queue.channels(),
        "may_decide": can(person, "moderation.decide"),
        "last": queue.last_act_of(person),
    }


def comment_page(request: HttpRequest, review: Review | None, status: int = 200, **more: Any) -> HttpResponse:
    """Answer with one comment: the whole page, or only its desk to the script that asked for it."""
    person = person_of(request)
    context = frame(request) | {"desk": None, "colleagues": []} | more
    if review:
        desk = desk_of(review, get_language() or "fr")
        colleagues = queue.colleagues_of(person)
        context |= {
            "desk": desk,
            "colleagues": colleagues,
            "ask": AskForm(colleagues, prefix="ask"),
            "restore": RestoreForm(prefix="restore"),
            "own_proposal": bool(desk.proposal and may_second(person, desk.proposal)),
            "cited_proposal": _cited(desk, desk.proposal.clause) if desk.proposal else None,
            "seen_by": seen_by_after(desk.item.channel, Effect.HIDE, get_language() or "fr"),
            "effect": request.GET.get("effect", ""),
            "seen_ground": next((each for each in desk.grounds if each.is_found), None),
            "is_away": bool(review.closed) and review.status in MOVES["restore"].sources,
        }
        context |= _case(desk, context)
    partial = bool(getattr(request, "htmx", False))
    name = "moderation/desk.html" if partial else "moderation/moderation.html"
    return render(request, name, context, status=200 if partial else status)


def go_on(request: HttpRequest, review: Review | None = None) -> HttpResponse:
    """Lead to the next comment, or to one that stays: at once to the script, by a redirection to a plain form."""
    if getattr(request, "htmx", False):
        person = person_of(request)
        return comment_page(request, review or queue.next_for(person, carried(request).channel))
    address = reverse("moderation-review", args=[review.uid]) if review else reverse("moderation")
    return redirect(address + carried(request).query)


def case_form(request: HttpRequest, review: Review) -> CaseForm | None:
    """Return the form of the ground that is asked for, filled with what the signals show, or None."""
    ground, effect = request.GET.get("ground", ""), request.GET.get("effect", "")
    if not ground:
        return None
    desk = desk_of(review, "fr")
    cited = _cited(desk, ground)
    if not desk.effects or (cited is None and ground != LAW):
        return None
    return CaseForm(review.item, initial=proposed(review.item, cited, effect))


def _case(desk: Desk, context: dict[str, Any]) -> dict[str, Any]:
    """Return what the form of a ground needs beside itself: the ground, and why a second person must agree."""
    form: CaseForm | None = context.get("form")
    if form is None:
        return {}
    chosen = form["ground"].value()
    return {"cited": _cited(desk, chosen), "why_second": _why_second(desk, form)}


def _cited(desk: Desk, clause: str) -> Ground | None:
    return next((each for each in desk.grounds if each.clause.id == clause), None)


def _why_second(desk: Desk, form: CaseForm) -> Refusal | None:
    """Return why the case as it stands would wait for a second person; what is still missing is taken as said."""
    chosen = form["ground"].value()
    said = {"clause": "", "law": "…"} if chosen == LAW else {"clause": chosen}
    passage = form["quote"].value() or desk.item.text
    try:
        return sound(desk.item, Case(form["effect"].value(), "…", quote=passage, **said)).why_second
    except (ValidationError, RefusedError):  # the form itself will tell what is wrong
        return None
