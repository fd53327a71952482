"""A draft replayed on what was received: counted by clause, shown to who may see the messages, kept nowhere."""

import pytest

from clausier.chapters.inbox.models import Item
from clausier.policy.actions import save_draft, start_draft
from clausier.policy.models import Step, Unsaved
from factories.inbox import make_item, make_moderator, make_version
from people import make_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
PAGE = "/en/rehearsal"
HIDING = "comments.personal-information-removed"


@pytest.fixture
def draft():
    """A draft in which what was hidden is only held."""
    version = make_version()
    actor = make_moderator()
    for text in ("Appelez Jo Tremblay au 514 555-0123, elle le sait!", "Merci pour le parc!"):
        make_item(text, actor=actor)
    author = make_person("Odile Tremblay", "author", email="author@valbleu.example")
    draft = start_draft(actor=author, title="Milder", files=version.files)
    files = {path: text.replace("do: hide", "do: hold") for path, text in draft.files.items()}
    return save_draft(actor=author, version=draft, files=files, revision=1)


def test_each_clause_tells_what_it_would_touch(draft):
    """Beside the version in force; the messages are for those who may see them."""
    reader = make_person("Both", "author", "community-manager")
    page = signed_in(reader).get(f"{PAGE}?draft={draft.uid}").context["replay"]
    touched = {each.clause: each for each in page.clauses}
    assert page.messages == 2
    assert touched[HIDING][3:6] == (1, 1, 1)
    shown = signed_in(reader).get(f"{PAGE}?draft={draft.uid}&clause={HIDING}").content.decode()
    assert "514 555-0123" in shown
    hidden = signed_in(draft.author).get(f"{PAGE}?draft={draft.uid}&clause={HIDING}").content.decode()
    assert "514 555-0123" not in hidden
    assert "As drafted, it would touch" in hidden


def test_nothing_is_stored(draft):
    before = Item.objects.values_list("verdict_action", flat=True)
    kept = list(before)
    signed_in(draft.author).get(f"{PAGE}?draft={draft.uid}")
    assert list(before.all()) == kept
    assert Step.objects.count() == 1
    assert not Unsaved.objects.exists()


def test_a_draft_or_a_clause_that_is_not_there(draft):
    client = signed_in(draft.author)
    assert client.get(f"{PAGE}?draft=none").status_code == 404
    assert client.get(f"{PAGE}?draft={draft.uid}&clause=no.such").status_code == 404
    assert "Milder" in client.get(PAGE).content.decode()
    assert signed_in(make_person("Reader")).get(PAGE).status_code == 403
