"""The tag by which every room cites a clause."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from clausier.document.rendering import marked_up
from clausier.document.vocabulary import ACTIONS, Label
from clausier.policy.models import Repeal, Version
from clausier.policy.selectors import cite, versions

register = template.Library()


@register.simple_tag
def clause(version: Version | None, name: str) -> SafeString:
    """Cite a clause of a version: its number, its title when one points at it, and a link to how it read."""
    cited = cite(version, name, get_language() or "") if version else None
    if cited is None:
        return format_html('<span class="clause">{}</span>', name)
    if not cited.url:
        return format_html('<span class="clause" title="{}">{}</span>', cited.title, cited.number)
    return format_html('<a class="clause" href="{}" title="{}">{}</a>', cited.url, cited.title, cited.number)


@register.simple_tag
def repealed() -> Repeal | None:
    """Return the repeal by which no policy is in force now, where there is one."""
    return versions.repealed()


@register.filter
def of_key(values: Mapping[str, Any], key: str) -> Any:
    """Return what a mapping holds under a key that the page has in hand."""
    return values.get(key)


@register.filter
@lru_cache(maxsize=1000)  # the clauses of a few versions, in their languages
def markdown(text: str) -> SafeString:
    """Show the Markdown of a clause: known tags only, no script, no style."""
    return SafeString(marked_up(text))  # cleaned by nh3


@register.filter
def in_language(label: Label) -> str:
    """Return the words of a name of the vocabulary in the language being spoken."""
    return label.in_language(get_language() or "en")


@register.filter
def action(name: str) -> str:
    """Return what people read for an action of the rules."""
    return ACTIONS[name].in_language(get_language() or "en") if name in ACTIONS else name
