"""The one table of permissions: which roles may do what. What is not here is refused."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from clausier.identity.models import Person, RoleGrant
from clausier.identity.states import TWO_PEOPLE, Role, Scope
from clausier.lib.refusals import RefusedError, Words

R = Role
PERMISSIONS: dict[str, frozenset[str]] = {
    name: frozenset(roles)
    for name, roles in {
        "audit.ledger.view": (R.AUDITOR,),
        "audit.entry.erase": (R.PRIVACY_OFFICER,),
        "identity.people.view": (R.PEOPLE_OFFICER,),
        "identity.people.edit": (R.PEOPLE_OFFICER,),
        "identity.people.import": (R.PEOPLE_OFFICER,),
        "identity.duties.assign": (R.PEOPLE_OFFICER,),
        "identity.roles.view": (R.PEOPLE_OFFICER, R.ADMINISTRATOR, R.AUDITOR),
        "identity.roles.grant": (R.PEOPLE_OFFICER, R.ADMINISTRATOR),
        "identity.tokens.manage": (R.ADMINISTRATOR, R.PEOPLE_OFFICER, R.COMMUNITY_MANAGER),
        "identity.settings.edit": (R.ADMINISTRATOR,),
        "policy.drafts.view": (R.AUTHOR, R.APPROVER, R.OBSERVER, R.AUDITOR),
        "policy.drafts.edit": (R.AUTHOR,),
        "policy.version.approve": (R.APPROVER,),
        "policy.version.adopt": (R.AUTHOR, R.APPROVER),
        "policy.resolution.record": (R.AUTHOR, R.APPROVER),
        "policy.consultation.record": (R.AUTHOR, R.APPROVER),
        "policy.approvers.edit": (R.APPROVER, R.ADMINISTRATOR),
        "policy.facts.edit": (R.AUTHOR, R.COMMUNITY_MANAGER),
        "policy.protected.edit": (R.PRIVACY_OFFICER,),
        "decisions.view": (R.MODERATOR, R.COMMUNITY_MANAGER, R.APPEAL_DECIDER, R.AUDITOR),
        "decisions.appeal.decide": (R.APPEAL_DECIDER,),
        "decisions.enquiry.answer": (R.APPEAL_DECIDER, R.MODERATOR, R.COMMUNITY_MANAGER),
        "decisions.account.decide": (R.CUSTODIAN,),
        "decisions.access.decide": (R.CASE_DECIDER,),
        "decisions.breach.decide": (R.CASE_DECIDER,),
        "ambassadors.progress.view": (R.MANAGER, R.PEOPLE_OFFICER),
        "ambassadors.campaigns.view": (R.PEOPLE_OFFICER, R.AUTHOR, R.OBSERVER),
        "ambassadors.campaigns.people": (R.PEOPLE_OFFICER,),
        "ambassadors.stations.open": (R.PEOPLE_OFFICER,),
        "ambassadors.paper.record": (R.PEOPLE_OFFICER,),
        "ambassadors.questions.answer": (R.AUTHOR, R.PEOPLE_OFFICER),
        "posts.draft.review": (R.APPROVER,),
        "inbox.view": (R.COMMUNITY_MANAGER, R.MODERATOR),
        "inbox.receive": (R.COMMUNITY_MANAGER, R.MODERATOR),
        "inbox.channels.edit": (R.COMMUNITY_MANAGER,),
        "moderation.view": (R.MODERATOR, R.COMMUNITY_MANAGER),
        "moderation.decide": (R.MODERATOR,),
        "moderation.fairness.view": (R.MODERATOR, R.COMMUNITY_MANAGER, R.AUDITOR, R.OBSERVER),
        "tasks.outbox.view": (R.ADMINISTRATOR, R.PEOPLE_OFFICER),
        "tasks.outbox.read": (R.PEOPLE_OFFICER,),
    }.items()
}

# What a program may do only for somebody who may do it: whoever runs the installation reads no message by a key. The
# other scopes give what is public, or a verdict on a text that the program already has.
OF_SCOPES = {
    Scope.RECEIVE: "inbox.receive",
    Scope.INBOX: "inbox.view",
    Scope.PEOPLE: "identity.people.edit",
}


def can(person: Person, permission: str) -> bool:
    """Tell whether one of the person's roles holds a permission. Raises KeyError for one that the table lacks."""
    return bool(PERMISSIONS[permission] & person.roles)


def may_give(person: Person, scope: str) -> bool:
    """Tell whether a person may answer for a program that has a scope: a program may do no more than they may."""
    permission = OF_SCOPES.get(Scope(scope))
    return permission is None or can(person, permission)


def require(person: Person, permission: str) -> None:
    """Raise RefusedError (403) unless the person holds the permission."""
    if not can(person, permission):
        raise RefusedError("not-permitted", _("Your roles do not allow this."))


def require_own_or(actor: Person, person: Person, permission: str) -> None:
    """Raise RefusedError (403) unless it is about oneself, or the actor holds the permission."""
    if actor != person:
        require(actor, permission)


class Refused(NamedTuple):
    """The words of a refusal and its status, ready to be raised or shown beside a button that does not press."""

    code: str
    sentence: Words
    status: int = 403


def email_refused(actor: Person, person: Person) -> Refused | None:
    """Tell why the e-mail of a person may not be changed, or None: whoever reads it signs in as them.

    One who holds a grave role got it from two people, and no single other one may take it over.
    """
    if actor != person and person.roles & TWO_PEOPLE:
        sentence = _("This person's roles take two people: end them, change the e-mail, then grant them again.")
        return Refused("grave-role", sentence, 409)
    return None


def second_refused(actor: Person, grant: RoleGrant) -> Refused | None:
    """Tell why a person may not second a grant, or None."""
    if grant.by_id == actor.pk:
        return Refused("own-act", _("You granted this role: another person must agree to it."))
    if grant.person_id == actor.pk:
        return Refused("own-role", _("This role is for you: another person must agree to it."))
    return None
