"""What is done to people, roles, duties, links and the installation: one file a subject."""

from clausier.identity.actions.absences import add_absence, cancel_absence
from clausier.identity.actions.digest import send_digests
from clausier.identity.actions.duties import assign_duty, end_duty
from clausier.identity.actions.emails import email_fails, trust_email
from clausier.identity.actions.imports import confirm_import, drop_import, read_people, undo_import
from clausier.identity.actions.installation import (
    create_administrator,
    found,
    set_organization,
    set_switch,
    share_writing,
    try_mail,
)
from clausier.identity.actions.links import close_links, invite, make_link, offer_sign_in, spend_link
from clausier.identity.actions.people import (
    Departure,
    add_person,
    bring_back,
    change_person,
    choose_password,
    end_person,
    set_preferences,
)
from clausier.identity.actions.pins import choose_pin, give_pins
from clausier.identity.actions.roles import end_grant, grant_role, second_grant
from clausier.identity.actions.tokens import make_token, revoke_token

__all__ = [
    "Departure",
    "add_absence",
    "add_person",
    "assign_duty",
    "bring_back",
    "cancel_absence",
    "change_person",
    "choose_password",
    "choose_pin",
    "close_links",
    "confirm_import",
    "create_administrator",
    "drop_import",
    "email_fails",
    "end_duty",
    "end_grant",
    "end_person",
    "found",
    "give_pins",
    "grant_role",
    "invite",
    "make_link",
    "make_token",
    "offer_sign_in",
    "read_people",
    "revoke_token",
    "second_grant",
    "send_digests",
    "set_organization",
    "set_preferences",
    "set_switch",
    "share_writing",
    "spend_link",
    "trust_email",
    "try_mail",
    "undo_import",
]
