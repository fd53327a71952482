"""The roles of people."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clausier.lib.states import Move


class Role(models.TextChoices):
    """What a person may be charged with; several at once. Everybody is a person first."""

    AUTHOR = "author", pgettext_lazy("role", "Author")
    APPROVER = "approver", _("Approver")
    COMMUNITY_MANAGER = "community-manager", _("Community manager")
    MODERATOR = "moderator", _("Moderator")
    APPEAL_DECIDER = "appeal-decider", _("Appeal decider")
    CUSTODIAN = "custodian", _("Account custodian")
    MANAGER = "manager", _("Manager")
    PEOPLE_OFFICER = "people-officer", _("People officer")
    CASE_HANDLER = "case-handler", _("Case handler")
    CASE_DECIDER = "case-decider", _("Case decider")
    PRIVACY_OFFICER = "privacy-officer", _("Privacy officer")
    AUDITOR = "auditor", _("Auditor")
    OBSERVER = "observer", _("Observer")
    ADMINISTRATOR = "administrator", _("Administrator")


# Granting one of these takes two people.
TWO_PEOPLE = frozenset(
    {
        Role.PEOPLE_OFFICER,
        Role.CASE_HANDLER,
        Role.CASE_DECIDER,
        Role.PRIVACY_OFFICER,
        Role.AUDITOR,
        Role.ADMINISTRATOR,
    }
)


class Scope(models.TextChoices):
    """What a program may do through the API."""

    CHECK = "check", _("Check texts against the policy")
    POLICY = "policy", _("Read the policy and its versions")
    RECEIVE = "receive", _("Send received messages to the inbox")
    INBOX = "inbox", _("Read the messages of the inbox")
    DECISIONS = "decisions", _("Read decisions and their references")
    PEOPLE = "people", _("Read and change the list of people")


class ImportStatus(models.TextChoices):
    """Where a sheet of people stands."""

    SHOWN = "shown", _("read, not written")
    DONE = "done", _("written")
    UNDONE = "undone", pgettext_lazy("list", "undone")
    DROPPED = "dropped", _("dropped")


IMPORT_MOVES = {
    "confirm": Move((ImportStatus.SHOWN,), ImportStatus.DONE),
    "drop": Move((ImportStatus.SHOWN,), ImportStatus.DROPPED),
    "undo": Move((ImportStatus.DONE,), ImportStatus.UNDONE),
}
