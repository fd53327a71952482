"""The forms of the inbox: the shape of what people type, never a write."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.files import File
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from clausier.chapters.inbox import sheet, words
from clausier.chapters.inbox.incoming import MAX_NAME, MAX_TEXT, MAX_URL, Incoming
from clausier.chapters.inbox.models import Channel
from clausier.chapters.inbox.pasting import Pasted
from clausier.chapters.inbox.selectors import Filters, all_channels, open_channels
from clausier.document.networks import NETWORKS, load_network
from clausier.lib.sheets import BYTES

MAX_PASTE = 400_000  # characters: some 150 comments with their interface
MAX_COMMENTS = 150
REPLY = "reply"


def network_choices() -> list[tuple[str, str]]:
    """Return the networks by their names in the language being spoken."""
    language = get_language() or "fr"
    return sorted(((name, load_network(name).name.best(language)) for name in NETWORKS), key=lambda each: each[1])


class ChannelForm(forms.ModelForm[Channel]):
    """A channel to be opened."""

    network = forms.ChoiceField(label=_("Network"), choices=network_choices)
    url = forms.URLField(
        label=_("Address"),
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text=_("Where the public reads it; it may stay empty."),
    )

    class Meta:
        model = Channel
        fields = ("network", "name", "url")
        help_texts = {  # noqa: RUF012  # Django's own shape
            "name": _("As people there see it: the Page, the account or the site."),
        }


class FilterForm(forms.Form):
    """What the list is narrowed to: chips, of which none need be chosen."""

    order = forms.ChoiceField(
        label=_("Order"), required=False, choices=[("", _("Newest first")), ("urgent", _("Most urgent first"))]
    )
    action = forms.ChoiceField(label=_("Notice of the checker"), required=False)
    channel = forms.ChoiceField(label=_("Channel"), required=False)
    intent = forms.ChoiceField(label=_("What it wants"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anything: tuple[str, Any] = ("", _("All"))
        offered = {"action": words.ACTIONS, "intent": words.INTENTS, "language": words.LANGUAGES}
        choices = {name: [anything, *table.items()] for name, table in offered.items()}
        choices["channel"] = [anything, *((each.uid, each.name) for each in all_channels())]
        for name, field in self.fields.items():
            field.choices = choices.get(name, field.choices)  # type: ignore[attr-defined]
            field.widget = forms.RadioSelect(choices=field.choices)  # type: ignore[attr-defined]
            field.initial = ""

    def filters(self) -> Filters:
        """Return the filters that were understood; a word that is none narrows nothing."""
        self.is_valid()
        return Filters(**{name: self.cleaned_data.get(name, "") for name in Filters._fields})

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that narrow, as they stand in the address."""
        return {name: value for name, value in self.filters()._asdict().items() if value}


class OnChannelForm(forms.Form):
    """The channel on which something arrived."""

    channel = forms.ModelChoiceField(
        label=_("Channel"), queryset=Channel.objects.none(), to_field_name="uid", empty_label=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["channel"].queryset = open_channels()  # type: ignore[attr-defined]


class PasteForm(OnChannelForm):
    """A thread or a comment copied from a network."""

    url = forms.URLField(
        label=_("Address of the post"),
        required=False,
        max_length=MAX_URL,
        assume_scheme="https",
        help_text=_("Where the thread is, to find it again; it may stay empty."),
    )
    text = forms.CharField(
        label=_("What you copied"),
        max_length=MAX_PASTE,
        widget=forms.Textarea(attrs={"rows": 12}),
        strip=False,
        help_text=_("Select the whole thread on the page, copy it, paste it here: names, times and buttons included."),
    )

    def uncountable(self, count: int) -> str:
        """Return why so many comments cannot be shown."""
        if not count:
            return gettext("No words were found in what you pasted.")
        return gettext("The paste holds more than 150 comments: paste it in several times.")


class FileForm(OnChannelForm):
    """A file of messages."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("A CSV: one message a line, the first line names the columns. At most 20 MB and 100,000 lines."),
    )

    def clean_file(self) -> File[bytes]:
        """Refuse what is too large before it is read."""
        file: File[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > BYTES:
            raise forms.ValidationError(_("The file has more than 20 MB: split it."), "too-large")
        return file


class MappingForm(OnChannelForm):
    """Which column of a file says what."""

    file = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, headings: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nothing = ("", _("no column"))
        for name, label in sheet.COLUMNS.items():
            choices = [(heading, heading) for heading in headings]
            is_text = name == "text"
            self.fields[name] = forms.ChoiceField(
                label=str(label), choices=choices if is_text else [nothing, *choices], required=is_text
            )

    @property
    def columns(self) -> dict[str, str]:
        """The heading of each field that has one."""
        return {name: self.cleaned_data[name] for name in sheet.COLUMNS if self.cleaned_data.get(name)}


class CommentForm(forms.Form):
    """One comment of a paste, to be corrected before it is kept."""

    keep = forms.BooleanField(label=_("Keep"), required=False)
    author = forms.CharField(label=_("Author"), required=False, max_length=MAX_NAME)
    written = forms.DateTimeField(
        label=_("Written"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    within = forms.IntegerField(required=False, min_value=0, max_value=3 * 365 * 86_400, widget=forms.HiddenInput)
    is_reply = forms.BooleanField(label=_("Reply to the comment above"), required=False)
    text = forms.CharField(
        label=_("Comment"), required=False, max_length=MAX_TEXT, strip=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words in what is to be kept."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("keep") and not data.get("text", "").strip() and "text" not in self.errors:
            self.add_error("text", _("A comment without words cannot be kept: write them, or untick it."))
        return data


CommentForms = forms.formset_factory(
    CommentForm, extra=0, max_num=MAX_COMMENTS, absolute_max=MAX_COMMENTS, validate_max=True
)


def initial_of(comments: list[Pasted]) -> list[dict[str, Any]]:
    """Return comments as the forms show them."""
    return [
        {
            "keep": True,
            "author": each.handle or each.author,
            "written": each.written,
            "within": int(each.within.total_seconds()),
            "is_reply": bool(each.level),
            "text": each.text,
        }
        for each in comments
    ]


def messages_of(forms_data: list[dict[str, Any]], url: str) -> list[Incoming]:
    """Return what is to be kept, each reply tied to the last comment before it that is none."""
    messages: list[Incoming] = []
    above = ""
    for place, data in enumerate(forms_data):
        if not data.get("keep"):
            continue
        name, key = data["author"], f"{REPLY}-{place}"
        messages.append(
            Incoming(
                text=data["text"],
                author="" if name.startswith("@") else name,
                handle=name if name.startswith("@") else "",
                written=data["written"],
                within=timedelta(seconds=data["within"] or 60),  # the field holds minutes
                url=url,
                key=key,
                parent=above if data["is_reply"] else "",
                line=place + 1,
            )
        )
        above = above if data["is_reply"] and above else key
    return messages
