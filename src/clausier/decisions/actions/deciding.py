"""To decide, and to take a decision back before anybody was told."""

from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clausier.audit.actions import PROGRAM, record
from clausier.decisions import subjects, terms
from clausier.decisions.models import Appeal, Decision
from clausier.decisions.permissions import DECIDES, appeal_deciders
from clausier.decisions.references import new_reference
from clausier.decisions.states import AGAINST, EFFECTS, MOVES, TOLD, Done, Effect, Ground, Kind, Notice, Standing
from clausier.document.model import Clause
from clausier.identity.models import Person
from clausier.identity.permissions import require
from clausier.identity.selectors import organization
from clausier.lib import clock
from clausier.lib.models import Named
from clausier.lib.refusals import RefusedError
from clausier.lib.states import moved
from clausier.lib.tokens import digest, new_letters, new_token
from clausier.policy.models import Version
from clausier.policy.selectors import clause_of, facts, policy_of
from clausier.policy.states import Status


class Recorded(NamedTuple):
    """A decision and, in the clear this once, what opens its slip: the key of its link, the letters to dictate."""

    decision: Decision
    key: str = ""
    letters: str = ""


@transaction.atomic
def decide(  # noqa: PLR0913  # a statement of reasons has so many parts
    *,
    actor: Person | None,
    kind: str,
    subject: Named,
    version: Version,
    clause: str,
    facts: str,
    effect_wanted: str,
    language: str,
    quote: str = "",
    ground: str = Ground.POLICY,
    law: str = "",
    found_by_program: bool = False,
    appeal_by: datetime | None = None,
    second: Person | None = None,
    replaces: Decision | None = None,
    until: datetime | None = None,
    seen_by_after: str = "",
    effect_done: str = Done.PENDING,
    notice: str = Notice.PENDING,
) -> Recorded:
    """Keep a reasoned act, with its clause as it reads in the cited version; afterwards it is never changed.

    ``actor`` None is the program, which may hold, hide or keep but never removes. What hides or removes gets a private
    key, and the time to appeal that the policy states unless ``appeal_by`` gives another. ``replaces`` is an earlier
    decision on the same subject, which stands no more.
    Refused: a right that is lacking, an effect of the wrong kind, a version never adopted, a clause that the version
    does not hold, an internal clause as the ground of a removal, oneself as the second person, and a decision under
    appeal as what is replaced (its appeal is answered first). Raises ValidationError for facts that are lacking.
    """
    if actor:
        require(actor, DECIDES[Kind(kind)])
    _check_effect(actor, kind, effect_wanted, facts)
    _check_ground(version, clause, ground, law, effect_wanted)
    _check_second(actor, second)
    if replaces:
        _replace(replaces, kind, subject)
    made = Decision(
        kind=kind,
        subject=subject.uid,
        version=version,
        clause=clause,
        language=_language(version, language),
        ground=ground,
        law=law,
        facts=facts.strip(),
        quote=quote,
        effect_wanted=effect_wanted,
        effect_done=effect_done,
        seen_by_after=seen_by_after,
        until=until,
        notice=notice,
        found_by_program=found_by_program,
        by=actor,
        second=second,
        replaces=replaces,
        appeal_by=appeal_by or _appeal_by(version, clause, kind, subject, effect_wanted),
    )
    return keep(made, actor)


def keep(decision: Decision, actor: Person | None) -> Recorded:
    """Give a new decision its reference, its keys where somebody is to be told, and its entry in the ledger.

    For the actions of this room, in their transaction and after their checks.
    """
    those = [each.pk for each in (decision.by, decision.second) if each]
    deciders = appeal_deciders(decision.version, decision.clause)
    decision.sole_decider = decision.by_id is not None and not deciders.exclude(pk__in=those).exists()
    decision.reference = _free_reference()
    key = letters = ""
    if decision.effect_wanted in AGAINST and decision.notice != Notice.NOT_NEEDED:
        key, letters = new_token(), _free_letters()
        decision.key, decision.letters = digest(key), digest(letters)
    decision.save(force_insert=True)
    record(
        "decisions.decision.made",
        actor=actor or PROGRAM,
        subject=decision,
        details={
            "kind": decision.kind,
            "of": decision.subject,
            "version": decision.version.number,
            "clause": decision.clause,
            "ground": decision.ground,
            "effect": decision.effect_wanted,
            "second": decision.second.uid if decision.second else "",
            "replaces": decision.replaces.uid if decision.replaces else "",
            "sole_decider": decision.sole_decider,
        },
    )
    return Recorded(decision, key, letters)


@transaction.atomic
def undo(*, actor: Person, decision: Decision) -> Decision:
    """Take a decision back: it is kept, and stands no more; the one that it replaced stands again.

    What was done to its subject is its room's to mend.

    Refused once somebody was told of it, under appeal, or without the right to decide on its kind.
    """
    require(actor, DECIDES[Kind(decision.kind)])
    locked = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if locked.notice in TOLD:
        raise RefusedError("told", _("Its author has been told: make a new decision that replaces this one."), 409)
    locked.standing = moved(MOVES, "undo", locked.standing)
    locked.appeal_by = None
    locked.save(update_fields=["standing", "appeal_by"])
    if locked.replaces:
        _stand_again(locked.replaces)
    record("decisions.decision.undone", actor=actor, subject=locked)
    return locked


def _check_effect(actor: Person | None, kind: str, effect: str, facts: str) -> None:
    if effect not in EFFECTS[Kind(kind)]:
        raise RefusedError("wrong-effect", _("Nothing of this kind can have this effect."), 409)
    if actor is None and effect == Effect.REMOVE:
        raise RefusedError("not-by-program", _("The program removes nothing: a person decides."))
    if effect in AGAINST and not facts.strip():
        raise ValidationError({"facts": _("Say what happened: a decision without facts cannot be explained.")})


def _check_ground(version: Version, clause: str, ground: str, law: str, effect: str) -> None:
    if version.status != Status.ADOPTED:
        raise RefusedError("not-adopted", _("A decision cites an adopted version of the policy."), 409)
    if ground == Ground.LAW:
        if not law.strip():
            raise ValidationError({"law": _("Name the provision of the law.")})
        return
    said = clause_of(version, clause)
    if said is None:
        raise RefusedError("no-such-clause", _("The version that is cited does not hold this clause."), 409)
    if effect in AGAINST and not is_public(said):
        raise RefusedError("internal-clause", _("What is not published cannot be a ground for removal."), 409)


def is_public(clause: Clause) -> bool:
    """Tell whether everybody may read a clause."""
    return clause.visibility == "public"


def _check_second(actor: Person | None, second: Person | None) -> None:
    if second and actor and second.pk == actor.pk:
        raise RefusedError("own-second", _("The second person is somebody else."))
    if second and not second.is_active:
        raise RefusedError("second-left", _("The second person is no longer here."), 409)


def _replace(earlier: Decision, kind: str, subject: Named) -> None:
    locked = Decision.objects.select_for_update(of=("self",)).get(pk=earlier.pk)
    if (locked.kind, locked.subject) != (kind, subject.uid):
        raise RefusedError("other-subject", _("A decision replaces one on the same subject."), 409)
    if locked.standing == Standing.APPEALED:
        raise RefusedError("appealed", _("Its appeal is answered first, by another person."), 409)
    locked.standing = moved(MOVES, "replace", locked.standing)
    locked.save(update_fields=["standing"])
    earlier.standing = locked.standing


def _stand_again(earlier: Decision) -> None:
    """Put a replaced decision back where it stood: upheld when an appeal had said so."""
    was_upheld = Appeal.objects.filter(decision=earlier, outcome=Standing.UPHELD).exists()
    standing = Standing.UPHELD if was_upheld else Standing.STANDS
    Decision.objects.filter(pk=earlier.pk, standing=Standing.REPLACED).update(standing=standing)


def _appeal_by(version: Version, clause: str, kind: str, subject: Named, effect: str) -> datetime | None:
    """Return the last moment of an appeal as the cited version states it, None where it states none."""
    if kind != Kind.COMMENT or effect not in AGAINST:
        return None
    shown = subjects.show(kind, subject.uid)
    said = terms.appeal_of(policy_of(version), clause_of(version, clause), shown.channel if shown else "")
    return terms.after(clock.now(), said.within, facts()) if said and said.within else None


def _language(version: Version, language: str) -> str:
    languages = policy_of(version).languages
    return language if language in languages else languages[0]


def _free_reference() -> str:
    named = organization()
    while True:
        reference = new_reference(named.name if named else "")
        if not Decision.objects.filter(reference=reference).exists():
            return reference


def _free_letters() -> str:
    while True:
        letters = new_letters()
        if not Decision.objects.filter(letters=digest(letters)).exists():
            return letters


def restored(decision: Decision, *, actor: Person, facts: str, notice: str) -> Decision:
    """Make the decision that overturns another one: the same clause as it read, its subject put back."""
    made = Decision(
        kind=decision.kind,
        subject=decision.subject,
        version=decision.version,
        clause=decision.clause,
        language=decision.language,
        ground=decision.ground,
        law=decision.law,
        facts=facts,
        effect_wanted=Effect.RESTORE,
        notice=notice,
        by=actor,
        replaces=decision,
        standing=Standing.STANDS,
    )
    return keep(made, actor).decision
