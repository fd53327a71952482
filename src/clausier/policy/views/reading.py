"""What every public page of the policy does: the language of its reader, and whether the reader has it already."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import translate_url
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import condition

from clausier import __version__
from clausier.document.languages import LANGUAGE_NAMES
from clausier.identity import rooms
from clausier.identity.models import Person
from clausier.identity.selectors import organization
from clausier.policy import selectors
from clausier.policy.models import Version
from clausier.policy.selectors import showing

View = Callable[..., HttpResponse]
INTERFACE = [code for code, _ in settings.LANGUAGES]


def unless_known(view: View) -> View:
    """Answer 304 to a reader who has the page as it is: it changes with a version, the facts, or who reads it."""

    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_cache=True)
        return response

    return condition(etag_func=_mark)(answer)


def is_public(request: HttpRequest) -> bool:
    """Tell whether a page is read by anybody: internal clauses are for the people of the organisation."""
    return not request.user.is_authenticated


def version_or_404(number: str) -> Version:
    """Return the adopted version of a number; what is not adopted is not known to exist."""
    version = selectors.version_of(number)
    if version is None:
        raise Http404
    return version


def spoken(request: HttpRequest, version: Version) -> str:
    """Return the language in which the text is shown: the one asked for, else that of the page, else its first."""
    return showing.spoken_in(version, request.GET.get("in") or get_language() or "")


def context(request: HttpRequest, version: Version) -> dict[str, Any]:
    """Return what a page about a version shows: its text, where it stands, and its other languages."""
    language = spoken(request, version)
    return {
        "version": version,
        "shown": showing.shown(version, language, is_public=is_public(request)),
        "standing": showing.standing_of(version) if version.in_force_from else None,
        "language": language,
        "is_other_language": language != get_language(),
        "language_name": _named(language, get_language() or ""),
        "others": _others(request, version, language),
        "has_tabs": not set(selectors.policy_of(version).languages) <= set(INTERFACE),
    }


def _others(request: HttpRequest, version: Version, language: str) -> list[dict[str, str]]:
    """Return the other languages of a text; a policy of one language shows no switch."""
    languages = selectors.policy_of(version).languages
    return [
        {"code": each, "name": _named(each, each), "url": _in(request, each)} for each in languages if each != language
    ]


def _in(request: HttpRequest, language: str) -> str:
    path = request.path
    return translate_url(path, language) if language in INTERFACE else f"{path}?in={language}"


def _named(language: str, spoken_in: str) -> str:
    label = LANGUAGE_NAMES.get(language)
    return label.in_language(spoken_in) if label else language


def _mark(request: HttpRequest, *_args: Any, **_kwargs: Any) -> str | None:
    """Return the mark of a page as it is now; none while the program is being written, or a message waits."""
    if settings.DEBUG or len(get_messages(request)):
        return None
    facts, known, person = selectors.facts_revision(), organization(), request.user
    now = selectors.in_force()
    who = [person.uid, *sorted(person.roles), str(person.keys)] if isinstance(person, Person) else []
    newest = [f"{each.uid}{each.digest}" for each in showing.versions()[:1]]
    parts = [__version__, get_language() or "", request.get_full_path(), request.COOKIES.get("theme", "")]
    parts += [
        ",".join(sorted(rooms.run_by(known))),
        facts.uid if facts else "",
        known.name if known else "",
        now.uid if now else "",
        *newest,
        *who,
    ]
    said = "\n".join(parts)
    return f'"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'
