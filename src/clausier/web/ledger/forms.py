"""What is asked of the ledger."""

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import REASONS
from clausier.audit.words import all_words

WHY = {
    "term-over": _("The term for keeping it is over"),
    "request": _("The person asked for it"),
    "mistake": _("It should never have been written"),
}
CHOICES = [(code, WHY[code]) for code in sorted(REASONS)]


def acts() -> list[tuple[str, str]]:
    """Return the kinds of acts in the words of the language being spoken, in their order."""
    said = [(name, label.in_language(get_language() or "fr")) for name, label in all_words().items()]
    return [("", "—"), *sorted(said, key=lambda each: each[1].casefold())]


class Filters(forms.Form):
    """What part of the ledger to show."""

    action = forms.ChoiceField(label=_("Act"), required=False, choices=acts)
    name = forms.CharField(label=_("By or on (random name)"), required=False, max_length=40)
    since = forms.DateField(
        label=pgettext_lazy("days", "From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    until = forms.DateField(
        label=pgettext_lazy("days", "To"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def chosen(self) -> dict[str, Any]:
        """Return what was chosen and reads."""
        return {name: value for name, value in self.cleaned_data.items() if value} if self.is_valid() else {}


class Erasure(forms.Form):
    """Why the details of an entry are erased, and the box that makes it deliberate."""

    reason_code = forms.ChoiceField(label=_("Why"), choices=CHOICES)
    agreed = forms.BooleanField(label=_("I know that this cannot be undone"))
