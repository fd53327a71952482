"""A decision as a page shows it, in the language of the reader."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString

from clausier.decisions import subjects, wording
from clausier.decisions.models import Appeal, Decision
from clausier.decisions.states import Standing
from clausier.decisions.subjects import Shown
from clausier.decisions.wording import Effects
from clausier.document.model import Clause, Policy
from clausier.document.networks import NETWORKS, load_network
from clausier.document.rendering import marked_up
from clausier.document.typography import curled, typeset
from clausier.lib import clock
from clausier.policy.selectors import policy_of


@dataclass
class Reading:
    """What a decision says to a reader: the clause as it read in the version that is cited."""

    decision: Decision
    language: str

    @cached_property
    def policy(self) -> Policy:
        return policy_of(self.decision.version)

    @cached_property
    def clause(self) -> Clause | None:
        return next((each for each in self.policy.clauses() if each.id == self.decision.clause), None)

    @property
    def spoken(self) -> str:
        """The language in which the clause is shown: the reader's where the policy has it."""
        languages = self.policy.languages
        return self.language if self.language in languages else languages[0]

    @property
    def number(self) -> str:
        return self.policy.numbers().get(self.decision.clause, "")

    @property
    def is_public(self) -> bool:
        """Whether everybody may read the clause; an internal one is a number and nothing else."""
        return self.clause is not None and self.clause.visibility == "public"

    @property
    def title(self) -> str:
        return self._set(self.clause.title.best(self.spoken)) if self.clause and self.is_public else ""

    @property
    def prose(self) -> SafeString:
        """The text of the clause as HTML."""
        said = self._set(self.clause.text.best(self.spoken)) if self.clause and self.is_public else ""
        return SafeString(marked_up(said))  # cleaned by nh3

    @property
    def said(self) -> str:
        """The sentence by which the clause explains a removal, where it has one."""
        ground = self.clause.remove_for if self.clause and self.is_public else None
        return self._set(ground.say.best(self.spoken)) if ground else ""

    @cached_property
    def shown(self) -> Shown | None:
        """The subject itself: for the slip and for those who decide, never for a public page."""
        return subjects.show(self.decision.kind, self.decision.subject)

    @property
    def channel(self) -> str:
        """The name of the network, or of the place, where the subject stood."""
        name = self.shown.channel if self.shown else ""
        return load_network(name).name.best(self.language) if name in NETWORKS else name

    @property
    def effect(self) -> Effects:
        return wording.effect_of(self.decision, self.shown, self.language)

    @cached_property
    def now(self) -> Effects | None:
        """What was done since, where a later decision replaced this one."""
        later = Decision.objects.filter(replaces=self.decision).first()
        return wording.effect_of(later, self.shown, self.language) if later else None

    @property
    def decided_by(self) -> str:
        return wording.decided_by(self.decision)

    @property
    def standing(self) -> str:
        return wording.standing_of(self.decision)

    @property
    def is_masked(self) -> bool:
        return wording.is_masked(self.clause)

    @cached_property
    def appeal(self) -> Appeal | None:
        return Appeal.objects.filter(decision=self.decision).first()

    @property
    def can_appeal(self) -> bool:
        """Whether an objection can be made now."""
        by = self.decision.appeal_by
        return self.decision.standing == Standing.STANDS and by is not None and clock.now() <= by

    def _set(self, text: str) -> str:
        return curled(typeset(text, self.spoken))


def read(decision: Decision, language: str) -> Reading:
    """Return a decision as it is shown in a language."""
    return Reading(decision, language)
