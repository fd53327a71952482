"""A text in consultation: read and commented on, each observer answered, the union's consultation recorded."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from clausier.identity.duties import for_person
from clausier.identity.selectors import today
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy.actions import (
    adopt,
    adopt_by_resolution,
    answer_comment,
    approve,
    comment,
    end_consultation,
    open_consultation,
    propose,
    record_consultation,
    save_draft,
)
from clausier.policy.models import Comment, Consultation, Version
from clausier.policy.selectors import consulting
from factories.policy import approver, author, changed, in_days, make_draft, make_proposal, make_version
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
CLAUSE = "transparency.say-who-you-are"


def refused(code, act, **values):
    with pytest.raises(RefusedError) as error:
        act(**values)
    return error.value.refusal.code == code


def opened(consulted="observers", days=3):
    return open_consultation(
        actor=author(), version=make_draft(), closes=today() + timedelta(days=days), consulted=consulted
    )


@pytest.fixture
def observer():
    return make_person("Union Observer", "observer")


def adopted(proposal):
    approve(actor=approver(), version=proposal)
    return adopt(actor=author(), version=proposal, in_force_from=clock.now())


def test_an_observer_reads_no_draft_before_its_consultation(observer):
    """Then reads it, is asked to, and comments on a clause."""
    client, draft = signed_in(observer), make_draft()
    assert client.get(f"/en/policy/edit/{draft.uid}").status_code == 404
    assert draft.title not in client.get("/en/policy/edit").content.decode()
    for path in ("checks", "text", "policy.zip", "policy.md", "council.docx"):
        assert client.get(f"/en/policy/edit/{draft.uid}/{path}").status_code == 404
    assert client.get(f"/en/rehearsal?draft={draft.uid}").status_code == 404
    open_consultation(actor=author(), version=draft, closes=today())
    assert [duty.url for duty in for_person(observer) if duty.key.startswith("policy.consult")] == [
        f"/en/policy/consultation/{draft.uid}"
    ]
    assert client.get(f"/en/policy/edit/{draft.uid}").status_code == 200
    answer = client.post(f"/en/policy/consultation/{draft.uid}", {"clause": CLAUSE, "text": "Who decides?"})
    assert answer.status_code == 302
    said = Comment.objects.get()
    assert (said.clause, said.is_observer, said.person) == (CLAUSE, True, observer)


def test_an_observer_is_answered_before_the_adoption(observer):
    """Neither two people nor a council adopt a text on which an observer waits for an answer."""
    draft = opened()
    said = comment(actor=observer, version=draft, text="Who decides?", clause=CLAUSE)
    proposal = propose(actor=author(), version=end_consultation(actor=author(), version=draft))
    approve(actor=approver(), version=proposal)
    assert refused("unanswered", adopt, actor=author(), version=proposal, in_force_from=clock.now())
    day = today()
    by_council = {"body": "Council", "number": "1", "date": day, "in_force_from": day}
    assert refused("unanswered", adopt_by_resolution, actor=author(), version=proposal, **by_council)
    client = signed_in(author())
    assert client.post(f"/en/policy/comments/{said.uid}/answer", {"answer": " "}).status_code == 422
    assert client.post(f"/en/policy/comments/{said.uid}/answer", {"answer": "The council."}).status_code == 302
    assert adopt(actor=author(), version=proposal, in_force_from=clock.now()).number == "1.0"
    assert "The council." in signed_in(observer).get(f"/en/policy/consultation/{draft.uid}").content.decode()


def test_a_comment_of_others_asks_for_no_answer():
    """Everybody may be consulted; what they say is read, and holds nothing back."""
    draft, somebody = opened("everybody"), make_person("Somebody")
    client = signed_in(somebody)
    assert client.post(f"/en/policy/consultation/{draft.uid}", {"clause": "", "text": "Fine."}).status_code == 302
    other = signed_in(make_person("Other")).get(f"/en/policy/consultation/{draft.uid}").content.decode()
    assert "Fine." not in other
    assert "Fine." in signed_in(author()).get(f"/en/policy/consultation/{draft.uid}").content.decode()
    assert adopted(propose(actor=author(), version=end_consultation(actor=author(), version=draft)))


def test_only_those_who_are_consulted_comment():
    """Others find no such page, and are refused by the act."""
    draft, stranger = opened(), make_person("Stranger")
    assert signed_in(stranger).get(f"/en/policy/consultation/{draft.uid}").status_code == 404
    assert refused("not-consulted", comment, actor=stranger, version=draft, text="Me too.")


def test_a_consultation_lasts_through_its_last_day(observer):
    """Then comments come in no more, and the text may be proposed without being closed first."""
    draft = opened(days=1)
    assert refused("consultation-open", propose, actor=author(), version=draft)
    clock.set_clock(in_days(2))
    assert [duty.key.split(":")[0] for duty in for_person(author()) if "policy" in duty.key] == ["policy.propose"]
    assert refused("consultation-over", comment, actor=observer, version=draft, text="Late.")
    assert propose(actor=author(), version=draft).status == "proposed"


def test_a_text_is_proposed_once_its_consultation_is_over():
    """Until then its page offers no such button."""
    draft = opened()
    button = f"/en/policy/edit/{draft.uid}/act/propose"
    page = signed_in(author())
    assert button not in page.get(f"/en/policy/edit/{draft.uid}").content.decode()
    clock.set_clock(clock.now() + timedelta(days=5))
    assert button in page.get(f"/en/policy/edit/{draft.uid}").content.decode()


def test_folded_chapters_say_where_comments_wait(observer):
    """The author is led to each of them, and lands on it again once it is answered."""
    draft = opened()
    said = comment(actor=observer, version=draft, text="Who decides?", clause=CLAUSE)
    page = signed_in(author())
    read = page.get(f"/en/policy/consultation/{draft.uid}").content.decode()
    assert f'<a href="#comment-{said.uid}">' in read
    assert "1 comment</span>" in read
    answer = page.post(f"/en/policy/comments/{said.uid}/answer", {"answer": "The council."})
    assert answer["Location"].endswith(f"#comment-{said.uid}")


def test_the_text_does_not_move_under_those_who_read_it(observer):
    """It is changed once the consultation is over."""
    draft = opened()
    files = changed("Say what ties you to us.", "Say it.")
    late = {"actor": author(), "version": draft, "files": files, "revision": draft.revision}
    assert refused("not-a-draft", save_draft, **late)
    end_consultation(actor=author(), version=draft)
    assert save_draft(**late).revision == draft.revision + 1


@pytest.mark.parametrize(("values", "key"), [({"text": " "}, "text"), ({"clause": "time.gone"}, "clause")])
def test_a_comment_says_something_of_a_clause_that_is_there(observer, values, key):
    with pytest.raises(ValidationError) as error:
        comment(**{"actor": observer, "version": opened(), "text": "Yes.", **values})
    assert key in error.value.message_dict


def test_a_comment_comes_back_when_it_is_refused(observer):
    """What was typed stays where it was typed."""
    draft = opened()
    answer = signed_in(observer).post(f"/en/policy/consultation/{draft.uid}", {"clause": "time.gone", "text": "Kept."})
    assert answer.status_code == 422


def test_nobody_answers_their_own_comment():
    both = make_person("Both", "author", "observer")
    said = comment(actor=both, version=opened(), text="Mine.")
    assert refused("own", answer_comment, actor=both, comment=said, answer="Yes.")
    answer_comment(actor=author(), comment=said, answer="Yes.")
    assert refused("answered", answer_comment, actor=author(), comment=said, answer="No.")


@pytest.mark.parametrize("days", [-1])
def test_a_consultation_does_not_end_before_it_begins(days):
    with pytest.raises(ValidationError, match="today or later"):
        opened(days=days)


def unionised(**values):
    return make_person("Unionised Person", regime="unionised", **values)


def test_what_is_asked_anew_of_unionised_people_takes_a_record():
    """Without one the text is not adopted; the page opens the form."""
    unionised()
    proposal = make_proposal()
    assert consulting.lacks_consultation(proposal)
    approve(actor=approver(), version=proposal)
    assert refused("not-consulted", adopt, actor=author(), version=proposal, in_force_from=clock.now())
    page = signed_in(author()).get(f"/en/policy/edit/{proposal.uid}/checks").content.decode()
    assert "record who was consulted" in page
    assert '<details class="more" open>' in page
    act = f"/en/policy/edit/{proposal.uid}/act/record_consultation"
    assert signed_in(author()).post(act, {"reason": "The staff has no union any more."}).status_code == 302
    assert Consultation.objects.get().reason
    assert adopt(actor=author(), version=proposal, in_force_from=clock.now()).number == "1.0"


def test_words_alone_ask_nothing_new_of_anybody():
    """A sentence that changes is no new duty; a shorter time is one."""
    make_version()
    unionised()
    words = make_draft(changed("Say what ties you to us.", "Always say what ties you to us."))
    assert not consulting.lacks_consultation(words)
    duty = make_draft(changed("within: 30d", "within: 20d"))
    assert [each.id for each in consulting.new_duties(duty).clauses] == [CLAUSE]


def test_people_outside_the_audience_are_asked_nothing():
    """A clause for the staff concerns no unionised person who works elsewhere."""
    unionised(relation="partner")
    assert not consulting.lacks_consultation(make_draft())


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({}, "body"),
        ({"body": "Union", "reason": "None."}, "reason"),
        ({"body": "Union"}, "first"),
        ({"body": "Union", "first": 0, "last": -1}, "last"),
        ({"body": "Union", "first": 1}, "first"),
        ({"body": "Union", "first": -1, "comments": "Too short."}, "answers"),
    ],
)
def test_a_record_says_who_when_and_what(values, key):
    said = {
        name: today() + timedelta(days=value) if isinstance(value, int) else value for name, value in values.items()
    }
    with pytest.raises(ValidationError) as error:
        record_consultation(actor=author(), version=make_draft(), **said)
    assert key in error.value.message_dict


def test_a_record_is_made_before_the_adoption():
    """And by those who write or approve."""
    version = make_version()
    assert refused("wrong-state", record_consultation, actor=author(), version=version, reason="Late.")
    stranger = make_person("Stranger")
    assert refused("not-permitted", record_consultation, actor=stranger, version=make_draft(), reason="Mine.")


def test_the_checks_say_why_a_change_is_major():
    """And which clauses make it so; a clause that goes asks for its reason."""
    make_version()
    draft = make_draft(changed("within: 30d", "within: 20d"))
    page = signed_in(author()).get(f"/en/policy/edit/{draft.uid}/checks").content.decode()
    assert "A major change" in page
    assert "2.1 Say who you are" in page
    minor = make_draft(changed("Say what ties you to us.", "Always say what ties you to us."))
    assert "A change that may be minor" in (
        signed_in(author()).get(f"/en/policy/edit/{minor.uid}/checks").content.decode()
    )


def test_the_checks_of_a_text_that_cannot_be_read_lead_to_it():
    draft = make_draft()
    broken = save_draft(
        actor=author(), version=draft, files=draft.files | {"policy.yaml": "- a\n"}, revision=draft.revision
    )
    assert signed_in(author()).get(f"/en/policy/edit/{broken.uid}/checks").status_code == 302
    assert Version.objects.count() == 1
