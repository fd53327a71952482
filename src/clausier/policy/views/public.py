"""The policy as anybody reads it: whole, a clause at a time, compared, and what it says of comments."""

from typing import Any
from unicodedata import category

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clausier.identity.access import public
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.identity.selectors import organization
from clausier.policy import selectors
from clausier.policy.models import Resolution, Version
from clausier.policy.selectors import commenting, comparing, showing
from clausier.policy.selectors.printing import KINDS
from clausier.policy.views import reading

FILES = {"pdf": "PDF", "docx": "Word", "html": gettext_lazy("Web page"), "md": "Markdown"}


@public
@require_safe
@reading.unless_known
def policy(request: HttpRequest) -> HttpResponse:
    """Show the version in force, or that there is none yet."""
    version = selectors.in_force()
    return _policy(request, version) if version else render(request, "policy/none.html")


@public
@require_safe
@reading.unless_known
def version(request: HttpRequest, number: str) -> HttpResponse:
    """Show a version, in force or not: what was adopted stays readable for ever."""
    return _policy(request, reading.version_or_404(number))


@public
@require_safe
@reading.unless_known
def clause(request: HttpRequest, number: str, clause: str) -> HttpResponse:
    """Show a clause as it reads in a version, between its neighbours, and how to cite it."""
    found = reading.version_or_404(number)
    page = reading.context(request, found)
    clauses = page["shown"].clauses()
    place = next((place for place, each in enumerate(clauses) if each.id == clause), None)
    if place is None:
        raise Http404
    page |= {
        "clause": clauses[place],
        "before": clauses[place - 1] if place else None,
        "after": clauses[place + 1] if place + 1 < len(clauses) else None,
        "now": _as_it_reads_now(found, clause),
        "address": f"{settings.PUBLIC_URL}{request.path}",
    }
    return render(request, "policy/clause.html", page)


@public
@require_safe
@reading.unless_known
def compare(request: HttpRequest) -> HttpResponse:
    """Show two adopted versions side by side; the two last ones when none is named."""
    known = showing.versions()
    old, new = (_chosen(request, name, known[place:]) for name, place in (("from", 1), ("to", 0)))
    page: dict[str, Any] = {"versions": known, "old": old, "new": new}
    if old and new:
        language = reading.spoken(request, new)
        page["comparison"] = comparing.compared(old, new, language, is_public=reading.is_public(request))
        page |= {"language": language, "is_other_language": language != get_language()}
    return render(request, "policy/compare.html", page)


@public
@require_safe
@reading.unless_known
def comments(request: HttpRequest) -> HttpResponse:
    """Show where one may comment and why, what is removed, and how to appeal."""
    found = selectors.in_force()
    if found is None:
        return render(request, "policy/none.html")
    page = reading.context(request, found)
    page["comments"] = commenting.comments_policy(found, page["language"])
    return render(request, "policy/comments.html", page)


@public
@require_safe
@reading.unless_known
def feed(request: HttpRequest) -> HttpResponse:
    """Tell each adopted version to those who follow the policy."""
    known, now = organization(), selectors.in_force()
    told = Atom1Feed(
        title=_plain(showing.shown(now, reading.spoken(request, now), is_public=True).title if now else _("Policy")),
        link=settings.PUBLIC_URL + reverse("policy"),
        description="",
        author_name=_plain(known.name) if known else None,
        language=get_language(),
        feed_url=settings.PUBLIC_URL + request.path,
    )
    for each in showing.versions():
        link = settings.PUBLIC_URL + reverse("policy-version", args=[each.number])
        title = _plain(_("Version %(number)s: %(title)s") % {"number": each.number, "title": each.title})
        told.add_item(title, link, _summary(each), pubdate=each.adopted, updateddate=each.adopted)
    return HttpResponse(told.writeString("utf-8"), content_type=told.content_type)


def _policy(request: HttpRequest, version: Version) -> HttpResponse:
    page = reading.context(request, version) | {"versions": showing.versions(), "previous": showing.before(version)}
    page |= {
        "kinds": [(kind, FILES[kind]) for kind in KINDS],
        "embedded": settings.PUBLIC_URL + reverse("policy-embedded"),
        "resolution": Resolution.objects.filter(version=version).first(),
        "may_see_scan": isinstance(request.user, Person) and can(request.user, "policy.drafts.view"),
        "first": next(iter(page["shown"].clauses()), None),
    }
    return render(request, "policy/policy.html", page)


def _as_it_reads_now(version: Version, clause: str) -> Version | None:
    """Return the version in force when it is another one that has the clause too."""
    now = selectors.in_force()
    return now if now and now != version and selectors.clause_of(now, clause) else None


def _chosen(request: HttpRequest, name: str, otherwise: list[Version]) -> Version | None:
    number = request.GET.get(name)
    if not number:
        return otherwise[0] if otherwise else None
    if not all(part.isdigit() and len(part) < len("10000") for part in number.split(".", 1)) or "." not in number:
        raise Http404
    return reading.version_or_404(number)


def _summary(version: Version) -> str:
    """Return when a version is in force, and which clauses came, changed or went."""
    day = date_format(timezone.localdate(version.in_force_from), "DATE_FORMAT") if version.in_force_from else ""
    words = [_("In force from %(day)s.") % {"day": day}]
    old = showing.before(version)
    changes = comparing.compared(old, version, get_language() or "", is_public=True).clauses if old else []
    kinds = (
        (_("New: %(clauses)s."), [each for each in changes if each.before is None]),
        (_("Changed: %(clauses)s."), [each for each in changes if each.before and each.after]),
        (_("Repealed: %(clauses)s."), [each for each in changes if each.after is None]),
    )
    return " ".join([*words, *(_told(sentence, clauses) for sentence, clauses in kinds if clauses)])


def _plain(words: str) -> str:
    """Return words without the control characters that somebody pasted, which XML cannot hold."""
    return "".join(" " if category(each) == "Cc" else each for each in words)


def _told(sentence: str, clauses: list[comparing.ShownClauseChange]) -> str:
    return sentence % {"clauses": "; ".join(f"{each.after or each.before} {each.title}" for each in clauses)}
