"""The shape of what moderators type."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation.permissions import MAX_FACTS, MAX_LAW, NO_PASSAGE, Case
from clausier.chapters.moderation.selectors.grounds import (
    Ground,
    effects_of,
    is_public_body,
    signals_for,
    version_for,
)
from clausier.chapters.moderation.wording import facts_of
from clausier.decisions.states import Effect, Notice
from clausier.identity.models import Person
from clausier.policy.selectors import in_force, policy_of

LAW = "law"
MAX_QUOTE = 2000
VERBS = {Effect.HIDE: _("Hide"), Effect.REMOVE: _("Remove")}


class CaseForm(forms.Form):
    """To hide or remove a comment: the effect, the facts, the passage, and the law where no clause is cited."""

    ground = forms.CharField(widget=forms.HiddenInput, max_length=120)
    effect = forms.ChoiceField(label=_("Do"), widget=forms.RadioSelect(attrs={"class": "chips"}))
    law = forms.CharField(label=_("The law, and its section"), max_length=MAX_LAW, required=False)
    facts = forms.CharField(
        label=_("What the comment holds"),
        help_text=_("One line of facts, in the author's language. Enter confirms."),
        max_length=MAX_FACTS,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
    )
    quote = forms.CharField(
        label=_("The passage that shows it"),
        help_text=_("Word for word. What is personal or secret in it is masked in the decision."),
        max_length=MAX_QUOTE,
        required=False,
        error_messages={"required": NO_PASSAGE},
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, item: Item, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        effects = effects_of(item.channel)
        self.fields["effect"].choices = [(effect, VERBS[effect]) for effect in effects]  # type: ignore[attr-defined]
        version = version_for(item) or in_force()
        self.fields["quote"].required = version is None or is_public_body(policy_of(version))
        if self["ground"].value() != LAW:
            del self.fields["law"]

    def clean_quote(self) -> str:
        """Give the passage the line ends of the comment: browsers send their own."""
        quote: str = self.cleaned_data["quote"]
        return quote.replace("\r\n", "\n")

    @property
    def case(self) -> Case:
        """What the form says, once it is valid."""
        said = self.cleaned_data
        is_law = said["ground"] == LAW
        return Case(
            effect=Effect(said["effect"]),
            facts=said["facts"],
            clause="" if is_law else said["ground"],
            law=said.get("law", ""),
            quote=said["quote"],
        )


def proposed(item: Item, ground: Ground | None, effect: str) -> dict[str, str]:
    """Return what the form of a ground begins with: the facts and the passage that the surest signal shows."""
    effects = effects_of(item.channel)
    chosen = effect if effect in effects else (effects[-1] if effects else "")
    version = version_for(item)
    if ground is None or version is None:
        return {"ground": LAW, "effect": chosen}
    seen = signals_for(item, version, ground.clause)
    return {
        "ground": ground.clause.id,
        "effect": chosen,
        "facts": facts_of(item, version, ground.clause),
        "quote": item.text[seen[0].start : seen[0].end] if seen else "",
    }


class AskForm(forms.Form):
    """Whom to ask."""

    colleague = forms.ModelChoiceField(
        label=_("Whom to ask"), queryset=Person.objects.none(), to_field_name="uid", empty_label=None
    )

    def __init__(self, people: list[Person], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = Person.objects.filter(pk__in=[person.pk for person in people])
        self.fields["colleague"].queryset = known  # type: ignore[attr-defined]


class RestoreForm(forms.Form):
    """Why a comment comes back."""

    facts = forms.CharField(label=_("Why it comes back"), max_length=MAX_FACTS)


class NoticeForm(forms.Form):
    """How the author was told."""

    notice = forms.ChoiceField(choices=Notice.choices)
    why = forms.CharField(max_length=300, required=False)
