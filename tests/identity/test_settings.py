"""Settings, switches, keys of programs, and what a person may see of what is kept."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from clausier.audit.models import Entry
from clausier.identity import actions, selectors
from clausier.identity.models import ApiToken, Organization, Person
from clausier.identity.states import Scope
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.tasks.models import Mail
from factories.identity import administrator, hold
from people import make_person, signed_in

pytestmark = pytest.mark.django_db


def _later(**delta):
    return clock.now() + timedelta(**delta)


def test_a_switch_is_told_to_those_who_watch(organization):
    """It is off until then, its change is in the ledger, and the same again says nothing."""
    observer = make_person("Observer", "observer")
    actor = administrator()
    assert not selectors.is_on("public-check")
    for _ in range(2):
        actions.set_switch(actor=actor, key="public-check", is_on=True)
    assert selectors.is_on("public-check")
    assert {mail.to for mail in Mail.objects.all()} == {observer.email, actor.email}
    assert Entry.objects.filter(action="identity.setting.changed").count() == 1


@pytest.mark.parametrize("who", [["people-officer"], ["auditor"], []])
def test_only_an_administrator_switches(organization, who):
    with pytest.raises(RefusedError):
        actions.set_switch(actor=make_person("Other", *who), key="public-check", is_on=True)


def test_a_switch_that_no_room_knows_is_not_there(organization):
    assert signed_in(administrator()).post("/fr/settings/switch/nothing", {"on": "1"}).status_code == 404


def test_the_organisation_keeps_its_name_and_a_real_time_zone(organization):
    with pytest.raises(ValidationError):
        actions.set_organization(actor=administrator(), name="x", timezone="Mars/Base")
    actions.set_organization(actor=administrator("Other Admin"), name=" Val ", timezone="America/Halifax")
    assert Organization.objects.values_list("name", "timezone").get() == ("Val", "America/Halifax")


def test_preferences_are_ones_own_and_leave_no_entry(organization):
    person = make_person()
    signed_in(person).post("/fr/settings/preferences", {"language": "en"})
    person = Person.objects.get(pk=person.pk)
    assert (person.language, person.keys, Entry.objects.count()) == ("en", False, 0)


def test_a_key_is_shown_once_and_kept_as_a_digest(organization):
    client = signed_in(administrator())
    form = {"name": "Intranet", "scopes": ["check"], "expires": _later(days=30).date().isoformat()}
    page = client.post("/en/tokens", form).content.decode()
    secret = page.split("<code>")[1].split("</code>")[0]
    assert selectors.bearer(secret).scopes == ["check"]
    assert secret not in client.get("/en/tokens").content.decode() + str(ApiToken.objects.values())


def test_a_key_ends_when_revoked_when_expired_and_with_its_owner(organization):
    actor = administrator()
    secret = actions.make_token(actor=actor, name="A", scopes=["check"], expires=_later(days=1))
    assert selectors.bearer(secret)
    assert selectors.bearer(secret + "x") is None
    clock.set_clock(_later(days=1))
    assert selectors.bearer(secret) is None
    clock.set_clock(None)
    actions.revoke_token(actor=actor, token=ApiToken.objects.get())
    assert selectors.bearer(secret) is None


@pytest.mark.parametrize(("scopes", "days"), [([], 1), (["all"], 1), (["check"], 0), (["check"], 400)])
def test_a_key_has_a_scope_and_an_end_within_a_year(organization, scopes, days):
    with pytest.raises(ValidationError):
        actions.make_token(actor=administrator(), name="A", scopes=scopes, expires=_later(days=days))


@pytest.mark.parametrize(
    ("role", "scopes"),
    [
        ("administrator", {"check", "policy", "decisions"}),
        ("people-officer", {"check", "policy", "decisions", "people"}),
        ("community-manager", {"check", "policy", "decisions", "receive", "inbox"}),
    ],
)
def test_a_program_may_do_no_more_than_who_makes_its_key(organization, role, scopes):
    """Whoever administers the installation reads no message of the public, by a key either: DESIGN 7."""
    actor = make_person("Key Maker", role)
    page = signed_in(actor).get("/en/tokens").content.decode()
    assert {scope for scope in Scope.values if f'value="{scope}"' in page} == scopes
    for scope in set(Scope.values) - scopes:
        with pytest.raises(ValidationError):
            actions.make_token(actor=actor, name="A", scopes=["check", scope], expires=_later(days=1))
    assert not ApiToken.objects.exists()


def test_a_person_sees_everything_that_is_kept_of_them_and_nothing_of_others(organization):
    person, other = make_person("Mine", "moderator", unit="Neige"), make_person("Secretother")
    hold("snow", person)
    hold("secretduty", other)
    client = signed_in(person)
    kept = json.loads(client.get("/fr/my-data/download").content)
    assert (kept["person"][0]["unit"], kept["role"][0]["role"], kept["duty"][0]["duty"]) == (
        "Neige",
        "moderator",
        "snow",
    )
    assert "secret" not in json.dumps(kept).lower()
    assert "Neige" in client.get("/fr/my-data").content.decode()


def test_looking_changes_nothing(organization):
    """No page of the room writes when it is opened."""
    client = signed_in(make_person("All", "administrator", "people-officer"))
    before = Person.objects.values().get(name="All")
    for page in ("people", "roles", "duties", "settings", "tokens", "my-data", "people/import", "people/add"):
        assert client.get(f"/en/{page}").status_code == 200
    assert Person.objects.values().get(name="All") == before
    assert Entry.objects.count() == 0
