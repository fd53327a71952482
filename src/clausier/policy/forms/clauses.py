"""The forms of a clause: its words, a stretch of it as YAML, a new one, a new chapter."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from clausier.document.asking.typed import MAX_WORDS
from clausier.document.model import Policy
from clausier.document.naming import slug
from clausier.document.writing import unwrapped
from clausier.policy.selectors import drafting
from clausier.policy.selectors.clauses import NewClause
from clausier.policy.selectors.drafting import EditedClause

_ROWS = {"title": 1, "purpose": 2, "text": 14}
_WIDGETS = {"title": forms.TextInput, "purpose": forms.Textarea, "text": forms.Textarea}
_LABELS = {"title": _("Title"), "purpose": _("Purpose"), "text": _("Text")}
_VISIBILITIES = [
    ("public", _("Shown to everyone")),
    ("internal", _("Numbered, but shown to the people of the organization alone")),
]
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_SHORT = _("The clause is cited by it, and it never changes. Left empty, it is made of the title.")
_WRONG = {"invalid": _("A short name is made of small letters, digits and hyphens.")}
FIRST_ADDED = 11  # the chapters before it are the ten


class SeenForm(forms.Form):
    """Something that two people may be writing: the mark of what was read comes back with it."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class WordsForm(SeenForm):
    """A clause: its words in each language, whom it is for, and who may read it."""

    audience = forms.MultipleChoiceField(
        label=_("Who reads, signs and learns it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    visibility = forms.ChoiceField(label=_("Who may read it"), choices=_VISIBILITIES, widget=forms.RadioSelect)

    def __init__(self, *args: Any, edited: EditedClause, policy: Policy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edited, self.languages = edited, policy.languages
        for key in drafting.WORDS:
            for language in self.languages:
                self._add(key, language)
        self._offer(policy)
        self.initial.setdefault("visibility", edited.clause.visibility)
        if len(self.languages) > 1:
            label = _("What I changed changes nothing in the other languages")
            self.fields["in_step"] = forms.BooleanField(label=label, required=False)

    def _add(self, key: str, language: str) -> None:
        field = forms.CharField(
            label=_LABELS[key],
            required=key != "purpose",
            max_length=20_000,
            widget=_WIDGETS[key](
                {"rows": _ROWS[key], "lang": language, **({"class": "brief"} if key == "purpose" else {})}
            ),
        )
        self.fields[f"{key}_{language}"] = field
        self.initial.setdefault(f"{key}_{language}", unwrapped(self._saved(key, language)))

    def _saved(self, key: str, language: str) -> str:
        saved: str = getattr(self.edited.clause, key).get(language, "")
        return saved

    def _offer(self, policy: Policy) -> None:
        audience, language = self.fields["audience"], get_language() or ""
        if isinstance(audience, forms.MultipleChoiceField):
            audience.choices = [(name, each.name.best(language)) for name, each in policy.audiences.items()]
        self.initial.setdefault("audience", list(self.edited.clause.audience))

    def rows(self) -> list[list[forms.BoundField]]:
        """Return the words, the languages of one key beside one another."""
        return [[self[f"{key}_{language}"] for language in self.languages] for key in drafting.WORDS]

    def words(self) -> dict[tuple[str, str], str]:
        """Return the words that were typed, by key and language; those that nobody changed keep their lines."""
        told = {}
        for key in drafting.WORDS:
            for language in self.languages:
                said = self.cleaned_data[f"{key}_{language}"].replace("\r\n", "\n")
                saved = self._saved(key, language)
                told[key, language] = saved if said == unwrapped(saved) else said
        return told

    def touched(self) -> tuple[str, ...]:
        """Return the languages whose words were changed, or all of them where the author says that they are in step."""
        changed = {language for (key, language), said in self.words().items() if said != self._saved(key, language)}
        return self.languages if changed and self.cleaned_data.get("in_step") else tuple(sorted(changed))


class YamlForm(SeenForm):
    """A file, or a stretch of one, as YAML."""

    yaml = forms.CharField(
        label=_("As YAML"),
        required=False,
        strip=False,
        max_length=1_000_000,
        widget=forms.Textarea({"rows": 20, "spellcheck": "false", "class": "code"}),
    )

    def told(self) -> str:
        """Return what was typed."""
        text: str = self.cleaned_data["yaml"]
        return text.replace("\r\n", "\n")


class _TitledForm(forms.Form):
    """Something new: its title in each language, and the short name by which it is cited."""

    def __init__(self, *args: Any, policy: Policy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.policy = policy
        for language in policy.languages:
            widget = forms.TextInput({"lang": language})
            self.fields[f"title_{language}"] = forms.CharField(label=_LABELS["title"], max_length=200, widget=widget)
        self.fields["slug"] = forms.RegexField(
            _SLUG, label=_("Short name"), max_length=60, required=False, help_text=_SHORT, error_messages=_WRONG
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("slug") and "slug" not in self.errors:
            title = str(said.get(f"title_{self.policy.languages[0]}", ""))
            said["slug"] = "-".join(slug(title, "clause").split("-")[:MAX_WORDS])[:60].strip("-")
        return said

    def titles(self) -> list[forms.BoundField]:
        """Return the fields of the title, one a language."""
        return [self[f"title_{language}"] for language in self.policy.languages]

    def title(self) -> dict[str, str]:
        """Return the title that was typed, by language."""
        return {language: self.cleaned_data[f"title_{language}"] for language in self.policy.languages}


class NewClauseForm(_TitledForm):
    """A new clause of a chapter."""

    heading = _("A new clause")
    chapter = forms.ChoiceField(label=_("Chapter"))

    def __init__(self, *args: Any, policy: Policy, **kwargs: Any) -> None:
        super().__init__(*args, policy=policy, **kwargs)
        language, chapter = get_language() or "", self.fields["chapter"]
        if isinstance(chapter, forms.ChoiceField):
            told = ((each.chapter, f"{each.number}. {each.title.best(language)}") for each in policy.chapters)
            chapter.choices = list(told)
        for each in policy.languages:
            area = forms.Textarea({"rows": 6, "lang": each})
            self.fields[f"text_{each}"] = forms.CharField(label=_LABELS["text"], max_length=20_000, widget=area)

    def texts(self) -> list[forms.BoundField]:
        """Return the fields of the text, one a language."""
        return [self[f"text_{language}"] for language in self.policy.languages]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        name = f"{said.get('chapter')}.{said.get('slug')}"
        if any(each.id == name for each in self.policy.clauses()):
            self.add_error("slug", _("A clause of this chapter has this short name already."))
        return said

    def made(self) -> NewClause:
        """Return the clause that was typed."""
        said = self.cleaned_data
        text = {each: said[f"text_{each}"].replace("\r\n", "\n") for each in self.policy.languages}
        return NewClause(said["chapter"], f"{said['chapter']}.{said['slug']}", self.title(), text)


class ChapterForm(_TitledForm):
    """A new chapter, behind those that are there."""

    heading = _("A new chapter")

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if any(each.chapter == said.get("slug") for each in self.policy.chapters):
            self.add_error("slug", _("A chapter has this short name already."))
        return said

    def number(self) -> int:
        """Return the number of the chapter: those of the ten are theirs."""
        return max([FIRST_ADDED - 1, *(each.number for each in self.policy.chapters)]) + 1
