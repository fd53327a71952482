"""Read and sign by a link: for whoever has no e-mail, on their own telephone or on paper handed over."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clausier.chapters.ambassadors import actions
from clausier.chapters.ambassadors.actions.commit import TEXT_CHANGED
from clausier.chapters.ambassadors.actions.remark import LONGEST
from clausier.chapters.ambassadors.models import Commitment, Remark
from clausier.chapters.ambassadors.selectors import asked_of, groups_of, representatives
from clausier.chapters.ambassadors.selectors.audiences import reasons_of
from clausier.chapters.ambassadors.selectors.since import since_shown
from clausier.identity.actions import spend_link
from clausier.identity.links import Handler, LinkWords
from clausier.identity.models import Link, Person
from clausier.lib.refusals import RefusedError
from clausier.policy.selectors import in_force, policy_of
from clausier.policy.selectors.showing import spoken_in


def _person(link: Link) -> Person:
    if link.person is None:
        raise Http404
    return link.person


def _words(link: Link) -> LinkWords:
    sentences = "; ".join(group.sentence for group in asked_page(_person(link))["groups"])
    return LinkWords(
        _("The policy, for %(name)s") % {"name": _person(link).name},
        _("Read what concerns you, then answer. You may ask a question or say that you do not agree."),
        _("I am %(name)s, and I have read these clauses, here or elsewhere.") % {"name": _person(link).name},
        sentences or _("Nothing waits for your answer"),
    )


def asked_page(person: Person, shown: str = "") -> dict[str, Any]:
    """Return what the page shows a person who is not signed in: what waits for their word, and why.

    ``shown`` is the digest of another text that they had before them: what changed since is marked.
    """
    version = in_force()
    if version is None:
        return {"version": None, "groups": [], "longest": LONGEST}
    language = spoken_in(version, get_language() or "")
    asked = since_shown(asked_of(person), shown, version)
    reasons = reasons_of(person, asked, policy_of(version), language)
    return {
        "version": version,
        "groups": groups_of(version, asked, language),
        "reasons": reasons,
        "representatives": representatives(),
        "longest": LONGEST,
    }


def _act(request: HttpRequest, link: Link) -> HttpResponseBase:
    """Take the answers and the question, if there is one, and spend the link, or none of it.

    A text that changed since it was shown is shown again, with what changed; the link stays good.
    """
    person = _person(link)
    try:
        with transaction.atomic():
            done = take(request, person)
            spend_link(link)
    except RefusedError as error:
        page = changed_page(request, person, error) | {"words": _words(link), "link": link}
        return render(request, "ambassadors/by_link.html", page, status=error.status)
    return render(request, "ambassadors/by_link_done.html", done)


def changed_page(request: HttpRequest, person: Person, error: RefusedError) -> dict[str, Any]:
    """Return the page again, with what changed since it was shown. Raises any other refusal."""
    if error.refusal.code != TEXT_CHANGED:
        raise error
    return asked_page(person, request.POST.get("digest", "")) | {"changed": error.refusal.sentence}


def take(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Take the answers of a person to what was on the page, and what they wrote; return what the last page shows."""
    answers = _answers(request, person)
    text = request.POST.get("text", "").replace("\0", "").strip()[:LONGEST]
    is_private = bool(text and request.POST.get("private"))
    if is_private:
        actions.raise_concern(person=person, text=text, to=Remark.To.REPRESENTATIVE)
    elif text:
        actions.ask(person=person, text=text)
    return {"answers": answers, "has_asked": bool(text), "is_private": is_private}


def _answers(request: HttpRequest, person: Person) -> list[Commitment]:
    page = asked_page(person)
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


HANDLER = Handler(_words, _act, "ambassadors/by_link.html", lambda link: asked_page(_person(link)))
