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
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from clausier.identity.access import public
from clausier.identity.selectors import organization
from clausier.lib import clock

# The names of the sprite.
ICONS = re.findall(r'<symbol id="([\w-]+)"', (files("clausier.ui") / "static/ui/icons.svg").read_text(encoding="utf-8"))
REASONS = [("words", _("Its words")), ("facts", _("Its facts")), ("moment", _("Its moment"))]


class ExampleForm(forms.Form):
    """A field of each kind."""

    subject = forms.CharField(label=_("Subject"), help_text=_("As it will stand on the notice."), max_length=80)
    email = forms.EmailField(label=_("E-mail"), required=False)
    text = forms.CharField(label=_("What you wish to say"), widget=forms.Textarea)
    reason = forms.ChoiceField(label=_("Reason"), choices=REASONS)
    where = forms.ChoiceField(label=_("Network"), choices=REASONS, widget=forms.RadioSelect(attrs={"class": "chips"}))
    aspects = forms.MultipleChoiceField(label=_("Aspects"), choices=REASONS, widget=forms.CheckboxSelectMultiple)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    sure = forms.BooleanField(label=_("I have read what is kept, and for how long"))


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
    ("allow", _("Nothing against it"), _("This is not a permission; you remain free and answerable.")),
    ("advise", _("Add a sentence"), _("Say first what ties you to the City.")),
    ("justify", _("Say why, or ask"), _("A reason is kept with the draft.")),
    ("review", _("Somebody looks first"), _("The reviewer answers within two days.")),
    ("block", _("Do not publish"), _("A health insurance number is in the text.")),
    ("publish", _("Publish"), _("No ground of the comments policy applies.")),
    ("hold", _("Hold"), _("Somebody looks at it before it is shown.")),
    ("hide", _("Hide"), _("It shows a telephone number.")),
]
