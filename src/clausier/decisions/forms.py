"""The shape of what is typed: nothing here writes."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from clausier.decisions.actions.appeals import MOST_CONTACT, MOST_TEXT
from clausier.decisions.models import Decision
from clausier.decisions.states import OUTCOMES, Done, Notice, Standing
from clausier.lib.refusals import RefusedError
from clausier.lib.tokens import DICTATED, LETTERS

FORBIDDEN = 403
_FEWEST_WORDS = 10  # characters: fewer begin too many comments


class Form(forms.Form):
    """A form that also shows what an action refused; ``status`` is then that of the answer."""

    status = 200


def acted(form: Form, act: Callable[..., object]) -> bool:
    """Run an action with what a form holds and tell whether it was done; else the form says why, and keeps the words.

    A right that is lacking (403) is no matter of what was typed: it is left to the page that tells it.
    """
    if not form.is_valid():
        return False
    try:
        act(**form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error)
    except RefusedError as error:
        if error.status == FORBIDDEN:
            raise
        form.add_error(None, str(error.refusal.sentence))
        form.status = error.status
    return form.is_valid()


class LettersForm(Form):
    """The ten letters of a notice."""

    unknown = _("No notice has these letters. Read them again; a notice ends when its decision is erased.")
    letters = forms.CharField(
        label=_("The 10 letters of your notice"),
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_letters(self) -> str:
        """Return the letters without what people put between them."""
        typed = "".join(each for each in self.cleaned_data["letters"].upper() if each.isalnum())
        if len(typed) != DICTATED or set(typed) - set(LETTERS):
            raise ValidationError(_("A notice has 10 letters, and no vowel among them. Read them again."))
        return typed


class AppealForm(Form):
    """An objection; the box makes it an act of the person."""

    text = forms.CharField(
        label=_("Why should this decision be looked at again?"),
        max_length=MOST_TEXT,
        widget=forms.Textarea({"rows": 7}),
        help_text=_("5,000 characters at most. A person other than the one who decided reads it."),
    )
    contact = forms.CharField(
        label=_("Where to send you the answer"),
        max_length=MOST_CONTACT,
        required=False,
        help_text=_("An e-mail address, a telephone number or a postal address. Without it, the answer waits here."),
    )
    sure = forms.BooleanField(label=_("I ask that another person look at this decision again."))

    def clean(self) -> dict[str, Any]:
        """Return what the action takes: the box has done its work."""
        return {name: value for name, value in self.cleaned_data.items() if name != "sure"}


class FindForm(Form):
    """What somebody remembers of a comment that is gone."""

    place = forms.CharField(
        label=_("Link of the post, or the page where it stood"),
        max_length=500,
        help_text=_("Copy the address of the post under which you commented, if you can."),
    )
    name = forms.CharField(label=_("Your name or handle there"), max_length=200)
    words = forms.CharField(
        label=_("The first words of your comment"),
        min_length=_FEWEST_WORDS,
        max_length=300,
        help_text=_("As they stood, if you remember them: five words are better than two."),
    )
    contact = forms.CharField(
        label=_("How to reach you"),
        max_length=MOST_CONTACT,
        help_text=_("An e-mail address is answered at once. Or a telephone number, or a postal address."),
    )
    text = forms.CharField(
        label=_("Why should it come back?"),
        max_length=MOST_TEXT,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )
    mine = forms.BooleanField(label=_("I wrote this comment, or I ask for the person who did."))

    def clean(self) -> dict[str, Any]:
        """Return what the action takes: the box has done its work."""
        return {name: value for name, value in self.cleaned_data.items() if name != "mine"}


class AnswerForm(Form):
    """The answer to an appeal: the button pressed tells the outcome."""

    answer = forms.CharField(
        label=_("Your reasons"),
        max_length=MOST_TEXT,
        widget=forms.Textarea({"rows": 8}),
        help_text=_("Whoever appealed reads these words. Answer each of their reasons."),
    )
    outcome = forms.ChoiceField(choices=[(each, Standing(each).label) for each in OUTCOMES])


class EnquiryForm(Form):
    """The answer to an enquiry, and the decision it is about where a person found it."""

    decision = forms.CharField(
        label=_("Reference of the decision, if you found it"),
        max_length=20,
        required=False,
        help_text=_("Its notice goes to whoever asked, and their reasons become an appeal."),
    )
    answer = forms.CharField(label=_("Your answer"), max_length=MOST_TEXT, widget=forms.Textarea({"rows": 6}))

    def clean_decision(self) -> Decision | None:
        """Return the decision of the reference."""
        typed = self.cleaned_data["decision"].strip().upper()
        found = Decision.objects.filter(reference=typed).first() if typed else None
        if typed and found is None:
            raise ValidationError(_("No decision has this reference."))
        return found


class DoneForm(Form):
    """What came of the effect on the network."""

    done = forms.ChoiceField(
        label=_("On the network"),
        choices=[(each.value, each.label) for each in Done if each != Done.PENDING],
        widget=forms.RadioSelect,
    )


class NoticeForm(Form):
    """How the author was told."""

    notice = forms.ChoiceField(
        label=_("The author was told"),
        choices=[(each.value, each.label) for each in Notice if each != Notice.PENDING],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(label=_("Why not, where it was not possible"), max_length=300, required=False)
