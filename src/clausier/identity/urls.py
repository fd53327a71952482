"""The addresses of the room."""

from django.urls import path, register_converter
from django.urls.converters import PathConverter

from clausier.identity.views import closed, duties, imports, links, my_data, people, roles, settings, setup, tokens

# Of allauth's addresses, those that we use; the others are closed, whatever a later version adds.
SIGN_IN = (
    "login/",
    "login/code/",
    "login/code/confirm/",
    "logout/",
    "inactive/",
    "password/change/",
    "password/set/",
    "password/reset/",
    "password/reset/confirm/",
    "password/reset/complete/",
    "password/reset/done/",
)


class Unused(PathConverter):
    """What follows ``account/`` in an address that is none of ours."""

    regex = rf"(?!(?:{'|'.join(SIGN_IN)})$).+"


register_converter(Unused, "unused")

urlpatterns = [
    path("account/<unused:rest>", closed.closed, name="account-closed"),
    path("setup", setup.setup, name="setup"),
    path("l/<str:token>", links.link, name="link"),
    path("people", people.people, name="people"),
    path("people/add", people.add, name="person-add"),
    path("people/import", imports.begin, name="people-import"),
    path("people/import/<str:uid>", imports.shown, name="people-import-shown"),
    path("people/import/<str:uid>/confirm", imports.confirm, name="people-import-confirm"),
    path("people/import/<str:uid>/drop", imports.drop, name="people-import-drop"),
    path("people/import/<str:uid>/undo", imports.undo, name="people-import-undo"),
    path("people/absence/<str:uid>/cancel", people.cancel_absence, name="absence-cancel"),
    path("people/<str:uid>", people.person, name="person"),
    path("people/<str:uid>/change", people.change, name="person-change"),
    path("people/<str:uid>/end", people.end, name="person-end"),
    path("people/<str:uid>/return", people.bring_back, name="person-return"),
    path("people/<str:uid>/invite", people.invite, name="person-invite"),
    path("people/<str:uid>/email-works", people.email_works, name="person-email-works"),
    path("people/<str:uid>/sign-in", people.offer_sign_in, name="person-sign-in"),
    path("people/<str:uid>/absence", people.add_absence, name="absence-add"),
    path("roles", roles.roles, name="roles"),
    path("roles/<str:uid>/second", roles.second, name="role-second"),
    path("roles/<str:uid>/end", roles.end, name="role-end"),
    path("duties", duties.duties, name="duties"),
    path("duties/<str:uid>/end", duties.end, name="duty-end"),
    path("settings", settings.settings, name="settings"),
    path("settings/preferences", settings.preferences, name="settings-preferences"),
    path("settings/pin", settings.pin, name="settings-pin"),
    path("settings/organization", settings.organization, name="settings-organization"),
    path("settings/mail", settings.try_mail, name="settings-mail"),
    path("settings/switch/<slug:key>", settings.switch, name="settings-switch"),
    path("tokens", tokens.tokens, name="tokens"),
    path("tokens/<str:uid>/revoke", tokens.revoke, name="token-revoke"),
    path("my-data", my_data.my_data, name="my-data"),
    path("my-data/download", my_data.download, name="my-data-download"),
]
