"""Links: opened any number of times they change nothing; the act needs the box, and spends the link."""

import re
from datetime import timedelta

import pytest

from clausier.identity import actions, selectors
from clausier.identity.models import Link, Organization, Person
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.tasks.models import Mail
from factories.identity import administrator, make_link, officer
from people import make_person

pytestmark = pytest.mark.django_db
BOX = {"agreed": "yes"}


def _is_signed_in(client):
    return "_auth_user_id" in client.session


def test_opening_changes_nothing(client, django_assert_max_num_queries):
    """Ten times over: nothing is spent, nobody is signed in, no session is begun."""
    address = f"/fr/l/{make_link(make_person())}"
    for _ in range(10):
        assert client.get(address).status_code == 200
    assert Link.objects.get().spent is None
    assert "sessionid" not in client.cookies


def test_the_first_form_of_the_page_is_never_the_act(client):
    """A scanner that sends the first form it meets does nothing."""
    page = client.get(f"/fr/l/{make_link(make_person())}").content.decode()
    main = page[page.index("<main") :]
    assert 'method="get"' in re.findall("<form[^>]*>", main)[0]


@pytest.mark.parametrize("sent", [{}, {"agreed": ""}, {"agreed": "on"}, {"agreed": "no"}])
def test_a_form_without_the_box_changes_nothing(client, sent):
    """And spends nothing."""
    response = client.post(f"/en/l/{make_link(make_person())}", sent)
    assert (response.status_code, _is_signed_in(client), Link.objects.get().spent) == (422, False, None)
    assert "nothing has been done" in response.content.decode()


def test_the_box_opens_once(client):
    """The person is signed in; the same link opens nothing any more."""
    person = make_person()
    address = f"/fr/l/{make_link(person)}"
    assert client.post(address, BOX).status_code == 302
    assert client.session["_auth_user_id"] == str(person.pk)
    assert client.post(address, BOX).status_code == client.get(address).status_code == 410


def test_nobody_prints_a_link_that_enters_as_an_auditor(settings):
    """Once the person has been here: before, there is no other way in. Where mail leaves, they alone receive it."""
    actor, auditor = officer(), make_person("Paul Auditor", "auditor")
    actions.invite(actor=actor, person=auditor)
    Person.objects.update(last_login=clock.now())
    auditor = Person.objects.get(pk=auditor.pk)
    with pytest.raises(RefusedError):
        actions.invite(actor=actor, person=auditor)
    settings.EMAIL_HOST = "mail.example"
    assert actions.invite(actor=actor, person=auditor)
    Person.objects.filter(pk=auditor.pk).update(email=None)
    with pytest.raises(RefusedError):
        actions.invite(actor=actor, person=Person.objects.get(pk=auditor.pk))


def test_two_presses_act_once():
    link = Link.objects.get(pk=Link.objects.first().pk) if make_link(make_person()) else None
    actions.spend_link(link)
    with pytest.raises(RefusedError):
        actions.spend_link(link)


@pytest.mark.parametrize("token", ["", "x", "é" * 20, "x" * 500])
def test_a_link_that_is_none_says_so(client, token):
    assert client.get(f"/fr/l/{token}").status_code in {404, 410}


def test_an_expired_link_opens_nothing(client):
    token = make_link(make_person(), minutes=15)
    clock.set_clock(clock.now() + timedelta(minutes=15))
    assert client.post(f"/fr/l/{token}", BOX).status_code == 410


def test_only_the_digest_is_kept():
    token = make_link(make_person())
    assert token not in str(Link.objects.values())
    assert len(Link.objects.get().token) == 64


def test_an_invitation_is_mailed_and_closes_the_one_before(organization):
    """In the language of the person; its address opens the page."""
    actor, person = officer(), make_person(language="en")
    first = actions.invite(actor=actor, person=person)
    second = actions.invite(actor=actor, person=person)
    assert selectors.open_link(first) is None
    assert f"/en/l/{second}" in Mail.objects.order_by("pk").last().text
    assert Mail.objects.first().subject == "Ville de Val-Bleu: your access to Clausier"


def test_a_link_of_a_person_who_left_lets_nobody_in(client):
    person = make_person()
    token = make_link(person)
    actions.end_person(actor=officer(), person=person)
    assert client.post(f"/fr/l/{token}", BOX).status_code == 410


def test_an_officer_cannot_enter_as_somebody_else():
    """A code to scan is only for those without e-mail, and never for a grave role."""
    actor, auditor = officer(), make_person("Auditor", "auditor", email=None)
    for person in (make_person(), auditor):
        with pytest.raises(RefusedError):
            actions.offer_sign_in(actor=actor, person=person)
    assert actions.offer_sign_in(actor=actor, person=make_person("Worker", email=None))


@pytest.mark.parametrize(("is_demonstration", "status"), [(True, 302), (False, 410)])
def test_a_demonstration_link_serves_again_in_a_demonstration_only(client, is_demonstration, status):
    Organization.objects.create(pk=1, name="x", demonstration=is_demonstration)
    token = make_link(administrator(), purpose="demo")
    assert [client.post(f"/fr/l/{token}", BOX).status_code for _ in range(2)] == [status] * 2


def test_a_purpose_that_no_room_knows_opens_nothing(client):
    assert client.get(f"/fr/l/{make_link(make_person(), purpose='unknown')}").status_code == 410
