"""The room as Django knows it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from clausier.ui import panels
from clausier.ui.panels import Panel

NIGHT = timedelta(hours=7)
NOON = timedelta(hours=15)  # the middle of the day in Canada, so that a letter arrives while people work


class PolicyConfig(AppConfig):
    name = "clausier.policy"
    label = "policy"

    def ready(self) -> None:
        """Tell the other rooms what is asked, declared, kept, done every few minutes, and offered."""
        from clausier.audit import records, words
        from clausier.identity import audience_names, duties, duty_names, hours, links
        from clausier.policy.actions import announce, remind_review, tidy_steps
        from clausier.policy.actions.approving import PURPOSE
        from clausier.policy.by_link import HANDLER
        from clausier.policy.records import ACTS, KINDS
        from clausier.policy.selectors import declared
        from clausier.tasks import schedule

        duties.register(declared.duties, calling=declared.consulted)
        hours.register(declared.are_quiet)
        duty_names.register(declared.duty_names)
        audience_names.register(declared.audience_names)
        records.register(*KINDS)
        words.register(ACTS)
        links.register(PURPOSE, HANDLER)
        schedule.register(
            schedule.Periodic(name="policy.announce", every=timedelta(minutes=5), run=announce),
            schedule.Periodic(name="policy.remind", every=timedelta(days=1), run=remind_review, after=NOON),
            schedule.Periodic(name="policy.tidy", every=timedelta(days=1), run=tidy_steps, after=NIGHT),
        )
        panels.register(
            Panel("policy", _("Policy"), "policy", "public", 0, lambda _person: True),
            Panel("comments-policy", _("Comments policy"), "comments", "public", 1, lambda _person: True),
            Panel("policy-drafts", _("Drafts of the policy"), "edit", "governance", 0, _may("policy.drafts.view")),
            Panel("policy-life", _("Review and repeal"), "history", "governance", 3, _may("policy.version.adopt")),
            Panel("policy-approvers", _("Who approves"), "check", "governance", 4, _may("policy.approvers.edit")),
            Panel("policy-facts", _("Facts"), "info", "governance", 1, _may("policy.facts.edit")),
            Panel("policy-protected", _("Protected lists"), "lock", "governance", 2, _may("policy.protected.edit")),
        )


def _may(permission: str) -> Callable[[Any], bool]:
    """Return what tells whether a person holds a permission."""

    def may(person: Any) -> bool:
        from clausier.identity.permissions import can

        return can(person, permission)

    return may
