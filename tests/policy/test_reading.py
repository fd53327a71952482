"""The public pages: addressable, in step, cheap to read again, and silent on what is internal."""

import pytest
from django.template import Context, Template

from clausier.engine.context import Context as Message
from clausier.policy import selectors
from factories.policy import FILES, approver, changed, in_days, make_draft, make_version
from people import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
CLAUSE = "transparency.say-who-you-are"
INTERNAL = ("    text: {fr: Les jours, en: x}", "")


def internal(files=None):
    """The sample with its clause on time internal."""
    return changed("en: During breaks.}", "en: During breaks.}\n    visibility: internal", files)


def test_before_the_first_adoption_the_pages_say_so(client):
    for path in ("policy", "comments-policy", "policy/compare", "feed"):
        assert client.get(f"/en/{path}").status_code == 200


def test_each_clause_has_its_address_for_ever(client):
    """A version that was replaced still shows its own words."""
    make_version()
    make_version(changed("Say what ties you to us.", "Say it."))
    old, new = (client.get(f"/en/policy/{number}/{CLAUSE}").content.decode() for number in ("1.0", "2.0"))
    assert "Say what ties you to us." in old
    assert "This is how the clause read then." in old
    assert "/en/policy/2.0/" in old
    assert "Say it." in new


@pytest.mark.parametrize(
    "path", ["policy/9.9", "policy/1.0/time.nothing", "policy/compare?from=x", "policy/compare?to=7.0"]
)
def test_what_is_not_there_is_not_found(client, path):
    make_version()
    assert client.get(f"/en/{path}").status_code == 404


def test_drafts_are_not_public(client):
    """What is not adopted has no address that a stranger can open."""
    draft = make_draft()
    assert client.get(f"/en/policy/edit/{draft.uid}").status_code == 302
    assert client.get("/en/policy/1.0").status_code == 404


def test_internal_clauses_keep_their_number_and_their_words(client):
    """The public sees that there is one; the people of the organisation read it."""
    make_version(internal())
    page = client.get("/en/policy").content.decode()
    assert "During breaks." not in page
    assert "Internal clause" in page
    assert client.get("/en/policy/1.0/time.use").status_code == 404
    assert "During breaks." in signed_in(approver()).get("/en/policy/1.0/time.use").content.decode()


def test_a_comparison_withholds_internal_clauses(client):
    """It says how many changed, never what."""
    first = make_version(internal())
    make_version(changed("During breaks.", "At noon only.", first.files))
    page = client.get("/en/policy/compare").content.decode()
    assert "noon" not in page
    assert "1 internal clause changed too" in page
    assert "noon" in signed_in(approver()).get("/en/policy/compare").content.decode()


def test_a_comparison_marks_the_words(client):
    first = make_version()
    make_version(changed("Say what ties you to us.", "Say what binds you to us.", first.files), is_minor=True)
    page = client.get("/en/policy/compare?from=1.0&to=1.1").content.decode()
    assert "<del>ties</del><ins>binds</ins>" in page
    assert "Minor change" in page


def test_a_comparison_is_in_words(client):
    """Places by their names, text as it is printed: no key, no mark of Markdown, no placeholder."""
    make_version()
    english = changed("Say what ties you to us.", "'Say **what** ties you to {organization}.'")
    make_version(changed("Dites ce qui vous lie à nous.", "'Dites **ce** qui vous lie à {organization}.'", english))
    english, french = (client.get(f"/{each}/policy/compare").content.decode() for each in ("en", "fr"))
    assert "<dt>Text</dt>" in english
    assert "<dt>Texte</dt>" in french
    assert "**" not in english
    assert "{organization}" not in english


def test_a_page_that_is_known_is_not_sent_again(client):
    """Until a version, the facts or the reader changes."""
    make_version()
    page = client.get("/en/policy")
    again = {"HTTP_IF_NONE_MATCH": page.headers["ETag"]}
    assert client.get("/en/policy", **again).status_code == 304
    assert client.get("/fr/policy", **again).status_code == 200
    make_version(changed("Say what ties you to us.", "Say it."), in_force_from=in_days(3))
    assert client.get("/en/policy", **again).status_code == 200


def test_a_language_that_the_policy_lacks_is_said_plainly(client):
    """A policy of one language is shown in it, without a switch."""
    files = {path: text.replace("languages: [fr, en]", "languages: [fr]") for path, text in FILES.items()}
    make_version(files)
    page = client.get("/en/policy").content.decode()
    assert "Here it is in its own: French" in page
    assert 'hreflang="en"' not in page.split("<main")[1]


def test_the_comments_policy_is_made_of_its_clauses(client):
    """Where, why, what is removed, how to appeal, each with its clause."""
    make_version()
    page = client.get("/en/comments-policy").content.decode()
    for said in ("Facebook", "To read you.", "This comment attacks a person.", "/en/policy/1.0/comments.open"):
        assert said in page


def test_the_feed_holds_what_somebody_pasted(client, organization):
    """A control character in a title, which XML cannot hold."""
    make_version(title="One\x0bword")
    organization.name = "Val\x01Bleu"
    organization.save()
    assert "One word" in client.get("/en/feed").content.decode()


def test_the_feed_tells_each_version(client):
    make_version()
    make_version(changed("Say what ties you to us.", "Say it."), title="Shorter")
    feed = client.get("/en/feed")
    assert feed.headers["Content-Type"].startswith("application/atom+xml")
    assert feed.content.decode().count("<entry>") == 2
    assert "Shorter" in feed.content.decode()


def test_every_room_cites_a_clause_by_a_tag():
    """Its number, its title, and the address of how it read; a name that is none is shown as it is."""
    template = Template("{% load policy %}{% clause version name %}")
    version = make_version()
    told = template.render(Context({"version": version, "name": CLAUSE}))
    assert told == f'<a class="clause" href="/en/policy/1.0/{CLAUSE}" title="Say who you are">2.1</a>'
    assert template.render(Context({"version": None, "name": "gone"})) == '<span class="clause">gone</span>'
    assert "href" not in template.render(Context({"version": make_draft(), "name": CLAUSE}))


def test_verdicts_cite_the_number_of_the_version():
    """And the digest of what was adopted, also where internal clauses are left out."""
    version = make_version(internal())
    inside, outside = (selectors.engine_of(version, each) for each in (selectors.Use.JUDGE, selectors.Use.PUBLIC))
    assert (inside.mark.version, outside.mark.version) == ("1.0", "1.0")
    assert inside.mark.digest == outside.mark.digest == version.digest
    assert "time.use" not in {clause.id for clause in outside.policy.clauses()}
    assert outside.protected == ()
    verdict = inside.check(Message(text="Mon NAS: 130 692 544", direction="incoming"))
    assert verdict.policy.version == "1.0"


def test_an_engine_is_compiled_once():
    """Until the version or the facts change."""
    version = make_version()
    assert selectors.engine_of(version) is selectors.engine_of(selectors.in_force())
