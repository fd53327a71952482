"""What a clause does: its rules and statements by forms, read aloud as they are written."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clausier.document.asking import PARTS, Names, names_in
from clausier.identity.access import needs
from clausier.policy.actions import Edit
from clausier.policy.forms import AskedForm
from clausier.policy.forms.asked import TURN
from clausier.policy.models import Unsaved
from clausier.policy.selectors import drafting, parts
from clausier.policy.selectors.desk import Desk
from clausier.policy.selectors.parts import Spot
from clausier.policy.states import Change
from clausier.policy.views.desk import (
    Outcome,
    at_desk,
    forget,
    is_live,
    keep,
    sent_or_kept,
    spot_url,
    told_of,
    tried,
)
from clausier.policy.views.drafts import UNREADABLE

# The tab on which a part is listed, and what a change of it is.
TABS = {"examples": ("examples", Change.EXAMPLES), "questions": ("questions", Change.QUESTIONS)}
LISTS = {"does": "policy-clause-does", "examples": "policy-clause-examples", "questions": "policy-clause-questions"}


@dataclass(frozen=True)
class Work:
    """A part of a clause in its form: where it stands, its value as it is saved, and the form."""

    desk: Desk
    spot: Spot
    value: Any
    form: AskedForm

    @property
    def tab(self) -> str:
        """Return the tab of the part."""
        return TABS.get(self.spot.part.name, ("does", Change.EFFECT))[0]

    @property
    def what(self) -> Change:
        """Return what a change of the part is."""
        return TABS.get(self.spot.part.name, ("does", Change.EFFECT))[1]

    @property
    def aloud(self) -> list[str]:
        """Return what the part says as it is typed, read aloud; nothing while it does not read."""
        value = self.form.typed.value if self.form.is_bound else self.value
        if value is None:
            return []
        desk = self.desk
        return parts.read_aloud(desk.folder, desk.clause, self.spot.part, value, get_language() or "")

    @property
    def saved_aloud(self) -> list[str]:
        """Return what the part says as it is saved: what somebody else has written, to whoever comes late."""
        if self.value is None:
            return []
        desk = self.desk
        return parts.read_aloud(desk.folder, desk.clause, self.spot.part, self.value, get_language() or "")

    @property
    def outcome(self) -> drafting.ShownOutcome | None:
        """Return what an example gives as it is typed; None for anything else."""
        value = self.form.typed.value if self.form.is_bound else self.value
        if self.spot.part.name != "examples" or value is None:
            return None
        return drafting.tried_out(self.desk.draft, self.desk.folder, self.desk.clause, value)

    @property
    def outcomes(self) -> list[drafting.ShownOutcome]:
        """Return what the examples of the clause give with a rule as it is typed."""
        value, place = self.form.typed.value, self.spot.place
        if self.spot.part.name != parts.RULES or value is None or place is None:
            return []
        rules = (*self.desk.clause.rules[:place], value, *self.desk.clause.rules[place + 1 :])
        return drafting.outcomes_alone(self.desk.folder, replace(self.desk.clause, rules=rules))


@needs("policy.drafts.edit")
@require_safe
@at_desk
def does(request: HttpRequest, desk: Desk) -> HttpResponse:
    """List the rules and statements of a clause, read aloud, and offer to add some."""
    language = get_language() or ""
    shown = parts.parts_of(desk.draft, desk.folder, desk.edited, language)
    offered = parts.missing_parts(desk.clause, language)
    return render(request, "policy/edit_does.html", desk.page("does", parts=shown, offered=offered))


@needs("policy.drafts.edit")
@require_safe
@at_desk
def add(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Lead to the empty form of a kind of rule or statement."""
    part = PARTS.get(request.GET.get("kind", ""))
    if part is None:
        return redirect("policy-clause-does", desk.draft.uid, desk.clause.id)
    held = getattr(desk.clause, part.name)
    if not part.is_several:
        return redirect("policy-clause-part", desk.draft.uid, desk.clause.id, part.name)
    return redirect("policy-clause-item", desk.draft.uid, desk.clause.id, part.name, len(held))


@needs("policy.drafts.edit")
@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def part(request: HttpRequest, desk: Desk, name: str, place: int | None = None) -> HttpResponse:
    """Edit a rule, a statement, an example or a question by its form."""
    spot = parts.found_again(desk.clause, _spot_or_404(desk, name, place), request.POST.get("was", ""))
    value = parts.value_of(desk.clause, spot)
    typed_in = f"{desk.clause.id}/{name}/{'new' if value is None else parts.identity(value)}"
    if request.method == "POST" and "forget" in request.POST:
        return forget(request, desk.draft, typed_in)
    sent, kept = sent_or_kept(request, desk.draft, typed_in)
    form = AskedForm(
        spot.part.asked, spot.part.hint, names(desk), value=value, sent=dict(sent.lists()) if sent else None
    )
    work = Work(desk, spot, value, form)
    if is_live(request) and "examples" in request.GET:
        return render(request, "policy/_tried.html", {"outcomes": work.outcomes})
    if is_live(request):
        keep(request, desk.draft, typed_in)
        return render(request, "policy/_aloud.html", {"work": work, "is_live": True})
    is_sent = request.method == "POST" and TURN not in request.POST
    outcome = _saved(request, work, typed_in) if is_sent else None
    if outcome and outcome.is_saved:
        return redirect(spot_url(LISTS[work.tab], desk))
    return _page(request, work, outcome, kept)


def names(desk: Desk) -> Names:
    """Return the names that the forms of a draft offer."""
    return names_in(drafting.with_lists(desk.folder), desk.policy, get_language() or "", desk.clause)


def _spot_or_404(desk: Desk, name: str, place: int | None) -> Spot:
    part = PARTS.get(name)
    if part is None or part.is_several == (place is None):
        raise Http404
    if place is not None and place > len(getattr(desk.clause, name)):
        raise Http404
    return Spot(desk.edited.path, desk.clause.id, part, place)


def _saved(request: HttpRequest, work: Work, typed_in: str) -> Outcome:
    if not work.form.is_valid:
        return Outcome(is_saved=False)
    spot, typed = work.spot, work.form.typed
    edit = Edit(
        what=work.what,
        seen=request.POST.get("seen", ""),
        shown=lambda draft: parts.written(draft, spot),
        files=lambda draft: parts.with_part(draft.files, spot, work.value, typed, work.desk.clause),
        clause=spot.clause,
        place=typed_in,
    )
    return tried(request, work.desk.draft, edit)


def _page(request: HttpRequest, work: Work, outcome: Outcome | None, kept: Unsaved | None) -> HttpResponse:
    """Show the form: with what is wrong, and with what somebody else has saved in the meantime."""
    desk, now = work.desk, parts.written(work.desk.draft, work.spot)
    mark = parts.mark_of(now)
    seen = _seen(request, kept) or mark
    is_late = seen != mark
    page = desk.page(
        work.tab,
        work=work,
        kept=kept,
        mark=mark,
        was=parts.identity(work.value) if work.value is not None else "",
        said=outcome.said if outcome else "",
        theirs=now if is_late else "",
        is_late=is_late,
        back=spot_url(LISTS[work.tab], desk),
    )
    return render(request, "policy/edit_part.html", page, status=UNREADABLE if outcome else 200)


def _seen(request: HttpRequest, kept: Unsaved | None) -> str:
    """Return the mark of what the person has before their eyes; "" when they begin."""
    if request.method == "POST":
        return request.POST.get("seen", "")
    return "".join(kept.typed.get("seen", [])) if kept else ""


@needs("policy.drafts.edit")
@require_POST
@at_desk
def move(request: HttpRequest, desk: Desk, name: str, place: int | None = None) -> HttpResponse:
    """Take a rule or a statement out of a clause, or put it before or behind its neighbour."""
    spot = _spot_or_404(desk, name, place)
    if parts.value_of(desk.clause, spot) is None:
        raise Http404
    tab, what = TABS.get(name, ("does", Change.EFFECT))
    verb = request.POST.get("verb", "")
    by = {"up": -1, "down": 1}.get(verb)
    if by is None and verb != "delete":
        raise Http404
    edit = Edit(
        what=what if by is None else Change.MOVED,
        seen=request.POST.get("seen") or parts.mark_of(parts.written(desk.draft, spot)),
        shown=lambda draft: parts.written(draft, spot),
        files=lambda draft: (
            parts.without_part(draft.files, spot, desk.clause)
            if by is None
            else parts.with_part_moved(draft.files, spot, by)
        ),
        clause=desk.clause.id,
    )
    told_of(request, tried(request, desk.draft, edit))
    return redirect(spot_url(LISTS[tab], desk))
