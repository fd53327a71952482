"""What Clausier does not do here: each promise beside the test that holds it. The *limits* page shows them all.

A room registers its own in ``AppConfig.ready``; a test fails when the test that a promise names does not exist.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from clausier.lib.refusals import Words


class Promise(NamedTuple):
    """A promise in one sentence, to ``staff`` or to the ``public``, and the test (path::name) that holds it."""

    key: str
    to: str
    sentence: Words
    test: str


STAFF, PUBLIC = "staff", "public"
_promises: dict[str, Promise] = {}


def register(*promises: Promise) -> None:
    """Add promises; a room does it once, when Django starts."""
    _promises.update({promise.key: promise for promise in promises})


def made_to(whom: str) -> list[Promise]:
    """Return the promises made to the staff or to the public, in the order in which their rooms made them."""
    return [promise for promise in _promises.values() if promise.to == whom]


def all_promises() -> Iterable[Promise]:
    """Return every promise."""
    return list(_promises.values())


_ANSWER, _DECIDE, _PAGES = (f"tests/decisions/test_{name}.py" for name in ("answer", "decide", "public_pages"))
OURS = (
    Promise(
        "no-own-appeal",
        PUBLIC,
        _("Nobody hears an appeal from a decision that they made or agreed to."),
        f"{_ANSWER}::test_nobody_answers_an_appeal_on_their_own_decision",
    ),
    Promise(
        "no-removal-by-program",
        PUBLIC,
        _("The program removes no comment. It may hide one where a published clause says so; then a person looks."),
        f"{_DECIDE}::test_the_program_hides_and_never_removes",
    ),
    Promise(
        "no-secret-ground",
        PUBLIC,
        _("No comment is hidden or removed on a clause that you cannot read."),
        f"{_DECIDE}::test_an_internal_clause_is_no_ground_for_removal",
    ),
    Promise(
        "no-silent-removal",
        PUBLIC,
        _("No comment is hidden or removed without facts, written down."),
        f"{_DECIDE}::test_nothing_is_taken_away_without_facts",
    ),
    Promise(
        "no-later-rule",
        PUBLIC,
        _("A decision is never judged by words that were written after it: it shows the clause as it read."),
        f"{_DECIDE}::test_a_decision_cites_the_version_it_was_given",
    ),
    Promise(
        "no-name-in-public",
        PUBLIC,
        _("The public page of a decision shows neither the comment, nor who wrote it, nor who decided."),
        f"{_PAGES}::test_the_public_page_names_nobody",
    ),
    Promise(
        "no-oracle",
        PUBLIC,
        _("Nobody learns from our pages whether somebody else's comment was removed."),
        f"{_PAGES}::test_find_my_comment_answers_the_same",
    ),
    Promise(
        "no-act-by-opening",
        STAFF,
        _("Opening a link decides nothing, signs nothing and answers nothing, however often it is opened."),
        f"{_PAGES}::test_a_scanner_changes_nothing",
    ),
    Promise(
        "no-unseen-change",
        STAFF,
        _("What was done stays in the ledger: nobody changes an entry unseen, not even whoever runs the installation."),
        "tests/audit/test_record.py::test_entries_are_chained",
    ),
)
register(*OURS)
