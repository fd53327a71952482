"""Read and sign by a link: for whoever has no e-mail, on their own telephone or on paper handed over."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clausier.chapters.ambassadors import actions
from clausier.chapters.ambassadors.actions.remark import LONGEST
from clausier.chapters.ambassadors.models import Commitment
from clausier.chapters.ambassadors.selectors import asked_of, groups_of
from clausier.identity.actions import spend_link
from clausier.identity.links import Handler, LinkWords
from clausier.identity.models import Link, Person
from clausier.policy.selectors import in_force
from clausier.policy.selectors.showing import spoken_in


def _person(link: Link) -> Person:
    if link.person is None:
        raise Http404
    return link.person


def _words(link: Link) -> LinkWords:
    sentences = "; ".join(group.sentence for group in _context(link)["groups"])
    return LinkWords(
        _("The policy, for %(name)s") % {"name": _person(link).name},
        _("Read what concerns you, then answer. You may ask a question or say that you do not agree."),
        _("I have read these clauses, here or elsewhere."),
        sentences or _("Nothing waits for your answer"),
    )


def _context(link: Link) -> dict[str, Any]:
    version = in_force()
    asked = asked_of(_person(link))
    groups = groups_of(version, asked, spoken_in(version, get_language() or "")) if version else []
    return {"version": version, "groups": groups, "longest": LONGEST}


@transaction.atomic
def _act(request: HttpRequest, link: Link) -> HttpResponseBase:
    """Take the answers and the question, if there is one, and spend the link, or none of it."""
    person = _person(link)
    answers = _answers(request, link, person)
    text = request.POST.get("text", "").replace("\0", "").strip()[:LONGEST]
    if text:
        actions.ask(person=person, text=text)
    spend_link(link)
    return render(request, "ambassadors/by_link_done.html", {"answers": answers, "has_asked": bool(text)})


def _answers(request: HttpRequest, link: Link, person: Person) -> list[Commitment]:
    page = _context(link)
    answer = actions.decline if request.POST.get("declines") else actions.commit
    return [
        answer(
            person=person,
            version=page["version"],
            word=group.word,
            language=spoken_in(page["version"], get_language() or ""),
            digest=request.POST.get("digest", ""),
            clauses=request.POST.get(f"clauses-{group.word}", "").split(","),
        )
        for group in page["groups"]
    ]


HANDLER = Handler(_words, _act, "ambassadors/by_link.html", _context)
