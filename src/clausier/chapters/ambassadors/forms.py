"""What people fill in: an answer, a question, a concern, and the answer to it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from clausier.chapters.ambassadors.actions.paper import Sheet
from clausier.chapters.ambassadors.actions.remark import LONGEST
from clausier.chapters.ambassadors.models import Remark
from clausier.chapters.ambassadors.selectors import representatives
from clausier.chapters.ambassadors.selectors.asked import WORDS
from clausier.chapters.ambassadors.selectors.paper import named_by
from clausier.identity.forms import LANGUAGES as NAMES
from clausier.identity.models import Person

LANGUAGES = dict(NAMES)
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


class PinForm(forms.Form):
    """Who stands before a shared tablet."""

    number = forms.CharField(
        label=_("Your number"), max_length=40, widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"})
    )
    password = forms.CharField(
        label=_("Your PIN"), max_length=12, widget=forms.PasswordInput({"inputmode": "numeric", "autocomplete": "off"})
    )


class PaperForm(forms.Form):
    """The sheets that somebody collected: names are ticked on the list of a team, or numbers pasted."""

    tick = forms.MultipleChoiceField(label=_("Who signed"), required=False, widget=forms.CheckboxSelectMultiple)
    numbers = forms.CharField(
        label=_("Numbers of those who signed"),
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One a line: their number, or their e-mail."),
    )
    declines = forms.CharField(
        label=_("Numbers of those who wrote that they do not agree"),
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    code = forms.CharField(
        label=_("Code of the text"),
        max_length=20,
        help_text=_("Printed at the top of the sheet: it tells which text lay on the table."),
    )
    language = forms.ChoiceField(label=_("Language of the text"))
    day = forms.DateField(label=_("Day of the signatures"), widget=forms.DateInput({"type": "date"}))
    collector = forms.CharField(label=_("Who collected them"), help_text=_("Their e-mail or number."))
    note = forms.CharField(
        label=_("How they were obtained"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For instance: read together at the meeting of the night team, on working time."),
    )
    scan = forms.FileField(label=_("Scan of the sheets (PDF)"), required=False)

    def __init__(self, *args: Any, people: Iterable[Person], languages: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(person.uid, f"{person.name} {person.number or ''}".strip()) for person in people]
        self.known = {person.uid: person for person in people}
        self.fields["tick"].choices = names  # type: ignore[attr-defined]
        self.fields["language"].choices = [(each, LANGUAGES.get(each, each)) for each in languages]  # type: ignore[attr-defined]
        if not names:
            del self.fields["tick"]

    def clean_numbers(self) -> list[Person]:
        """Return whom the numbers name."""
        return self._named("numbers")

    def clean_declines(self) -> list[Person]:
        """Return whom the numbers name."""
        return self._named("declines")

    def _named(self, field: str) -> list[Person]:
        found = named_by(self.cleaned_data[field])
        if found.unknown:
            sentence = _("Nobody has this e-mail or number: %(words)s.")
            raise ValidationError(sentence, params={"words": ", ".join(found.unknown[:10])})
        return found.people

    def clean_collector(self) -> Person:
        """Return whom the e-mail or the number names."""
        found = named_by(self.cleaned_data["collector"]).people
        if len(found) != 1:
            raise ValidationError(_("Nobody has this e-mail or number."))
        return found[0]

    @property
    def signed(self) -> list[Person]:
        """Those who signed: ticked, or named by their number."""
        return [*map(self.known.__getitem__, self.cleaned_data.get("tick", ())), *self.cleaned_data["numbers"]]

    @property
    def sheet(self) -> Sheet:
        """What stands on the sheets."""
        said = self.cleaned_data
        scan = said["scan"].read() if said["scan"] else b""
        return Sheet(said["code"], said["language"], said["day"], said["collector"], said["note"], scan)


class ReplyForm(forms.Form):
    """An answer to a question or a concern."""

    answer = forms.CharField(label=_("Answer"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))
