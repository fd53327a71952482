"""The API: keys and their scopes, problems in the caller's language, and no body that breaks it."""

import json
from datetime import UTC, datetime

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausier.api.rooms import ROOMS
from clausier.api.routes import api
from clausier.audit.models import Entry
from clausier.chapters.inbox.models import Batch, Channel, Item
from clausier.decisions.models import Decision
from clausier.identity import rooms
from clausier.identity.bearers import Bearer
from clausier.identity.models import ApiToken, Organization
from clausier.identity.states import Scope
from clausier.lib import clock
from clausier.lib.tokens import digest, new_token
from clausier.policy.actions import save_protected
from factories.inbox import make_channel, make_moderator, make_version
from factories.policy import keeper
from people import later, make_person

PUBLIC = {"/openapi.json"}
SIN = "Mon NAS est 046 454 286"


def make_key(*scopes):
    """Make a key of a program; return the header that shows it."""
    secret = new_token()
    owner = make_person("Robot Owner", "community-manager", "people-officer", email=None)
    token = ApiToken.objects.create(
        name="r", token=digest(secret), scopes=list(scopes), owner=owner, expires=later(days=1)
    )
    return {"HTTP_AUTHORIZATION": f"Bearer {secret}"}, token


@pytest.fixture
def channel(db):
    return make_channel(make_moderator())


def post(path, body, **headers):
    body = body if isinstance(body, str | bytes) else json.dumps(body)
    return Client().post(f"/api/v1{path}", body, content_type="application/json", **headers)


def calls(channel):
    """Every route with a call that is right: its scope, and how it is made."""
    sent = {"channel": channel.uid, "messages": [{"text": "Bonjour"}]}
    return {
        ("POST", "/inbox/messages"): (Scope.RECEIVE, lambda **key: post("/inbox/messages", sent, **key)),
        ("GET", "/inbox/messages"): (Scope.INBOX, lambda **key: Client().get("/api/v1/inbox/messages", **key)),
        ("POST", "/check"): (Scope.CHECK, lambda **key: post("/check", {"text": SIN}, **key)),
        ("GET", "/policy"): (Scope.POLICY, lambda **key: Client().get("/api/v1/policy", **key)),
        ("GET", "/decisions/{reference}"): (
            Scope.DECISIONS,
            lambda **key: Client().get("/api/v1/decisions/vb-2026-bcdfgh", **key),
        ),
    }


@pytest.fixture
def world(channel):
    version = make_version()
    Decision.objects.create(
        reference="VB-2026-BCDFGH", kind="comment", subject="x", version=version, clause="comments.spam", language="fr",
        facts="les mots de quelqu'un", effect_wanted="hide",
    )  # fmt: skip
    return channel


def operations():
    for prefix, router in api._routers:  # noqa: SLF001  # ninja has no public walk
        for path, view in router.path_operations.items():
            for operation in view.operations:
                yield prefix, path, operation


def switch_off(*names):
    """Switch rooms off."""
    Organization.objects.update(settings={rooms.key_of(name): False for name in names})


def test_every_route_of_a_room_has_its_door():
    """What a chapter answers is behind the door of that chapter, and each door is that of a room that may be off."""
    assert set(ROOMS.values()) <= rooms.installed()
    for _, router in api._routers:  # noqa: SLF001  # ninja has no public walk
        for path, view in router.path_operations.items():
            found = {rooms.room_of(each.view_func) for each in view.operations} - {""}
            assert not found or {ROOMS[tag] for tag in router.tags} == found, path


@pytest.mark.parametrize("route", range(5))
def test_a_room_that_is_off_is_not_there(organization, world, route):
    """With or without a key: 404, the name of the room in the caller's language; nor is it in the description."""
    (_method, path), (scope, call) = list(calls(world).items())[route]
    key, _ = make_key(scope)
    room = {"/inbox/messages": "inbox", "/check": "posts"}.get(path)
    switch_off("inbox", "posts", "moderation", "ambassadors")
    assert [call().status_code, call(**key).status_code] == ([404, 404] if room else [401, 200])
    described = Client().get("/api/v1/openapi.json").json()["paths"]
    assert (f"/api/v1{path}" in described) is not bool(room)
    if room:
        said = call(**key, HTTP_ACCEPT_LANGUAGE="fr").json()
        assert said["title"] == "room-off"
        assert "Pièce" in said["detail"]


def test_every_route_asks_for_a_key():
    """No route is open by mistake: each has a key of a scope, but for those that are listed."""
    found = list(operations())
    assert found
    open_ones = [path for _, path, each in found if not any(isinstance(auth, Bearer) for auth in each.auth_callbacks)]
    assert set(open_ones) <= PUBLIC


def test_every_route_has_its_call_here(world):
    """A route that comes is tried with and without its scope."""
    paths = {
        (method, f"/{prefix.strip('/')}{path}".replace("//", "/") if prefix else path)
        for prefix, path, each in operations()
        for method in each.methods
    }
    assert paths == set(calls(world))


@pytest.mark.parametrize("route", range(5))
def test_a_key_opens_what_its_scope_says(world, route):
    """Without a key 401, with every scope but the right one 403, with it alone 200."""
    scope, call = list(calls(world).values())[route]
    wrong, _ = make_key(*(each for each in Scope.values if each != scope))
    right, _ = make_key(scope)
    assert [call().status_code, call(**wrong).status_code, call(**right).status_code] == [401, 403, 200]


@pytest.mark.parametrize(
    "change", [{"revoked": datetime(2026, 1, 1, tzinfo=UTC)}, {"expires": datetime(2020, 1, 1, tzinfo=UTC)}]
)
def test_a_key_that_is_over_opens_nothing(world, change):
    key, token = make_key(*Scope.values)
    ApiToken.objects.filter(pk=token.pk).update(**change)
    assert Client().get("/api/v1/policy", **key).status_code == 401


@pytest.mark.parametrize("route", [0, 1])
def test_a_key_does_no_more_than_its_owner(world, route):
    """One who administers and no more reads no message by a program, nor whoever has lost the role since."""
    scope, call = list(calls(world).values())[route]
    key, token = make_key(scope)
    token.owner.grants.exclude(role="people-officer").update(ended=clock.now())
    assert call(**key).status_code == 403


def test_a_program_that_guesses_protected_names_is_stopped(world):
    """As a person is: after eight of them within an hour, and the ledger says so."""
    terms = [f"Projet Oiseau{letter}" for letter in "abcdefghij"]
    entries = "".join(f"- {{term: {term}, owner: council-office}}\n" for term in terms)
    save_protected(actor=keeper(), files={"protected/code-names.yaml": f"entries:\n{entries}"})
    key, token = make_key(Scope.CHECK)
    statuses = [post("/check", {"text": f"Voici {term}."}, **key).status_code for term in terms]
    assert statuses == [200] * 8 + [429] * 2
    assert Entry.objects.filter(action="posts.probing.stopped", actor=token.owner.uid).count() == 1


def test_a_problem_speaks_the_language_of_the_caller(world):
    """It is application/problem+json, with its code."""
    answers = [Client().get("/api/v1/policy", headers={"accept-language": each}) for each in ("fr", "en")]
    assert {each.headers["Content-Type"] for each in answers} == {"application/problem+json"}
    assert [each.json()["title"] for each in answers] == ["no-key", "no-key"]
    assert answers[0].json()["detail"] != answers[1].json()["detail"]


def test_nothing_there_is_told_as_json(db):
    answer = Client().get("/api/v1/nothing")
    assert (answer.status_code, answer.json()["status"]) == (404, 404)


def test_messages_are_sent(world):
    """Each is told: kept, known, refused and why; the batch is the owner's, obtained by the API."""
    key, token = make_key(Scope.RECEIVE)
    messages = [{"text": SIN, "external_id": "1"}, {"text": "a", "external_id": "1"}, {"text": " "}]
    messages.append({"text": "b", "written": "hier"})
    answer = post("/inbox/messages", {"channel": world.uid, "messages": messages}, **key).json()
    assert [each["result"] for each in answer["results"]] == ["kept", "known", "refused", "refused"]
    assert [each["why"] for each in answer["results"]] == ["", "", "empty", "bad-moment"]
    item = Item.objects.get()
    assert (item.verdict_action, item.obtained_by, item.batch.by) == ("hide", "api", token.owner)


def test_the_same_call_twice_is_one(world):
    """With its Idempotency-Key it gives the same batch; with another body it is refused."""
    key, _ = make_key(Scope.RECEIVE)
    key["HTTP_IDEMPOTENCY_KEY"] = "abc"
    body = {"channel": world.uid, "messages": [{"text": "Bonjour"}]}
    first, again = (post("/inbox/messages", body, **key).json() for _ in range(2))
    assert first == again
    body["messages"].append({"text": "autre"})
    assert post("/inbox/messages", body, **key).status_code == 422
    assert Batch.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 400),
        ("[1]", 422),
        ("null", 422),
        ('{"channel": "x", "messages": []}', 404),
        (b"\xff\xfe", 400),
        ('{"channel": 1, "messages": {}}', 422),
        (json.dumps({"channel": "x", "messages": [{"text": "a"}] * 501}), 422),
        ("[" * 100_000, 400),
        (b'{"channel": "' + b"x" * (6 * 2**20) + b'"}', 413),
    ],
)  # fmt: skip
def test_bodies_that_cannot_be_read(world, body, status):
    """Each is a problem, never a broken page."""
    key, _ = make_key(Scope.RECEIVE)
    answer = post("/inbox/messages", body, **key)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")


def test_messages_are_read_by_pages(world):
    """``next`` leads on, and the last page leads nowhere."""
    key, _ = make_key(Scope.RECEIVE, Scope.INBOX)
    post("/inbox/messages", {"channel": world.uid, "messages": [{"text": f"m{n}"} for n in range(5)]}, **key)
    texts, after = [], ""
    while True:
        page = Client().get(f"/api/v1/inbox/messages?limit=2&after={after}", **key).json()
        texts += [each["text"] for each in page["messages"]]
        after = page["next"]
        if not after:
            break
    assert texts == ["m4", "m3", "m2", "m1", "m0"]


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "limit=99999999999999999999"])
def test_a_query_that_is_wrong_is_a_problem(world, query):
    key, _ = make_key(Scope.INBOX)
    assert Client().get(f"/api/v1/inbox/messages?{query}", **key).status_code == 422


def test_a_check_keeps_nothing(world):
    """The verdict comes back; no row is written."""
    key, _ = make_key(Scope.CHECK)
    verdict = post("/check", {"text": SIN, "id": "mine", "lang": "fr"}, **key).json()
    assert (verdict["id"], verdict["action"], verdict["policy"]["version"]) == ("mine", "block", "1.0")
    assert not Item.objects.exists()


@pytest.mark.parametrize("body", [{}, {"text": 3}, {"text": "a", "direction": "up"}, {"text": "a", "at": "x"}])
def test_a_context_that_cannot_be_judged_is_a_problem(world, body):
    key, _ = make_key(Scope.CHECK)
    assert post("/check", body, **key).status_code == 422


def test_without_a_policy_nothing_is_checked(channel):
    key, _ = make_key(Scope.CHECK, Scope.POLICY)
    assert post("/check", {"text": "a"}, **key).status_code == 409
    assert Client().get("/api/v1/policy", **key).status_code == 404


def test_the_policy_tells_its_public_clauses(world):
    key, _ = make_key(Scope.POLICY)
    told = Client().get("/api/v1/policy", **key).json()
    assert told["version"] == "1.0"
    assert {"2.1", "9.1"} <= {each["number"] for each in told["clauses"]}


def test_a_decision_tells_its_public_part(world):
    """No text, no author, nobody who decided."""
    key, _ = make_key(Scope.DECISIONS)
    answer = Client().get("/api/v1/decisions/vb-2026-bcdfgh", **key)
    assert answer.json()["effect"] == "hide"
    assert "les mots" not in answer.content.decode()
    assert Client().get("/api/v1/decisions/none", **key).status_code == 404


def test_too_many_calls_wait(world, monkeypatch):
    key, _ = make_key(Scope.DECISIONS)
    monkeypatch.setattr("clausier.identity.bearers.A_MINUTE", 3)
    clock.set_clock(clock.now())  # one minute, however slow the machine
    statuses = {Client().get("/api/v1/decisions/none", **key).status_code for _ in range(3)}
    assert statuses == {404}
    assert Client().get("/api/v1/decisions/none", **key).status_code == 429


def test_the_description_is_there(db):
    """Anybody reads what the API can do."""
    told = Client().get("/api/v1/openapi.json").json()
    assert "/api/v1/check" in told["paths"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = ("text", "author", "handle", "external_id", "parent", "url", "written", "direction", "at", "history", "media")
NEAR = st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=6)


@pytest.fixture
def fuzzed(world, monkeypatch):
    monkeypatch.setattr("clausier.identity.bearers.A_MINUTE", 10**9)
    return world, make_key(*Scope.values)[0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(JSON | NEAR)
def test_no_body_breaks_the_check(fuzzed, body):
    """Whatever JSON is sent, the answer is a verdict or a problem."""
    assert post("/check", body, **fuzzed[1]).status_code in (200, 400, 422)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(JSON | st.lists(NEAR, max_size=3))
def test_no_body_breaks_the_inbox(fuzzed, messages):
    body = {"channel": Channel.objects.get().uid, "messages": messages}
    assert post("/inbox/messages", body, **fuzzed[1]).status_code in (200, 400, 422)
