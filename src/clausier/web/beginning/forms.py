"""The shape of what people answer: a screen of the interview."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clausier.document.interview.answers import open_questions, tidied, wrongs
from clausier.document.interview.effects import Effect, effect_of
from clausier.document.interview.model import CHOICE, CHOICES, LINES, Answers, Asked, Screen
from clausier.document.model import Localized

MAX_TYPED = 10_000


class Option(NamedTuple):
    """A choice as the page shows it: its button, its words, what it does."""

    widget: Any
    label: str
    effect: Effect


class Row(NamedTuple):
    """A question as the page shows it, with its field and the choices to pick from."""

    field: forms.BoundField
    options: list[Option]


class ScreenForm(forms.Form):
    """The questions of a screen that are asked after the answers so far."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, screen: Screen, answers: Answers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = get_language() or "fr"
        self.answers = answers
        asked = open_questions(self._typed_over(screen) if self.is_bound else answers)
        self.asked = [question for question in screen.questions if question in asked]
        for question in self.asked:
            self.fields[question.id] = self._field(question)
            given = answers.get(question.id, [])
            self.initial.setdefault(question.id, given if question.kind == CHOICES else _typed(question, given))

    def _typed_over(self, screen: Screen) -> Answers:
        """Return the answers with what was chosen on this screen, which may open or close a question of it."""
        data: Any = self.data
        chosen = {each.id: data.getlist(each.id) for each in screen.questions if each.choices}
        return {**self.answers, **{name: values for name, values in chosen.items() if values}}

    def _field(self, question: Asked) -> forms.Field:
        told = (question.help, Localized() if question.choices else question.effect)
        words: dict[str, Any] = {
            "label": question.ask.best(self.language),
            "help_text": " ".join(text.best(self.language) for text in told if text),
        }
        choices = [(choice.value, choice.label.best(self.language)) for choice in question.choices]
        if question.kind == CHOICE:
            return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, required=False, **words)
        if question.kind == CHOICES:
            return forms.MultipleChoiceField(
                choices=choices, widget=forms.CheckboxSelectMultiple, required=False, **words
            )
        widget = forms.Textarea({"rows": 2}) if question.kind == LINES else forms.TextInput()
        return forms.CharField(max_length=MAX_TYPED, required=question.required, widget=widget, strip=True, **words)

    def clean(self) -> dict[str, Any]:
        """Check the answers as the interview does; a required one that is missing is told in its place."""
        said = super().clean() or {}
        given = self.given()
        for question in self.asked:
            if question.required and not given[question.id] and question.id not in self.errors:
                self.add_error(question.id, _("Answer this question."))
        for wrong in wrongs({**self.answers, **given}, whole=False):
            if wrong.question in self.fields:
                self.add_error(wrong.question, wrong.said(self.language))
        return said

    def given(self) -> Answers:
        """Return the answers typed, by question."""
        found: Answers = {}
        for question in self.asked:
            value = self.cleaned_data.get(question.id) or []
            lines = value if isinstance(value, list) else str(value).splitlines()
            found[question.id] = lines if question.choices else tidied(question, lines)
        return found

    def rows(self) -> Iterator[Row]:
        """Return the questions with their choices, and what each choice does."""
        for question in self.asked:
            field = self[question.id]
            choices = zip(field, question.choices, strict=True) if question.choices else ()
            options = [
                Option(widget.tag(), widget.choice_label, effect_of(choice, self.answers, self.language))
                for widget, choice in choices
            ]
            yield Row(field, options)


def _typed(question: Asked, given: list[str]) -> str:
    return "\n".join(given) if question.kind == LINES else " ".join(given)


class TitleForm(forms.Form):
    """What the draft is called."""

    title = forms.CharField(label=_("Name of the draft"), max_length=200, initial=_("First policy"))


class DraftForm(TitleForm):
    """What the draft is called, and whether the rooms that wait are switched off."""

    put_off = forms.BooleanField(
        label=_("Start with these rooms only; the others can be switched on in the settings."), required=False
    )
