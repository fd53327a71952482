"""The roles of people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person may be charged with; several at once. Everybody is a person first."""

    AUTHOR = "author", _("Author")
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
