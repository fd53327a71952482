"""The rules of a removal: what no moderator may do alone, and what nobody may do at all."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from clausier.chapters.inbox.models import Item
from clausier.chapters.moderation.models import Proposal
from clausier.chapters.moderation.selectors.grounds import (
    effects_of,
    findings_of,
    is_public_body,
    may_be_cited,
    passage_of,
    signals_for,
    version_for,
)
from clausier.decisions.states import Effect, Ground
from clausier.document.checks.limits import OPINIONS
from clausier.document.model import Clause
from clausier.document.vocabulary import INCOMING, LADDERS
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.lib.refusals import Refusal, RefusedError
from clausier.policy.models import Version
from clausier.policy.selectors import clause_of, in_force, policy_of

MAX_FACTS, MAX_LAW = 1000, 200
NO_PASSAGE = _("Quote the passage that shows the ground. A public body removes nothing without it.")
MILDEST = LADDERS[INCOMING][0]


class Case(NamedTuple):
    """What somebody wants to do to a comment, and why: hide or remove it, for a clause or for a law."""

    effect: Effect
    facts: str
    clause: str = ""
    law: str = ""
    quote: str = ""

    @property
    def ground(self) -> Ground:
        """The nature of the ground."""
        return Ground.LAW if self.law else Ground.POLICY


class Sound(NamedTuple):
    """A case that holds: the version that is cited, its clause (None for a law), and where the passage stands."""

    version: Version
    clause: Clause | None
    passage: tuple[int, int] | None
    why_second: Refusal | None  # why a second person must agree, or None


def sound(item: Item, case: Case) -> Sound:
    """Return a case that may be decided.

    Raises ValidationError, by field, for facts, a law or a passage that are missing or wrong, and RefusedError for an
    act that the network does not have, or a clause that is no ground in the version that judges the comment. In a
    public body the passage is compulsory and the ground looks at no opinion (ca-charter-blocking).
    """
    if case.effect not in effects_of(item.channel):
        raise RefusedError("no-such-act", _("This network has no such act for an organization."), 409)
    version, clause = _ground(item, case)
    strict = is_public_body(policy_of(version))
    passage = passage_of(item.text, case.quote)
    wrong = {**_wrong_words(case), **_wrong_passage(case, is_found=bool(passage), is_needed=strict)}
    if wrong:
        raise ValidationError(wrong)
    return Sound(version, clause, passage, _second(item, version, clause, passage) if strict else None)


def may_second(person: Person, proposal: Proposal) -> Refusal | None:
    """Return why a person may not answer a proposal: it is their own, or it has been answered."""
    if proposal.by_id == person.pk:
        return Refusal("own-proposal", _("You proposed this. Somebody else has to agree."))
    if proposal.answered:
        return Refusal("answered", _("This proposal has already been answered."))
    return None


def check_second(first: Person, second: Person) -> None:
    """Raise RefusedError unless the second person is another one who may decide."""
    if second.pk == first.pk or not can(second, "moderation.decide"):
        raise RefusedError("bad-second", _("The second person must be somebody else who may decide on comments."))


def _ground(item: Item, case: Case) -> tuple[Version, Clause | None]:
    version = version_for(item)
    if case.ground == Ground.LAW:
        current = version or in_force()
        if current is None:
            raise RefusedError("no-policy", _("No policy is in force: nothing can be cited yet."), 409)
        return current, None
    clause = clause_of(version, case.clause) if version else None
    if version is None or clause is None or not may_be_cited(policy_of(version), clause):
        sentence = _("This clause was not a ground for removing a comment when the comment was written.")
        raise RefusedError("not-a-ground", sentence, 409)
    return version, clause


def _wrong_words(case: Case) -> dict[str, list[ValidationError]]:
    wrong = {}
    if not case.facts.strip():
        wrong["facts"] = [ValidationError(_("Say in a few words what the comment holds."), code="required")]
    elif len(case.facts) > MAX_FACTS:
        wrong["facts"] = [ValidationError(_("The facts fit in 1,000 characters. Shorten them."), code="max_length")]
    if len(case.law) > MAX_LAW:
        wrong["law"] = [ValidationError(_("The citation fits in 200 characters. Shorten it."), code="max_length")]
    return wrong


def _wrong_passage(case: Case, *, is_found: bool, is_needed: bool) -> dict[str, list[ValidationError]]:
    if is_found and case.quote.strip():
        return {}
    if case.quote.strip():
        sentence = _("The comment does not hold this passage word for word. Copy it from the comment.")
        return {"quote": [ValidationError(sentence, code="not-in-text")]}
    if is_needed:
        return {"quote": [ValidationError(NO_PASSAGE, code="required")]}
    return {}


def _second(item: Item, version: Version, clause: Clause | None, passage: tuple[int, int] | None) -> Refusal | None:
    """Return why a public body needs a second person, or None.

    The engine must have seen, in the passage itself, a signal that the cited clause looks for; and no clause that is
    no ground may have asked that the comment be read first (a complaint with an insult in it).
    """
    if clause is None:
        return Refusal("law", _("The ground is a law: a second person has to agree."))
    found = signals_for(item, version, clause)
    if not passage or not any(each.start < passage[1] and passage[0] < each.end for each in found):
        return Refusal(
            "no-signal", _("The checker sees nothing of this ground in the passage: a second person has to agree.")
        )
    if _holds_an_opinion(item, version):
        sentence = _("There is also an opinion or a question in this comment: a second person has to agree.")
        return Refusal("opinion", sentence)
    return None


def _holds_an_opinion(item: Item, version: Version) -> bool:
    """Tell whether a rule held the comment for what its author asks or thinks, on a clause that is no ground."""
    policy = policy_of(version)
    for finding in findings_of(item):
        clause = clause_of(version, finding["clause"])
        if clause and not may_be_cited(policy, clause) and finding["action"] != MILDEST:
            rules = [each for each in clause.rules if each.id == finding["rule"]]
            if any(set(rule.when.intent) & set(OPINIONS) for rule in rules):
                return True
    return False
