"""What is undone, forgotten and purged: there is no file on citizens."""

from datetime import timedelta

import pytest

from clausier.audit.models import Entry
from clausier.chapters.inbox import staging
from clausier.chapters.inbox.actions import forget, purge_messages, undo_batch
from clausier.chapters.inbox.events import items_undone
from clausier.chapters.inbox.models import Batch, Item
from clausier.chapters.inbox.periodic import FORGET
from clausier.decisions.models import Decision
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from factories.inbox import make_channel, make_item, make_moderator, make_version, take
from people import later


@pytest.fixture
def marc(db):
    return make_moderator()


@pytest.fixture
def channel(marc):
    return make_channel(marc)


def decide(item):
    """Make a decision on a message, straight in the database."""
    version = make_version(major=9)
    return Decision.objects.create(
        reference=f"VB-{item.pk}", kind="comment", subject=item.uid, version=version, clause="c.c", language="fr",
        facts="f", effect_wanted="hide",
    )  # fmt: skip


def test_harmless_messages_lose_their_author_after_thirty_days(marc, channel):
    """Those with a finding or a decision keep it; the words stay; the ledger counts and names nobody."""
    make_version()
    harmless = make_item("Merci pour le parc", actor=marc, author="Ève", handle="@eve")
    found = make_item("Mon NAS est 046 454 286", actor=marc, author="Luc")
    decided = make_item("Bravo à tous", actor=marc, author="Ann")
    decide(decided)
    clock.set_clock(later(days=29))
    assert forget() == 0
    clock.set_clock(later(days=2))
    assert (forget(), forget()) == (1, 0)
    kept = {item.pk: (item.author, item.handle) for item in Item.objects.all()}
    assert kept == {harmless.pk: ("", ""), found.pk: ("Luc", ""), decided.pk: ("Ann", "")}
    assert Item.objects.get(pk=harmless.pk).text
    assert '"items":1' in Entry.objects.get(action="inbox.authors.forgotten").detail.details


def test_a_forgotten_message_is_still_recognised(marc, channel):
    """The same message again makes no double, and brings no author back."""
    message = {"text": "Merci pour le parc", "author": "Ève", "written": clock.now()}
    take(marc, channel, message)
    clock.set_clock(later(days=31))
    forget()
    assert take(marc, channel, message).known == 1
    assert Item.objects.get().author == ""


def test_the_day_takes_authors_and_stale_files(marc, channel, tmp_path, settings):
    """The periodic work does both and tells how many."""
    import io

    staging.stage(io.BytesIO(b"a"), marc)
    clock.set_clock(later(days=2))
    assert FORGET.run()["files"] >= 1


def test_purged_messages_keep_no_word(marc, channel):
    """At the end of their term words, author and verdict go; a message with a decision waits for its own term."""
    make_version()
    gone = make_item("Quand passe la charrue?", actor=marc, author="Luc", url="https://a.example/1")
    kept = make_item("Bravo", actor=marc, author="Ann")
    decide(kept)
    assert purge_messages(later(days=1)) == 1
    gone.refresh_from_db()
    assert (gone.text, gone.author, gone.url, gone.verdict) == ("", "", "", None)


def test_a_batch_with_a_decision_is_not_undone(marc, channel):
    batch = take(marc, channel, "un", "deux")
    decide(batch.items.first())
    with pytest.raises(RefusedError, match="decided"):
        undo_batch(actor=marc, batch=batch)
    assert Item.objects.count() == 2


def test_the_rooms_above_let_go_or_refuse(marc, channel):
    """They hear which items go before they do, and may say no: nothing is then undone."""

    def refuse(items, **_):
        heard.extend(items)
        raise RefusedError("busy", "no", 409)

    heard, batch = [], take(marc, channel, "un")
    items_undone.connect(refuse, weak=False, dispatch_uid="refuse")
    try:
        with pytest.raises(RefusedError, match="busy"):
            undo_batch(actor=marc, batch=batch)
    finally:
        items_undone.disconnect(dispatch_uid="refuse")
    assert (len(heard), Item.objects.count(), Batch.objects.get().undone) == (1, 1, None)


def test_replies_of_other_batches_stay(marc, channel):
    """A reply whose parent was undone stands alone, and finds it again when it comes back."""
    batch = take(marc, channel, {"text": "q", "external_id": "1"})
    take(marc, channel, {"text": "r", "external_id": "2", "parent": "1"})
    undo_batch(actor=marc, batch=batch)
    assert Item.objects.get().parent is None
    take(marc, channel, {"text": "q", "external_id": "1"})
    assert Item.objects.get(text="r").parent.text == "q"


def test_who_forgets_keeps_the_order_of_time(marc, channel):
    """Parts of many messages are taken one after the other until none is due."""
    take(marc, channel, *({"text": f"Merci {n}", "author": "x", "external_id": str(n)} for n in range(1_100)))
    clock.set_clock(later(days=31) + timedelta(seconds=1))
    assert forget() == 1_100
