"""The shape of what people send of a document that exists: its files, and a choice for each passage of a chapter."""

from typing import Any, NamedTuple

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clausier.auditing.broad import KINDS
from clausier.auditing.taking import KEEP, LEAVE, NARROW, REST
from clausier.document.chapters import CHAPTERS, ChapterName
from clausier.document.interview.making import template_read
from clausier.policy.forms import FilesField
from clausier.web.beginning.models import Document
from clausier.web.beginning.taking import Chosen, places_in, state_of

_TEMPLATES = [
    ("public-body-qc", _("A public body in Quebec")),
    ("company", _("A company in Quebec")),
    ("finance", _("Financial services in Quebec")),
    ("nonprofit", _("A non-profit in Quebec")),
    ("party", _("A political party or campaign in Quebec")),
    ("employer-qc", _("Another employer in Quebec: cooperative, professional order, union")),
    ("base", _("Anybody, anywhere: the common ground, without the law of Quebec")),
]


class DocumentForm(forms.Form):
    """A document to bring in, and the template that fills what it lacks."""

    texts = FilesField(
        label=_("Your policy"),
        help_text=_("Word, PDF, HTML, Markdown or text, 10 MB each at most. Several files are read as one policy."),
    )
    template = forms.ChoiceField(
        label=_("What fills the gaps: the template for"),
        choices=_TEMPLATES,
        widget=forms.RadioSelect,
        help_text=_("Each gives 911 and 988 in an emergency: where others answer, change them in the draft."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of the policy"),
        choices=[("fr", "Français"), ("en", "English")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "Tick nothing for that of your document. In another language, each passage waits for its translation."
        ),
    )


def title_of(chapter: ChapterName, language: str) -> str:
    """Return the title of a chapter in the language being spoken."""
    return chapter.fr if language == "fr" else chapter.en


class Passage(NamedTuple):
    """A passage as the page shows it: its words, its fields, and why it is too broad."""

    text: str
    do: forms.BoundField
    chapter: forms.BoundField
    reason: str
    narrower: str


class ChapterForm(forms.Form):
    """The passages of a chapter, each with what to do of it, and the clauses of the template that follow."""

    state = forms.CharField(widget=forms.HiddenInput)
    clauses = forms.MultipleChoiceField(
        label=_("Clauses of the template that follow"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, document: Document, chapter: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.document, self.language = document, (get_language() or "fr")[:2]
        self.places = places_in(document, chapter)
        names = [(each.slug, title_of(each, self.language)) for each in CHAPTERS]
        for place in self.places:
            self._add(place, chapter, names)
        policy = template_read(document.template).policy
        own = [each for each in (policy.chapters if policy else ()) if each.chapter == chapter]
        told = [(clause.id, clause.title.best(self.language)) for each in own for clause in each.clauses]
        self.fields["clauses"].choices = told  # type: ignore[attr-defined]
        self.initial["clauses"] = [name for name, _title in told if name not in document.without]
        self.initial["state"] = state_of(document, chapter)

    def _add(self, place: int, chapter: str, names: list[tuple[str, str]]) -> None:
        passage = self.document.passages[place]
        offered = [(KEEP, _("Keep as it is")), (LEAVE, _("Leave out"))]
        offered = offered[::-1] if chapter == REST else offered
        offered[:0] = [(NARROW, _("Take the narrower wording"))] if passage["broad"] else []
        near = passage.get("near", "") if chapter == REST else chapter
        said = self.document.choices.get(str(place), {}).get("do") or offered[0][0]
        self.fields[f"do-{place}"] = forms.ChoiceField(
            label=_("What to do"), choices=offered, initial=said, widget=forms.RadioSelect
        )
        self.fields[f"chapter-{place}"] = forms.ChoiceField(label=_("Chapter"), choices=names, initial=near)

    def rows(self) -> list[Passage]:
        """Return the passages with their fields."""
        return [self._row(place) for place in self.places]

    def _row(self, place: int) -> Passage:
        passage = self.document.passages[place]
        kind = KINDS.get(passage["broad"])
        reason = kind.reason.in_language(self.language) if kind else ""
        narrower = kind.narrower.in_language(self.language) if kind else ""
        return Passage(passage["text"], self[f"do-{place}"], self[f"chapter-{place}"], reason, narrower)

    def chosen(self) -> Chosen:
        """Return what was chosen for each passage, by its place, and which clauses of the template stay."""
        said = self.cleaned_data
        field: Any = self.fields["clauses"]
        return Chosen(
            {str(each): self._choice(each) for each in self.places},
            {name: name in said["clauses"] for name, _title in field.choices},
        )

    def _choice(self, place: int) -> dict[str, str]:
        do, chapter = self.cleaned_data[f"do-{place}"], self.cleaned_data[f"chapter-{place}"]
        is_rest = do == LEAVE and self.document.passages[place]["chapter"] == REST
        return {"do": do, "chapter": REST if is_rest else chapter}
