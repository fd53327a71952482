"""The tags of the components."""

import re
from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.http import QueryDict
from django.urls import translate_url
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from clausier.lib import clock
from clausier.ui import moments

register = template.Library()
THEMES = ("light", "dark")


@register.inclusion_tag("ui/icon.html")
def icon(name: str, label: str = "") -> dict[str, str]:
    """Draw an icon of the sprite; without a label it is decoration and is not read aloud."""
    return {"name": name, "label": label}


@register.simple_tag(takes_context=True)
def other_language_url(context: template.Context) -> str:
    """Return the address of this page in the other language, its query included."""
    request = context.get("request")
    other = "en" if get_language() == "fr" else "fr"
    return translate_url(request.get_full_path(), other) if request else f"/{other}/"


@register.simple_tag(takes_context=True)
def theme(context: template.Context) -> str:
    """Return the theme that the person chose in this browser, or "" for that of the machine."""
    chosen = context["request"].COOKIES.get("theme", "") if "request" in context else ""
    return chosen if chosen in THEMES else ""


@register.simple_tag
def moment(value: date | None, form: str = "relative") -> SafeString | str:
    """Show a moment, or a day, as people say it, with the exact one behind.

    ``form`` is ``relative`` (*2 hours ago*), ``exact`` (day and hour), ``day`` or ``due`` (*before Friday*, *late by 2
    days*). Nothing is shown for None.
    """
    if value is None:
        return ""
    here = moments.here(value)
    said = {"relative": moments.relative, "exact": moments.exact, "day": moments.day, "due": moments.due}[form](here)
    title = moments.exact(here)
    return format_html(
        '<time datetime="{}"{}>{}</time>',
        here.isoformat(timespec="minutes") if isinstance(here, datetime) else here.isoformat(),
        format_html(' title="{}"', title) if title != said else "",
        said,
    )


@register.filter
def unfolded(text: str) -> SafeString:
    """Show a text that was folded for its editor: the end of a line is a space, an empty line parts two paragraphs."""
    parts = (" ".join(part.splitlines()) for part in re.split(r"\n[ \t]*\n", text))
    return format_html_join(mark_safe("<br><br>"), "{}", ((part,) for part in parts))


@register.simple_tag
def now_here() -> SafeString | str:
    """Show the present moment of the clock, whole: for a demonstration whose clock was set."""
    return moment(clock.now(), "exact")


@register.inclusion_tag("ui/problems.html")
def problems(form: BaseForm) -> dict[str, Any]:
    """Tell, above a form, all that is to be mended in it, each with a link to its field."""
    wrong = [field for field in form if field.errors] if form.is_bound else []
    return {"form": form, "wrong": wrong, "total": len(wrong) + len(form.non_field_errors())}


@register.inclusion_tag("ui/pager.html", takes_context=True)
def pager(context: template.Context, page: Page[Any], name: str = "page") -> dict[str, Any]:
    """Lead to the pages before and after, with the rest of the query as it is."""
    request = context.get("request")
    query = request.GET if request else QueryDict()

    def link(number: int) -> str:
        asked = query.copy()
        asked[name] = str(number)
        return f"?{asked.urlencode()}"

    return {
        "page": page,
        "previous": link(page.previous_page_number()) if page.has_previous() else "",
        "next": link(page.next_page_number()) if page.has_next() else "",
    }
