"""The pages of the inbox: who opens them, what they show, and bad input that gets a sentence."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from clausier.chapters.inbox import history
from clausier.chapters.inbox.models import Batch, Channel, Item
from clausier.lib import clock
from factories.inbox import make_channel, make_item, make_moderator, make_version, take
from people import make_person, signed_in

from .addresses import addresses

THREAD = (
    "Jean Tremblay\nOù est la charrue?\n2 h\nJ’aime\nRépondre\nLuce\nJean Tremblay bientôt\n1 h\nJ’aime\nRépondre\n"
)


@pytest.fixture
def marc(organization):
    return make_moderator()


@pytest.fixture
def channel(marc):
    return make_channel(marc)


@pytest.fixture
def browser(marc):
    return signed_in(marc)


def url(name, language="fr", **kwargs):
    with translation.override(language):
        return reverse(name, kwargs=kwargs)


def test_every_address_opens_to_a_moderator_and_to_nobody_else(db, organization):
    """In both languages; a person without the role gets 403, a stranger the sign-in page."""
    world = addresses(None)
    moderator, other = signed_in(make_person("Zoé", "moderator", "author")), signed_in(make_person("Ali"))
    for name, kwargs in world.items():
        for language in ("fr", "en"):
            assert moderator.get(url(name, language, **kwargs)).status_code == 200, name
        assert other.get(url(name, **kwargs)).status_code == 403, name


def test_the_addresses_are_all_listed(db):
    """Each name of the room is in ``addresses``."""
    from clausier.chapters.inbox.urls import urlpatterns

    assert {each.name for each in urlpatterns} == set(addresses(None))


@pytest.mark.parametrize("name", ["channel", "inbox-item", "inbox-batch"])
def test_what_does_not_exist_is_told(browser, name):
    assert browser.get(url(name, uid="0" * 32)).status_code == 404


def test_a_channel_is_opened_closed_and_reopened(browser):
    answer = browser.post(url("channels"), {"network": "youtube", "name": "Chaîne", "url": "valbleu.example"})
    channel = Channel.objects.get()
    assert answer.headers["Location"] == url("channel", uid=channel.uid)
    assert channel.url == "https://valbleu.example"
    for act, is_closed in (("close", True), ("reopen", False)):
        browser.post(url("channel", uid=channel.uid), {act: "1"})
        assert bool(Channel.objects.get().closed) is is_closed
    assert browser.post(url("channel", uid=channel.uid), {"reopen": "1"}).status_code == 409


def test_a_channel_that_is_there_already_is_refused(browser, channel):
    """The form comes back with what was typed."""
    answer = browser.post(url("channels"), {"network": "facebook", "name": channel.name})
    assert (answer.status_code, Channel.objects.count()) == (200, 1)
    assert channel.name in answer.content.decode()
    assert answer.context["form"].errors


def test_a_moderator_does_not_open_channels(channel):
    """Who may only look is refused the act."""
    zoe = signed_in(make_person("Zoé", "moderator"))
    assert zoe.post(url("channels"), {"network": "x", "name": "n"}).status_code == 403


def test_a_channel_says_what_its_network_allows(browser, channel):
    page = browser.get(url("channel", uid=channel.uid)).content.decode()
    assert "Masquer le commentaire" in page
    assert "l&#x27;auteur et ses amis" in page


def test_the_list_goes_on_where_it_stopped(browser, marc, channel):
    """Pages follow one another without a gap or a double, the newest or the most urgent first."""
    make_version()
    sin = "Mon NAS est 046 454 286"
    take(marc, channel, *(sin + str(n) if n % 9 == 0 else f"Merci {n}" for n in range(120)))
    for order in ("", "urgent"):
        seen, after = [], ""
        while True:
            page = browser.get(url("inbox"), {"order": order, "after": after}).context["page"]
            seen += [(item.urgency, item.pk) for item in page.items]
            after = page.older
            if not after:
                break
        assert len(set(seen)) == 120
        key = (lambda row: row) if order else (lambda row: row[1])
        assert seen == sorted(seen, key=key, reverse=True)


def test_the_list_is_narrowed(browser, marc, channel):
    """By channel, notice, intent and language; a word that is none narrows nothing."""
    make_version()
    take(marc, channel, "Mon NAS est 046 454 286", "When does the pool open, please?", "Merci beaucoup à vous!")

    def found(**query):
        return [item.excerpt[:5] for item in browser.get(url("inbox"), query).context["page"].items]

    assert found(action="hide") == ["Mon N"]
    assert found(intent="question", language="en") == ["When "]
    assert len(found(channel=channel.uid)) == len(found(action="nonsense", after="x")) == 3


def test_a_message_is_shown_as_it_was_received(browser, marc, channel):
    """Escaped, with its clauses, its words marked, its thread, and where it comes from."""
    make_version()
    first = make_item("<b>Mon NAS</b> est 046 454 286", actor=marc, channel=channel, external_id="1", handle="@e")
    make_item("Une réponse", actor=marc, channel=channel, parent="1")
    page = browser.get(url("inbox-item", uid=first.uid)).content.decode()
    assert "&lt;b&gt;Mon NAS" in page
    assert "<mark>046 454 286</mark>" in page
    assert "9.2" in page
    assert "Une réponse" in page


def test_a_circle_of_replies_is_shown_once(browser, marc, channel):
    """Two messages that answer each other do not hang the page."""
    take(
        marc,
        channel,
        {"text": "a", "external_id": "1", "parent": "2"},
        {"text": "b", "external_id": "2", "parent": "1"},
    )
    assert len(browser.get(url("inbox-item", uid=Item.objects.first().uid)).context["thread"]) == 2


def test_history_is_of_the_channel_and_the_handle(browser, marc, channel, monkeypatch):
    """A decision still in its term is shown; a mere name is tied to nothing."""
    past = history.Past(clock.now(), "VB-2026-BCDFGH", "comments.spam", "masqué")
    monkeypatch.setattr(history, "_sources", [lambda _, handles: {each: [past] for each in handles}])
    known, named = make_item("a", actor=marc, handle="@eve"), make_item("b", actor=marc, author="Eve")
    assert "VB-2026-BCDFGH" in browser.get(url("inbox-item", uid=known.uid)).content.decode()
    assert "VB-2026-BCDFGH" not in browser.get(url("inbox-item", uid=named.uid)).content.decode()


def pasted(comments, channel, /, **changes):
    """Return the form of a preview as the browser sends it."""
    form = {
        "step": "keep",
        "channel": channel.uid,
        "url": "",
        "form-TOTAL_FORMS": len(comments),
        "form-INITIAL_FORMS": 0,
    }
    for place, each in enumerate(comments):
        given = {"keep": "on", "author": "", "written": "", "within": "0", "text": "", **each}
        form |= {f"form-{place}-{name}": value for name, value in given.items()}
    return form | changes


def test_a_thread_is_pasted_corrected_and_kept(browser, channel):
    """Nothing is kept by the first step; replies stand under their comment; the second sending makes no double."""
    shown = browser.post(url("inbox-paste"), {"step": "split", "channel": channel.uid, "text": THREAD})
    initial = [each.initial for each in shown.context["comments"]]
    assert [each["author"] for each in initial] == ["Jean Tremblay", "Luce"]
    assert not Item.objects.exists()
    form = pasted([{"text": "Où est la charrue?", "author": "Jean"}, {"text": "Bientôt", "is_reply": "on"}], channel)
    for _ in range(2):
        answer = browser.post(url("inbox-paste"), form)
    assert Item.objects.get(text="Bientôt").parent == Item.objects.get(author="Jean")
    last = Batch.objects.first()
    assert (answer.headers["Location"], last.received, last.known) == (url("inbox-batch", uid=last.uid), 0, 2)


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 400_001])
def test_a_paste_without_comments_gets_a_sentence(browser, channel, text):
    """What was typed comes back."""
    answer = browser.post(url("inbox-paste"), {"step": "split", "channel": channel.uid, "text": text})
    assert (answer.status_code, bool(answer.context["form"].errors)) == (200, True)


def test_too_many_comments_get_a_sentence(browser, channel):
    answer = browser.post(url("inbox-paste"), {"step": "split", "channel": channel.uid, "text": THREAD * 80})
    assert "150" in str(answer.context["form"].errors)


@pytest.mark.parametrize(
    ("comments", "changes"),
    [
        ([{"text": ""}], {}),
        ([{"text": "x" * 20_001}], {}),
        ([{"text": "a", "written": "jeudi"}], {}),
        ([{"text": "a", "keep": ""}], {}),
        ([{"text": "a"}], {"channel": "nowhere"}),
        ([{"text": "a"}], {"form-TOTAL_FORMS": "x"}),
        ([{"text": "a"}], {"form-TOTAL_FORMS": "9999"}),
        ([], {}),
    ],
)
def test_a_preview_that_is_wrong_keeps_nothing(browser, channel, comments, changes):
    assert browser.post(url("inbox-paste"), pasted(comments, channel, **changes)).status_code == 200
    assert not Item.objects.exists()


def test_a_post_without_a_step_asks_again(browser, channel):
    assert browser.post(url("inbox-paste"), {"step": "explode"}).status_code == 200


def sheet(content, name="a.csv"):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


CSV = "ID;Auteur;Date;Commentaire\n1;Ève;2026-03-01 12:00;Où est la charrue?\n2;Luc;jeudi;Quand?\n3;Ann;;=1+1\n"


def looked_at(browser, channel, content):
    return browser.post(url("inbox-import"), {"channel": channel.uid, "file": sheet(content)})


def keep(browser, shown, **changes):
    form = {name: shown.context["form"][name].value() or "" for name in shown.context["form"].fields}
    return browser.post(url("inbox-import"), form | {"step": "keep"} | changes, follow=True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_looked_at_then_kept(browser, channel, encoding):
    """Columns are recognised, wrong lines told; formulas are words like others; the same file again makes no double."""
    for expected in ((2, 0), (0, 2)):
        shown = looked_at(browser, channel, CSV.encode(encoding))
        preview = shown.context["preview"]
        assert (preview.rows, [line for line, _ in preview.wrong]) == (3, [3])
        batch = keep(browser, shown).context["batch"]
        assert (batch.received, batch.known, batch.refused) == (*expected, 1)
    assert set(Item.objects.values_list("text", flat=True)) == {"Où est la charrue?", "=1+1"}


def test_columns_are_chosen_by_hand(browser, channel):
    """A heading that nobody could guess is named by the person."""
    shown = looked_at(browser, channel, "truc,machin\nBonjour,Ève\n")
    assert shown.context["preview"] is None
    batch = keep(browser, shown, text="truc", author="machin").context["batch"]
    assert batch.items.get().author == "Ève"


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04zip", b"\x81\x8d\x00\x00", b'a,b\n"never closed', b"\n\n", b"a" * (21 * 2**20)],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(browser, channel, content):
    answer = looked_at(browser, channel, content)
    assert (answer.status_code, bool(answer.context["form"].errors)) == (200, True)


def test_a_comment_of_a_megabyte_in_a_file_gets_a_sentence(browser, channel):
    """Its line is told, and nothing is kept."""
    answer = looked_at(browser, channel, "texte\ncourt\n" + "x" * 2**20 + "\n")
    assert "3" in str(answer.context["form"].errors)
    answer = looked_at(browser, channel, "texte\ncourt\n" + "x" * 50_000 + "\n")
    assert [line for line, _ in answer.context["preview"].wrong] == [3]


def test_a_file_is_shown_to_whoever_brought_it_only(browser, channel):
    """Its name is of no use to somebody else, nor mistyped."""
    shown = looked_at(browser, channel, CSV)
    other = signed_in(make_person("Zoé", "moderator"))
    for who, changes in ((other, {}), (browser, {"file": "x"})):
        assert keep(who, shown, **changes).redirect_chain[-1][0] == url("inbox-import")
    assert not Item.objects.exists()


def test_a_large_file_goes_on_by_parts(browser, channel):
    """Each request reads 2,000 lines; the page goes on; the end lets the file go."""
    lines = "\n".join(f"{n},Message {n}" for n in range(4_500))
    answer = keep(browser, looked_at(browser, channel, f"id,text\n{lines}\n"))
    page = url("inbox-batch", uid=answer.context["batch"].uid)
    counts = [answer.context["batch"].rows]
    while answer.context["batch"].is_running:
        answer = browser.post(page, {"continue": "1"}, follow=True)
        assert answer.status_code == 200, answer.context["sentence"]
        counts.append(answer.context["batch"].rows)
    assert counts == [2_000, 4_000, 4_500]
    assert Item.objects.count() == 4_500
    assert browser.post(page, {"continue": "1"}).status_code == 409


def test_a_batch_is_undone(browser, marc, channel):
    """Its messages go, its counts stay, and the batch is undone once."""
    batch = take(marc, channel, "un", "deux")
    page = url("inbox-batch", uid=batch.uid)
    assert browser.post(page, {"undo": "1"}).status_code == 302
    assert not Item.objects.exists()
    assert Batch.objects.get().received == 2
    assert browser.post(page, {"undo": "1"}).status_code == 409


def test_looking_writes_nothing(browser, marc, channel):
    """No page of the inbox changes a row, however often it is opened."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    item = make_item(actor=marc, channel=channel)
    browser.get(url("inbox"))
    with CaptureQueriesContext(connection) as queries:
        for name, kwargs in (("inbox", {}), ("inbox-item", {"uid": item.uid}), ("channels", {}), ("inbox-paste", {})):
            browser.get(url(name, **kwargs))
    assert [each["sql"] for each in queries if not each["sql"].startswith("SELECT")] == []
    assert clock.now() - item.received < timedelta(days=1)


def test_what_narrows_the_list_is_seen(browser, channel):
    """The filters stand open when one is chosen, and its chip is pressed."""
    page = browser.get(url("inbox"), {"action": "hide"}).content.decode()
    assert '<details class="more" open>' in page
    assert re.search(r'<input[^>]*value="hide"[^>]*checked', page)
    assert '<details class="more">' in browser.get(url("inbox")).content.decode()
