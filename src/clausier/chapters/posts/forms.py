"""What people fill in to have a text checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clausier.chapters.posts.actions.submit import LONGEST, LONGEST_REASON
from clausier.chapters.posts.selectors.judging import Question
from clausier.chapters.posts.selectors.pictures import TAPS, Tap
from clausier.chapters.posts.selectors.receipts import LONGEST as LONGEST_RECEIPT
from clausier.document.networks import NETWORKS, load_network

ME, ORGANIZATION = "me", "organization"
LONGEST_PUBLIC = 5_000


class TextField(forms.CharField):
    """A message, with the ends of its lines as its author's browser shows them: offsets are counted in it."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


def networks() -> list[tuple[str, Any]]:
    """Return the networks as choices."""
    return [("", _("another place")), *((name, load_network(name).name.best("fr")) for name in NETWORKS)]


class PictureForm(forms.Form):
    """Whether a picture goes with the text, and four things it may show."""

    picture = forms.BooleanField(label=_("There is a picture"), required=False)
    shows = forms.MultipleChoiceField(
        label=_("What the picture shows"),
        choices=[(tap.key, tap.ask) for tap in TAPS],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @property
    def taps(self) -> list[Tap]:
        """What was said of the picture."""
        shown = self.cleaned_data.get("shows", [])
        return [tap for tap in TAPS if tap.key in shown]


class CheckForm(PictureForm):
    """A text, where it goes, and in whose name."""

    text = TextField(
        label=_("Your message"),
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "autofocus": True, "autocomplete": "off"}),
    )
    network = forms.ChoiceField(label=_("Where"), choices=networks, required=False, widget=forms.RadioSelect)
    as_whom = forms.ChoiceField(
        label=_("In whose name"),
        choices=[(ME, _("In my name")), (ORGANIZATION, _("For the organization"))],
        initial=ME,
        required=False,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("My reason"),
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def is_official(self) -> bool:
        """Whether the text is for the organisation; in one's own name unless it is said."""
        return bool(self.data.get("as_whom", ME) == ORGANIZATION)

    def question(self) -> Question:
        """Return what is asked."""
        said = self.cleaned_data
        return Question(
            text=said["text"],
            network=said["network"],
            is_official=self.is_official,
            has_picture=said["picture"] or bool(said["shows"]),
        )


class PublicCheckForm(PictureForm):
    """A text, where it goes, and one's tie to the organisation: nobody is signed in."""

    text = TextField(
        label=_("Your message"),
        max_length=LONGEST_PUBLIC,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "autofocus": True, "autocomplete": "off"}),
    )
    network = forms.ChoiceField(label=_("Where"), choices=networks, required=False, widget=forms.RadioSelect)
    relation = forms.ChoiceField(
        label=_("My tie to the organization"),
        choices=[
            ("employee", _("I work there")),
            ("member", _("I sit on one of its bodies")),
            ("agency", _("I work for it from outside")),
            ("public", _("None")),
        ],
        initial="employee",
        widget=forms.RadioSelect,
    )

    is_official = False

    def question(self) -> Question:
        """Return what is asked."""
        said = self.cleaned_data
        has_picture = said["picture"] or bool(said["shows"])
        return Question(text=said["text"], network=said["network"], has_picture=has_picture)


class ReceiptForm(forms.Form):
    """A text and the receipt that somebody shows for it."""

    text = TextField(label=_("The text"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))
    receipt = forms.CharField(
        label=_("The receipt"), max_length=LONGEST_RECEIPT, widget=forms.Textarea(attrs={"rows": 3})
    )
