"""Messages are received: each once, judged by the policy of its day, in its thread."""

from datetime import UTC, datetime, timedelta

import pytest

from clausier.audit.models import Entry
from clausier.chapters.inbox import history
from clausier.chapters.inbox.actions import receive
from clausier.chapters.inbox.events import item_received
from clausier.chapters.inbox.incoming import MAX_TEXT, Incoming
from clausier.chapters.inbox.models import Item
from clausier.lib.refusals import RefusedError
from factories.inbox import make_channel, make_moderator, make_version, take
from people import make_person

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SIN = "Mon NAS est 046 454 286, rappelez-moi"


@pytest.fixture
def marc(db):
    return make_moderator()


@pytest.fixture
def channel(marc):
    return make_channel(marc)


def test_an_external_id_is_kept_once(marc, channel):
    """The same message by its id, however its words changed since, is one message."""
    first = take(marc, channel, {"text": "Bonjour", "external_id": "c1"})
    again = take(marc, channel, {"text": "Bonjour (modifié)", "external_id": "c1"})
    assert (first.received, again.received, again.known) == (1, 0, 1)


def test_the_same_words_at_the_same_time_are_one_message(marc, channel):
    """Without an id, words (but for case, accents and spaces), author and time recognise a message."""
    take(marc, channel, {"text": "Où est la charrue?", "author": "Ève", "written": NOON})
    again = take(marc, channel, {"text": "ou est  la charrue?", "author": "Eve", "written": NOON})
    later = take(marc, channel, {"text": "Où est la charrue?", "author": "Ève", "written": NOON + timedelta(days=1)})
    other = take(marc, channel, {"text": "Où est la charrue?", "author": "Luc", "written": NOON})
    assert [batch.received for batch in (again, later, other)] == [0, 1, 1]


def test_a_time_that_is_right_to_the_hour_is_compared_to_the_hour(marc, channel):
    """A thread pasted again later says "3 h" where it said "2 h": the message is the same."""
    hour = timedelta(hours=1)
    take(marc, channel, {"text": "Merci", "author": "Ève", "written": NOON, "within": hour})
    again = {"text": "Merci", "author": "Ève", "written": NOON - timedelta(minutes=50), "within": hour}
    assert take(marc, channel, again).known == 1


def test_two_ids_are_two_messages(marc, channel):
    """A flood of the same words is told whole when the network numbers its messages."""
    flood = [{"text": "Abonnez-vous", "author": "x", "external_id": f"c{n}"} for n in range(3)]
    assert take(marc, channel, *flood).received == 3


def test_a_paste_and_a_file_bring_one_message(marc, channel):
    """What was pasted without an id is recognised when it comes with one."""
    take(marc, channel, {"text": "Merci", "author": "Ève", "written": NOON})
    batch = take(marc, channel, {"text": "Merci", "author": "Ève", "written": NOON, "external_id": "c9"})
    assert batch.known == 1


def test_another_channel_is_another_message(marc, channel):
    take(marc, channel, {"text": "Bonjour", "external_id": "c1"})
    other = make_channel(marc, network="instagram", name="ville")
    assert take(marc, other, {"text": "Bonjour", "external_id": "c1"}).received == 1


def test_replies_find_their_parent_whatever_the_order(marc, channel):
    """In the same batch, before or after it, or in another one."""
    take(marc, channel, {"text": "Réponse hâtive", "external_id": "r0", "parent": "c1"})
    take(
        marc,
        channel,
        {"text": "Réponse", "external_id": "r1", "parent": "c1"},
        {"text": "Question", "external_id": "c1"},
        {"text": "Sans identifiant", "parent": "k", "author": "a"},
        {"text": "Clé du lot", "key": "k", "author": "b"},
    )
    take(marc, channel, {"text": "Plus tard", "external_id": "r2", "parent": "c1"})
    question = Item.objects.get(external_id="c1")
    assert set(question.replies.values_list("external_id", flat=True)) == {"r0", "r1", "r2"}
    assert Item.objects.get(author="a").parent == Item.objects.get(author="b")


def test_a_message_is_no_reply_to_itself(marc, channel):
    take(marc, channel, {"text": "Boucle", "external_id": "c1", "parent": "c1"})
    assert Item.objects.get().parent is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty"), (" \x00\u200a", "empty"), ("a" * (MAX_TEXT + 1), "too-long"), ("x" * 2**20, "too-long")],
)
def test_what_cannot_be_kept_is_refused_alone(marc, channel, text, code):
    """The others of the batch are kept, and the line is told with the reason."""
    told = []
    messages = [Incoming(text="Bonjour", line=2), Incoming(text=text, line=3)]
    batch = receive(actor=marc, channel=channel, messages=messages, obtained_by="file", tell=told.append)
    assert (batch.received, batch.refused, batch.told) == (1, 1, [[3, code]])
    assert [each.outcome for each in told] == ["kept", "refused"]
    assert told[1].why.code == code


def test_a_long_text_is_kept_whole(marc, channel):
    text = "é" * MAX_TEXT
    take(marc, channel, text)
    assert Item.objects.get().text == text


def test_control_characters_go(marc, channel):
    """NUL, controls and half characters are taken out; lines and tabs stay."""
    take(marc, channel, {"text": "a\x00b\x1b[31m\r\nc\td\ud800", "author": "Ève\nRoy\x07"})
    item = Item.objects.get()
    assert (item.text, item.author) == ("ab[31m\nc\td", "Ève Roy")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "http://[", "ftp://a.b", "http://a b", "x"])
def test_only_addresses_of_the_web_are_kept(marc, channel, url):
    take(marc, channel, {"text": "a", "url": url})
    assert Item.objects.get().url == ""


def test_each_message_is_judged(marc, channel):
    """Verdict, action, urgency, intent and language are on the item."""
    make_version()
    take(marc, channel, SIN, "Merci beaucoup pour le nouveau parc!")
    item, praise = Item.objects.order_by("pk")
    assert (item.verdict_action, item.urgency, item.language) == ("hide", 2, "fr")
    assert item.verdict["findings"][0]["version"] == "1.0"
    assert (praise.verdict_action, praise.urgency, praise.intent) == ("publish", 0, "praise")


def test_the_policy_of_the_day_judges(marc, channel):
    """A message written before the first policy has no verdict; one of an unknown time is judged by that of now."""
    make_version(in_force_from=NOON)
    take(
        marc, channel, {"text": SIN, "written": NOON - timedelta(days=1)}, {"text": SIN, "author": "x", "written": NOON}
    )
    take(marc, channel, {"text": SIN, "author": "y"})
    before, after, unknown = Item.objects.order_by("pk")
    assert (before.verdict, after.verdict_action, unknown.verdict_action) == (None, "hide", "hide")


def test_a_message_from_the_future_is_judged_by_the_policy_of_now(marc, channel):
    """A wrong clock upstream does not put a policy in force before its day."""
    make_version(in_force_from=datetime(2090, 1, 1, tzinfo=UTC))
    take(marc, channel, {"text": SIN, "written": datetime(2091, 1, 1, tzinfo=UTC)})
    assert Item.objects.get().verdict is None


def test_history_is_asked_by_handle_on_the_channel(marc, channel, monkeypatch):
    """The rooms above are asked once for the handles of a part, never for names."""
    asked = []
    monkeypatch.setattr(history, "_sources", [lambda where, handles: asked.append((where, set(handles))) or {}])
    make_version()
    take(
        marc, channel, {"text": "a", "handle": "@eve"}, {"text": "b", "author": "Luc"}, {"text": "c", "handle": "@eve"}
    )
    assert asked == [(channel, {"@eve"})]


def test_the_rooms_above_are_told_of_new_items_only(marc, channel):
    heard = []
    item_received.connect(lambda item, **_: heard.append(item.text), weak=False, dispatch_uid="heard")
    try:
        take(marc, channel, {"text": "un", "external_id": "1"})
        take(marc, channel, {"text": "un", "external_id": "1"}, {"text": "deux", "external_id": "2"})
    finally:
        item_received.disconnect(dispatch_uid="heard")
    assert heard == ["un", "deux"]


def test_a_batch_is_one_entry(marc, channel):
    """It counts; it holds no word of anybody."""
    batch = take(marc, channel, {"text": "Secret de Marc", "author": "Ève Roy"})
    entry = Entry.objects.get(action="inbox.batch.received")
    assert (entry.actor, entry.subject) == (marc.uid, batch.uid)
    assert "Ève" not in entry.detail.details
    assert '"kept":1' in entry.detail.details


def test_a_large_file_is_kept_by_parts(marc, channel):
    """Each part of 500 has its entry; the batch counts them all."""
    batch = take(marc, channel, *({"text": f"Message {n}", "external_id": str(n)} for n in range(1001)))
    assert (batch.received, batch.rows) == (1001, 1001)
    assert Entry.objects.filter(action="inbox.batch.received").count() == 3


def test_who_may_not_receive_is_refused(channel):
    with pytest.raises(RefusedError):
        take(make_person("Ali"), channel, "Bonjour")


def test_a_closed_channel_receives_nothing(marc, channel):
    from clausier.chapters.inbox.actions import close_channel

    close_channel(actor=marc, channel=channel)
    with pytest.raises(RefusedError, match="channel-closed"):
        take(marc, channel, "Bonjour")
    assert not Item.objects.exists()
