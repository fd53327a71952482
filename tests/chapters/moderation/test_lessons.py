"""What decisions teach: what stands shows its kinds, what was overturned or kept shows none."""

import pytest

from clausier.audit.models import Entry
from clausier.chapters.moderation import actions
from clausier.chapters.moderation.selectors.lessons import lessons
from factories.moderation import ATTACKS, HARMLESS, INSULT, make_review, moderator

pytestmark = pytest.mark.django_db
KINDS = ("abuse.insult", "abuse.threat", "abuse.hate")


def _remove(review):
    facts, quote = "Une personne du comptoir est insultée.", "maudite niaiseuse"
    return actions.remove(
        actor=moderator(), review=review, revision=1, clause=ATTACKS, facts=facts, quote=quote
    ).decision


def test_a_removal_shows_what_the_program_saw_for_its_clause():
    """The kinds of the clause that were found are there; of its others, the removal says that they are not."""
    _remove(make_review(INSULT))

    (lesson,) = lessons(KINDS)

    assert lesson.text == INSULT
    assert lesson.labels == {"abuse.insult"}
    assert lesson.labels <= lesson.only <= set(KINDS)


def test_what_a_person_kept_shows_nothing():
    """A comment that somebody kept teaches that none of the kinds is in it; one that nobody decided on, nothing."""
    actions.keep(actor=moderator(), review=make_review(HARMLESS), revision=1)
    make_review("Une autre question?")

    assert [(each.text, each.labels) for each in lessons(KINDS)] == [(HARMLESS, frozenset())]


def test_a_trained_head_is_kept_with_the_keys_and_entered_in_the_ledger():
    """The file is in the home, for its owner alone, and the ledger has its figures."""
    np = pytest.importorskip("numpy")
    from django.conf import settings

    from clausier.engine.heads.model import Head

    def some(*shape):
        return np.zeros(shape, np.float32)

    head = Head("abuse", ("abuse.insult",), some(3, 2), some(2), some(2, 1), some(1), some(1), some(1))
    actions.replace_head(head=head, told={"messages": 60, "before": 0.7, "after": 0.8})
    try:
        assert Head.read(settings.HOME.heads / "abuse.npz").kinds == ("abuse.insult",)
        entry = Entry.objects.latest("seq")
        assert (entry.action, entry.subject) == ("moderation.head.trained", "head:abuse")
    finally:
        (settings.HOME.heads / "abuse.npz").unlink()
