"""People: known with or without e-mail, changed, ended; what they leave behind is told."""

from datetime import date

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError

from clausier.audit.models import Detail
from clausier.identity import actions, events, selectors
from clausier.identity.models import Person
from clausier.lib.refusals import RefusedError
from clausier.tasks.models import Mail
from factories.identity import administrator, hold, make_link, officer
from people import make_person, signed_in

pytestmark = pytest.mark.django_db


def test_a_person_needs_no_email():
    """Two people without e-mail or number do not collide."""
    actor = officer()
    first, second = (actions.add_person(actor=actor, name=name, email="", number=" ") for name in ("A", "B"))
    assert (first.email, second.number, first.has_usable_password()) == (None, None, False)


def test_what_is_given_is_kept_tidy():
    person = actions.add_person(
        actor=officer(), name=" Zoé ", email="Zoe@ValBleu.example", audiences=["b", "everyone", "a"]
    )
    assert (person.name, person.email, person.audiences) == ("Zoé", "zoe@valbleu.example", ["a", "b"])


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"email": "x"}, "email"),
        ({"email": "PAULE.OFFICER@valbleu.example"}, "email"),
        ({"relation": "friend"}, "relation"),
        ({"regime": "king"}, "regime"),
    ],
)
def test_what_cannot_be_kept_is_told_by_field(values, field):
    with pytest.raises(ValidationError) as told:
        actions.add_person(actor=officer(), **{"name": "A", **values})
    assert set(told.value.error_dict) == {field}


def test_the_ledger_tells_no_name_nor_address():
    """Codes and names of rows only."""
    actor = officer()
    person = actions.add_person(actor=actor, name="Secretname", email="secretname@valbleu.example", unit="Secretunit")
    actions.change_person(actor=actor, person=person, name="Secretother", email="secretother@valbleu.example")
    assert not [said for said in Detail.objects.values_list("details", flat=True) if "secret" in said.lower()]


def test_a_changed_email_is_the_one_to_sign_in_with():
    """The old address opens nothing, and is told."""
    person = make_person("Zoé")
    before = person.email
    EmailAddress.objects.create(user=person, email=before, verified=True, primary=True)
    actions.change_person(actor=officer(), person=person, email="new@valbleu.example")
    assert not EmailAddress.objects.exists()
    assert [mail.to for mail in Mail.objects.all()] == [before]


def test_nobody_takes_over_a_grave_role_by_its_email():
    """Whoever reads the mail signs in: one person alone would act as an auditor or an administrator."""
    actor, auditor = officer(), make_person("Paul Auditor", "auditor")
    for email in ("mine@elsewhere.example", ""):
        with pytest.raises(ValidationError) as told:
            actions.change_person(actor=actor, person=auditor, email=email)
        assert set(told.value.error_dict) == {"email"}
    assert Person.objects.get(pk=auditor.pk).email == "paul.auditor@valbleu.example"
    actions.change_person(actor=actor, person=auditor, email="PAUL.auditor@valbleu.example", unit="Ethics")
    actions.change_person(actor=actor, person=actor, email="own@valbleu.example")
    actions.end_grant(actor=actor, grant=auditor.grants.get())
    actions.change_person(actor=actor, person=Person.objects.get(pk=auditor.pk), email="new@valbleu.example")


def test_nobody_is_their_own_manager():
    person = make_person()
    with pytest.raises(ValidationError):
        actions.change_person(actor=officer(), person=person, manager=person)


def test_ending_a_person_ends_what_they_hold_and_tells_what_is_orphaned():
    """Roles, duties, links and keys end; what somebody else still holds is no orphan."""
    person, deputy = make_person("Leaver", "moderator", "author"), make_person("Deputy", "author")
    member = make_person("Member", manager=person)
    hold("alone", person)
    hold("shared", person)
    hold("shared", deputy, rank=1)
    token, told = make_link(person), []
    client = signed_in(person)
    events.person_left.connect(lambda person, **_: told.append(person), weak=False, dispatch_uid="test")
    departure = actions.end_person(actor=officer(), person=person)
    events.person_left.disconnect(dispatch_uid="test")
    assert (departure.duties, departure.roles, departure.team) == (("alone",), ("moderator",), (member,))
    assert told == [person]
    assert Person.objects.get(pk=person.pk).roles == frozenset()
    assert selectors.open_link(token) is None
    assert client.get("/fr/settings").status_code == 302


def test_somebody_who_left_can_come_back_without_their_roles():
    actor, person = officer(), make_person("Leaver", "moderator")
    actions.end_person(actor=actor, person=person)
    with pytest.raises(RefusedError):
        actions.end_person(actor=actor, person=person)
    actions.bring_back(actor=actor, person=person)
    assert Person.objects.get(pk=person.pk).is_active
    assert Person.objects.get(pk=person.pk).roles == frozenset()


def test_only_those_with_the_right_change_people():
    with pytest.raises(RefusedError):
        actions.add_person(actor=administrator(), name="A")


def test_absences_are_ones_own_or_the_officers():
    """They do not overlap, and their end follows their beginning."""
    person, first, last = make_person(), date(2026, 12, 1), date(2026, 12, 5)
    actions.add_absence(actor=person, person=person, first=first, last=last)
    with pytest.raises(ValidationError):
        actions.add_absence(actor=officer(), person=person, first=last, last=last)
    with pytest.raises(ValidationError):
        actions.add_absence(actor=person, person=person, first=date(2027, 1, 2), last=date(2027, 1, 1))
    with pytest.raises(RefusedError):
        actions.add_absence(actor=make_person("Other"), person=person, first=date(2027, 1, 2), last=date(2027, 1, 3))


def test_people_are_found_without_accents_in_the_order_of_the_alphabet():
    """Page after page, each once."""
    for name in ("Zoé Roy", "Éric Roy", "Eve Roy"):
        make_person(name, email=None, unit="Neige")
    page = selectors.people_page(words="roy NEIGE")
    assert [person.name for person in page.people] == ["Éric Roy", "Eve Roy", "Zoé Roy"]
    after = selectors.people_page(words="eige", after=page.people[0].uid)
    assert [person.name for person in after.people] == ["Eve Roy", "Zoé Roy"]
