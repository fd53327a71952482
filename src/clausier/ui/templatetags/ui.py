"""The tags of the components."""

from django import template
from django.urls import translate_url
from django.utils.translation import get_language

register = template.Library()


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
