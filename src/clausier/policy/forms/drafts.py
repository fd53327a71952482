"""The shape of what people type: drafts, clauses, dates, facts, lists."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clausier.auditing.extraction import MAX_BYTES as MAX_READ
from clausier.auditing.extraction import UnreadableError, extract
from clausier.document.reading import library_overlays, library_policies, read_overlay
from clausier.document.reading.source import MAX_BYTES
from clausier.policy.models import Resolution
from clausier.policy.selectors.sources import Files, of_template, of_upload, too_large

LAST, FILE = "last", "file"
_TEMPLATES = {
    "base": _("any organization"),
    "company": _("company in Quebec"),
    "employer-qc": _("any employer in Quebec"),
    "finance": _("financial services"),
    "nonprofit": _("non-profit in Quebec"),
    "party": _("political party or campaign"),
    "public-body-qc": _("public body in Quebec"),
}


class StartForm(forms.Form):
    """What a draft starts from."""

    title = forms.CharField(label=_("What changes"), max_length=200)
    source = forms.ChoiceField(label=_("Start from"), widget=forms.RadioSelect)
    languages = forms.MultipleChoiceField(
        label=_("Languages of a template"),
        choices=[("fr", "Français"), ("en", "English")],
        initial=["fr"],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A policy publishes the languages it declares, all in step."),
    )
    overlays = forms.MultipleChoiceField(
        label=_("Added to a template"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What your work adds to the template, if anything."),
    )
    file = forms.FileField(
        label=_("File"), required=False, help_text=_("A zip of a policy folder, 5 MB at most."), allow_empty_file=True
    )

    def __init__(self, *args: Any, has_version: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = [(LAST, _("The last adopted version"))] if has_version else []
        templates = [
            (name, _("Template: %(name)s") % {"name": _TEMPLATES.get(name, name)}) for name in library_policies()
        ]
        source = self.fields["source"]
        if isinstance(source, forms.ChoiceField):
            source.choices = [*last, *templates, (FILE, _("A file"))]
        overlays = self.fields["overlays"]
        if isinstance(overlays, forms.MultipleChoiceField):
            language = get_language() or ""
            overlays.choices = [(name, read_overlay(name).title.best(language)) for name in library_overlays()]
        self.initial.setdefault("source", LAST if has_version else "public-body-qc")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        upload = said.get("file")
        if said.get("source") == FILE and not upload:
            self.add_error("file", _("Choose the file to start from."))
        if upload and upload.size > MAX_BYTES:
            self.add_error("file", too_large())
        if said.get("source") not in (LAST, FILE, None) and not said.get("languages"):
            self.add_error("languages", _("Choose one language at least."))
        return said

    def policy_files(self, name: str) -> Files | None:
        """Return the files to start from; None for those of the last version. Raises ValidationError."""
        source = self.cleaned_data["source"]
        if source == LAST:
            return None
        if source == FILE:
            upload = self.cleaned_data["file"]
            return of_upload(upload.read(), called=upload.name)
        said = self.cleaned_data
        return of_template(source, name=name, languages=tuple(said["languages"]), overlays=said["overlays"])


class RevisionForm(forms.Form):
    """Something that two people may be writing: the revision that was read comes back with it."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class TextForm(RevisionForm):
    """A whole file, as YAML."""

    text = forms.CharField(
        label=_("Text"),
        strip=False,
        required=False,
        max_length=1_000_000,
        widget=forms.Textarea({"rows": 30, "spellcheck": "false", "class": "code"}),
    )


class ProposeForm(forms.Form):
    """The author's statement, where a change may be minor."""

    is_minor = forms.BooleanField(
        label=_("For each of these sentences, nobody must act differently: this change is minor."), required=False
    )


class ApproveForm(forms.Form):
    """The text that was read, and the word of whoever read it."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
    agreed = forms.BooleanField(label=_("I have read this text, and I approve it as it stands."))


class _Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class AdoptForm(forms.Form):
    """From when a version is in force."""

    in_force_from = forms.DateField(label=_("In force from"), widget=_Day, help_text=_("Today means at once."))


class ResolutionForm(forms.ModelForm[Resolution]):
    """An adoption that took place elsewhere."""

    in_force_from = forms.DateField(label=_("In force from"), widget=_Day)
    document = forms.FileField(
        label=_("The resolution, as a PDF"), required=False, help_text=_("10 MB at most; kept with its digest.")
    )

    class Meta:
        model = Resolution
        fields = ("body", "number", "date")
        widgets = {"date": _Day}  # noqa: RUF012  # Django's own shape


class NewListForm(RevisionForm):
    """A protected list that is to be begun, if any."""

    new_name = forms.SlugField(label=_("A new list"), required=False, max_length=80)

    def new_files(self) -> Files:
        """Return the file of the new list, without a name yet."""
        name = self.cleaned_data["new_name"]
        return {f"protected/{name.lower()}.yaml": "entries: []\n"} if name else {}


class ListsForm(NewListForm):
    """The protected lists: one text each, and a new one."""

    def __init__(self, *args: Any, lists: Files, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lists = lists
        for path, text in lists.items():
            area = forms.Textarea({"rows": 12, "spellcheck": "false", "class": "code", "autocomplete": "off"})
            self.fields[path] = forms.CharField(label=path, required=False, strip=False, widget=area)
            self.initial[path] = text

    def texts(self) -> list[forms.BoundField]:
        """Return the fields of the lists."""
        return [self[path] for path in self.lists]

    def list_files(self) -> Files:
        """Return the lists as they were typed; a new one has an entry to be filled in."""
        return self.new_files() | {path: self.cleaned_data[path] for path in self.lists}


class FilesInput(forms.ClearableFileInput):
    """Chooses several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files in one field, each read as its text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=FilesInput({"multiple": True}), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[str]:
        files = list(data) or [None] if isinstance(data, list | tuple) else [data]
        return [_text_of(super(FilesField, self).clean(each, initial)) for each in files if each or self.required]


def _text_of(upload: Any) -> str:
    """Return the text of an upload. Raises ValidationError with what keeps it from being read."""
    try:
        return extract(upload.read(MAX_READ + 1), upload.name).text
    except UnreadableError as error:
        raise forms.ValidationError(error.sentence(get_language() or "en", upload.name)) from None


class DocumentsForm(RevisionForm):
    """Documents to be kept as fingerprints, and what of them is public already."""

    name = forms.RegexField(
        r"^[a-z0-9]+(-[a-z0-9]+)*$",
        label=_("Name of the list"),
        max_length=80,
        help_text=_("Small letters, digits and hyphens, such as council-papers."),
        error_messages={"invalid": _("A list has a short name of small letters, digits and hyphens.")},
    )
    documents = FilesField(
        label=_("Documents not to be published"),
        help_text=_("Word, PDF, HTML, Markdown or text, 10 MB each at most. They are read, then forgotten."),
    )
    public = FilesField(
        label=_("What is published already"),
        required=False,
        help_text=_("Releases, web pages, laws: their words stay free to be written."),
    )
