"""What people fill in: an answer, a question, a concern, and the answer to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clausier.chapters.ambassadors.actions.remark import LONGEST
from clausier.chapters.ambassadors.models import Remark
from clausier.chapters.ambassadors.selectors import representatives
from clausier.chapters.ambassadors.selectors.asked import WORDS

NOT_TICKED = _("Tick the box first: nothing was written.")


class AnswerForm(forms.Form):
    """What was shown, sent back with the answer; the box is ticked by the person."""

    word = forms.ChoiceField(choices=[(each, each) for each in WORDS], widget=forms.HiddenInput)
    digest = forms.CharField(max_length=64, widget=forms.HiddenInput)
    clauses = forms.CharField(max_length=20_000, widget=forms.HiddenInput)
    sure = forms.BooleanField(error_messages={"required": NOT_TICKED})

    def clean_clauses(self) -> list[str]:
        """Return the ids."""
        said: str = self.cleaned_data["clauses"]
        return said.split(",")


class RemarkForm(forms.Form):
    """A question or a concern, on a clause or on the whole."""

    kind = forms.ChoiceField(
        label=_("I write"),
        choices=[("question", _("a question")), ("concern", _("a concern"))],
        widget=forms.RadioSelect,
        initial="question",
    )
    to = forms.ChoiceField(label=_("Who reads it"), widget=forms.RadioSelect, initial=Remark.To.OWNER)
    clause = forms.ChoiceField(label=_("On which clause"), required=False)
    text = forms.CharField(label=_("Your words"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, clauses: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("clause", [("", _("The whole policy")), *clauses])
        ways = Remark.To.choices if representatives() else Remark.To.choices[:1]
        self._offer("to", ways)

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


class ReplyForm(forms.Form):
    """An answer to a question or a concern."""

    answer = forms.CharField(label=_("Answer"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))
