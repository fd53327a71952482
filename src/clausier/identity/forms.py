"""The shape of what people type about people."""

import zoneinfo
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clausier.document.model.statements import REGIMES
from clausier.document.vocabulary import RELATIONS, Label
from clausier.identity import audience_names
from clausier.identity.models import Person
from clausier.identity.permissions import may_give
from clausier.identity.states import Role, Scope

LANGUAGES = [("fr", "Français"), ("en", "English")]


def attempt(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Run an act on a form that is filled rightly, and tell whether it was done.

    What the act finds invalid is said beside its field, and what was typed stays.
    """
    if not form.is_valid():
        return False
    try:
        act()
    except ValidationError as error:
        for field, sentences in _by_field(error):
            form.add_error(field if field in form.fields else None, sentences)
        return False
    return True


def _by_field(error: ValidationError) -> Iterable[tuple[str, list[ValidationError]]]:
    return error.error_dict.items() if hasattr(error, "error_dict") else [("", error.error_list)]


def _choices(labels: dict[str, Label]) -> list[tuple[str, str]]:
    language = get_language() or "fr"
    return [(name, label.in_language(language)) for name, label in labels.items()]


class PersonForm(forms.Form):
    """What is known of a person."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("E-mail"), required=False, help_text=_("Empty for whoever has none."))
    number = forms.CharField(label=_("Number"), max_length=40, required=False, help_text=_("Employee number or badge."))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    unit = forms.CharField(label=_("Unit"), max_length=120, required=False)
    shift = forms.CharField(
        label=_("Shift"),
        max_length=200,
        required=False,
        help_text=_(
            "For whoever works at other hours: mon-fri 23:00-07:00; sat 08:00-16:00. Reminders come within it."
        ),
    )
    relation = forms.ChoiceField(label=_("Tie to the organization"))
    regime = forms.ChoiceField(label=_("Regime"), required=False)
    manager = forms.CharField(label=_("Manager"), required=False, help_text=_("Their e-mail or number."))

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = _known(person) if person else {"language": get_language()}
        super().__init__(*args, **kwargs)
        self.fields["relation"].choices = _choices(RELATIONS)  # type: ignore[attr-defined]
        self.fields["regime"].choices = [("", "–"), *_choices(REGIMES)]  # type: ignore[attr-defined]
        declared = audience_names.names(get_language() or "fr")
        slugs = {**declared, **{slug: slug for slug in (person.audiences if person else ()) if slug not in declared}}
        slugs.pop("everyone", None)
        if slugs:
            widget = forms.CheckboxSelectMultiple()
            self.fields["audiences"] = forms.MultipleChoiceField(
                label=_("Audiences"), choices=list(slugs.items()), required=False, widget=widget
            )

    def clean_manager(self) -> Person | None:
        """Return whom the e-mail or the number names."""
        words = self.cleaned_data["manager"].strip()
        if not words:
            return None
        found = Person.objects.filter(email=words.lower()).first() or Person.objects.filter(number=words).first()
        if found is None:
            raise ValidationError(_("Nobody has this e-mail or number."))
        return found


def _known(person: Person) -> dict[str, Any]:
    manager = (person.manager.email or person.manager.number) if person.manager else ""
    names = ("name", "email", "number", "language", "unit", "relation", "regime", "audiences", "shift")
    return {"manager": manager, **{name: getattr(person, name) for name in names}}


class AbsenceForm(forms.Form):
    """Days away, both included."""

    first = forms.DateField(label=_("First day"), widget=forms.DateInput({"type": "date"}))
    last = forms.DateField(label=_("Last day"), widget=forms.DateInput({"type": "date"}))


class WhoForm(forms.Form):
    """Somebody named by e-mail or number, as there may be thousands."""

    who = forms.CharField(label=_("Person"), help_text=_("Their e-mail or number."))

    def clean_who(self) -> Person:
        """Return who is named, among those who have not left."""
        words, people = self.cleaned_data["who"].strip(), Person.objects.filter(is_active=True)
        found = people.filter(email=words.lower()).first() or people.filter(number=words).first()
        if found is None:
            raise ValidationError(_("Nobody has this e-mail or number."))
        return found


class GrantForm(WhoForm):
    """A role for somebody."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    field_order = ("role", "who")


class HoldingForm(WhoForm):
    """A duty for somebody."""

    duty = forms.ChoiceField(label=_("Duty"))
    rank = forms.IntegerField(
        label=_("Rank"), min_value=0, max_value=9, initial=0, help_text=_("0: in charge; 1, 2…: deputies, in order.")
    )
    field_order = ("duty", "who", "rank")

    def __init__(self, *args: Any, duties: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["duty"].choices = list(duties.items())  # type: ignore[attr-defined]


class OrganizationForm(forms.Form):
    """The name and the time zone of the organisation."""

    name = forms.CharField(label=_("Name"), max_length=200)
    timezone = forms.ChoiceField(label=_("Time zone"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["timezone"].choices = _timezones()  # type: ignore[attr-defined]


class PreferencesForm(forms.Form):
    """A person's own comfort."""

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    keys = forms.BooleanField(
        label=_("Single-key shortcuts"), required=False, help_text=_("One key presses a button, never while typing.")
    )


class PinForm(forms.Form):
    """The digits that the person chooses for shared tablets."""

    pin = forms.CharField(
        label=_("PIN for shared tablets"),
        max_length=6,
        widget=forms.PasswordInput({"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_(
            "Six digits. With your number, they open the page to read and sign on a shared tablet, and no other."
        ),
    )


class TokenForm(forms.Form):
    """A program's key to the API."""

    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("What uses it: the intranet, the help desk…"))
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"), choices=Scope.choices, widget=forms.CheckboxSelectMultiple()
    )
    expires = forms.DateField(label=_("Good until"), widget=forms.DateInput({"type": "date"}))

    def __init__(self, *args: Any, actor: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(scope, label) for scope, label in Scope.choices if may_give(actor, scope)]
        self.fields["scopes"].choices = offered  # type: ignore[attr-defined]


class SheetForm(forms.Form):
    """A sheet of people."""

    sheet = forms.FileField(label=_("CSV file"), help_text=_("20 MB and 100,000 rows at most."), allow_empty_file=True)


ME, OTHER = "me", "other"


class SetupForm(forms.Form):
    """The organisation and the two people who begin."""

    organization = forms.CharField(label=_("Name of the organization"), max_length=200)
    timezone = forms.ChoiceField(label=_("Time zone"), initial="America/Toronto")
    language = forms.ChoiceField(label=_("Language of the first messages"), choices=LANGUAGES)
    name = forms.CharField(label=_("Your name"), max_length=200)
    email = forms.EmailField(label=_("Your e-mail"))
    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}, render_value=False),
        help_text=_("Twelve characters at least. You will also be able to sign in with a code sent by e-mail."),
    )
    writer = forms.ChoiceField(
        label=_("Who writes the policy?"),
        choices=[(ME, _("I do, and the second person approves it")), (OTHER, _("The second person, and I approve it"))],
        initial=ME,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Nobody approves their own text. Roles can be changed at any time."),
    )
    other_name = forms.CharField(label=_("Name of the second person"), max_length=200)
    other_email = forms.EmailField(
        label=_("E-mail of the second person"), help_text=_("They receive an invitation. Grave acts take two people.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["timezone"].choices = _timezones()  # type: ignore[attr-defined]
        self.fields["language"].initial = get_language()

    def clean(self) -> dict[str, Any]:
        """Check the password against the name and the e-mail of whoever chooses it."""
        values = super().clean() or {}
        if values.get("password"):
            person = Person(name=values.get("name", ""), email=values.get("email", ""))
            try:
                validate_password(values["password"], person)
            except ValidationError as error:
                self.add_error("password", error)
        return values


def _timezones() -> list[tuple[str, str]]:
    """Return the time zones of places, those of Canada's provinces first."""
    first = ["America/Toronto", "America/Halifax", "America/St_Johns", "America/Winnipeg", "America/Regina"]
    first += ["America/Edmonton", "America/Vancouver", "America/Moncton", "America/Iqaluit", "America/Whitehorse"]
    others = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return [(zone, zone.replace("_", " ")) for zone in dict.fromkeys([*first, *others, "UTC"])]
