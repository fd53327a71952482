"""The shape of what people type on the way from a draft to a version in force, and to its end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clausier.document.reading.source import MAX_BYTES
from clausier.identity.duty_names import names as duty_names
from clausier.policy.actions.approving import LONGEST, MAX_STEPS
from clausier.policy.forms import RevisionForm
from clausier.policy.models import Comment, Consultation, OutsideApprover
from clausier.policy.selectors import agreeing
from clausier.policy.selectors.sources import Files, of_upload, too_large
from clausier.policy.states import Consulted

LANGUAGES = [("fr", "Français"), ("en", "English")]


class Day(forms.DateInput):
    """A day, chosen in the calendar of the browser."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _area(rows: int = 4) -> forms.Textarea:
    return forms.Textarea({"rows": rows, "maxlength": LONGEST})


class RejectForm(forms.Form):
    """Why a text goes back to its author."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    reason = forms.CharField(label=_("What should change before you agree"), max_length=LONGEST, widget=_area())


class ConsultForm(forms.Form):
    """Until when, and by whom, a text is read in consultation."""

    closes = forms.DateField(label=_("Comments until"), widget=Day, help_text=_("Through the whole of this day."))
    consulted = forms.ChoiceField(
        label=_("Who is consulted"), choices=Consulted.choices, widget=forms.RadioSelect, initial=Consulted.OBSERVERS
    )


class OutsideForm(forms.ModelForm[OutsideApprover]):
    """Somebody from outside who is asked to agree."""

    language = forms.ChoiceField(label=_("Language of the letter"), choices=LANGUAGES)

    class Meta:
        model = OutsideApprover
        fields = ("name", "email", "capacity", "language")
        help_texts = {"capacity": _("Such as: clerk of the next town, notary, member of the board.")}  # noqa: RUF012


class ConsultationForm(forms.ModelForm[Consultation]):
    """That a body was consulted, or why none was."""

    class Meta:
        model = Consultation
        fields = ("body", "first", "last", "comments", "answers", "reason")
        widgets = {  # noqa: RUF012  # Django's own shape
            "first": Day,
            "last": Day,
            "comments": _area(3),
            "answers": _area(3),
            "reason": _area(2),
        }
        help_texts = {"reason": _("Only where nobody was consulted.")}  # noqa: RUF012


class WhyForm(forms.Form):
    """Why a clause is repealed."""

    clause = forms.CharField(widget=forms.HiddenInput, max_length=120)
    reason = forms.CharField(label=_("Why it is repealed"), max_length=LONGEST, widget=_area(2))


class FolderForm(RevisionForm):
    """A folder in the place of the text of a draft."""

    file = forms.FileField(
        label=_("A zip of a policy folder"), help_text=_("5 MB at most. Facts and protected lists in it are left out.")
    )

    def clean_file(self) -> Files:
        """Return the files of the zip; what is none is refused with what it looks like."""
        upload = self.cleaned_data["file"]
        if upload.size > MAX_BYTES:
            raise forms.ValidationError(too_large())
        return of_upload(upload.read(), called=upload.name)


class CommentForm(forms.ModelForm[Comment]):
    """What somebody says of a clause in consultation."""

    class Meta:
        model = Comment
        fields = ("clause", "text")
        widgets = {"clause": forms.HiddenInput, "text": _area(3)}  # noqa: RUF012


class AnswerForm(forms.Form):
    """What a comment is answered."""

    answer = forms.CharField(label=_("Answer"), max_length=LONGEST, widget=_area(3))


class ReviewForm(forms.Form):
    """That the policy was looked at again."""

    note = forms.CharField(
        label=_("What was looked at, and why it stays as it is"), max_length=LONGEST, widget=_area(3)
    )


class RepealForm(forms.Form):
    """The end of the policy."""

    reason = forms.CharField(label=_("Why the policy is repealed"), max_length=LONGEST, widget=_area(3))
    ends = forms.DateField(label=_("No longer in force from"), widget=Day)
    sure = forms.BooleanField(label=_("From that day there is no policy in force until another one is adopted."))


class ClauseRepealForm(forms.Form):
    """The clause to repeal, and why."""

    clause = forms.ChoiceField(label=_("Clause"))
    reason = forms.CharField(label=_("Why it is repealed"), max_length=LONGEST, widget=_area(2))

    def __init__(self, *args: Any, clauses: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].choices = clauses  # type: ignore[attr-defined]  # a ChoiceField


class StepForm(forms.Form):
    """One step of approval; one that asks for nobody is none."""

    need = forms.IntegerField(
        label=_("How many must agree"),
        help_text=_("Empty or zero: there is no such step."),
        min_value=0,
        max_value=20,
        required=False,
    )
    people = forms.MultipleChoiceField(label=_("People"), required=False, widget=forms.CheckboxSelectMultiple)
    duties = forms.MultipleChoiceField(label=_("Duties"), required=False, widget=forms.CheckboxSelectMultiple)
    outside = forms.BooleanField(
        label=_("Somebody from outside may take the place of one of them, by a link"), required=False
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(person.uid, person.name) for person in agreeing.approvers()]
        duties = sorted(duty_names(language).items(), key=lambda each: each[1])
        self.fields["people"].choices = people  # type: ignore[attr-defined]  # MultipleChoiceFields
        self.fields["duties"].choices = duties  # type: ignore[attr-defined]


def step_forms(data: Any, language: str) -> list[StepForm]:
    """Return a form for each step of now, and an empty one; or one for each step that was sent."""
    plan = agreeing.plan_now()
    steps = plan.steps if plan else agreeing.DEFAULT
    sent = sum(f"step{place}-need" in data for place in range(MAX_STEPS)) if data else 0
    many = max(sent, min(MAX_STEPS, len(steps) + (not sent)))
    known: list[dict[str, Any]] = [*steps, *[{} for _ in range(many - len(steps))]]
    return [StepForm(data, prefix=f"step{place}", initial=step, language=language) for place, step in enumerate(known)]
