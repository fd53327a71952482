"""The components, each in every state, on one page: to look at them, and for the tests of accessibility."""

import re
from datetime import timedelta
from importlib.resources import files
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from clausier.identity.access import public
from clausier.identity.selectors import organization
from clausier.lib import clock

# The names of the sprite.
ICONS = re.findall(r'<symbol id="([\w-]+)"', (files("clausier.ui") / "static/ui/icons.svg").read_text(encoding="utf-8"))
REASONS = [
    ("words", pgettext_lazy("sample", "Its words")),
    ("facts", pgettext_lazy("sample", "Its facts")),
    ("moment", pgettext_lazy("sample", "Its moment")),
]


class ExampleForm(forms.Form):
    """A field of each kind."""

    subject = forms.CharField(
        label=pgettext_lazy("sample", "Subject"),
        help_text=pgettext_lazy("sample", "As it will stand on the notice."),
        max_length=80,
    )
    email = forms.EmailField(label=pgettext_lazy("sample", "E-mail"), required=False)
    text = forms.CharField(label=pgettext_lazy("sample", "What you wish to say"), widget=forms.Textarea)
    reason = forms.ChoiceField(label=pgettext_lazy("sample", "Reason"), choices=REASONS)
    where = forms.ChoiceField(
        label=pgettext_lazy("sample", "Network"), choices=REASONS, widget=forms.RadioSelect(attrs={"class": "chips"})
    )
    aspects = forms.MultipleChoiceField(
        label=pgettext_lazy("sample", "Aspects"), choices=REASONS, widget=forms.CheckboxSelectMultiple
    )
    day = forms.DateField(label=pgettext_lazy("sample", "Day"), widget=forms.DateInput(attrs={"type": "date"}))
    sure = forms.BooleanField(label=pgettext_lazy("sample", "I have read what is kept, and for how long"))


@public
@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show the components; a page for those who make pages, closed where real people work."""
    home = organization()
    if not (settings.DEBUG or (home and home.demonstration)):
        raise Http404
    return render(request, "web/components.html", samples())


def samples() -> dict[str, Any]:
    """Return what the components are shown with."""
    now = clock.now()
    spans = {"minutes": 8, "hours": 5}, {"days": 1}, {"days": 12}, {"days": 90}
    bad = ExampleForm(
        {"subject": "", "email": "camille", "text": "…", "reason": "words", "where": "facts"}, auto_id="wrong_%s"
    )
    return {
        "form": ExampleForm(initial={"where": "facts", "reason": "facts"}),
        "wrong": bad,
        "moments": [now + sign * timedelta(**span) for span in spans for sign in (-1, 1)],
        "verdicts": VERDICTS,
        "page": Paginator(range(120), 25).page(2),
        "rows": range(4),
        "icons": ICONS,
    }


VERDICTS = [
    (
        "allow",
        pgettext_lazy("sample", "Nothing against it"),
        pgettext_lazy("sample", "This is not a permission; you remain free and answerable."),
    ),
    (
        "advise",
        pgettext_lazy("sample", "Add a sentence"),
        pgettext_lazy("sample", "Say first what ties you to the City."),
    ),
    (
        "justify",
        pgettext_lazy("sample", "Say why, or ask"),
        pgettext_lazy("sample", "A reason is kept with the draft."),
    ),
    (
        "review",
        pgettext_lazy("sample", "Somebody looks first"),
        pgettext_lazy("sample", "The reviewer answers within two days."),
    ),
    (
        "block",
        pgettext_lazy("sample", "Do not publish"),
        pgettext_lazy("sample", "A health insurance number is in the text."),
    ),
    (
        "publish",
        pgettext_lazy("sample", "Publish"),
        pgettext_lazy("sample", "No ground of the comments policy applies."),
    ),
    ("hold", pgettext_lazy("sample", "Hold"), pgettext_lazy("sample", "Somebody looks at it before it is shown.")),
    ("hide", pgettext_lazy("sample", "Hide"), pgettext_lazy("sample", "It shows a telephone number.")),
]
