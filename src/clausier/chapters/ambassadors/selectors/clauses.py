"""A clause as people read it: its words, why, two examples, the rules read aloud, the law it serves."""

from functools import lru_cache
from typing import NamedTuple

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from clausier.document.packs import load_packs
from clausier.document.rendering import Edition
from clausier.document.rendering.view import ShownClause, ShownExample, View
from clausier.policy.models import Version
from clausier.policy.selectors import facts, facts_revision, policy_of

KEPT = 16
_PACE = 200  # words a minute, read with care
_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "br"}
_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}


class Shown(NamedTuple):
    """A clause in one language, ready for a page; ``html`` is its text, cleaned."""

    clause: ShownClause
    chapter: str
    html: SafeString
    words: int

    @property
    def examples(self) -> list[ShownExample]:
        """Two examples: one that is held back and one that is let through, where there are both."""
        every = self.clause.examples
        strict = next((each for each in every if each.strict), None)
        mild = next((each for each in every if not each.strict), None)
        return [each for each in (strict, mild) if each]


def shown_clauses(version: Version, language: str) -> dict[str, Shown]:
    """Return every clause of a version as it is shown, by id, internal ones included: for people of the house."""
    revision = facts_revision()
    return _shown(version, version.revision, language, revision.pk if revision else 0)


@lru_cache(maxsize=KEPT)
def _shown(version: Version, _revision: int, language: str, _facts: int) -> dict[str, Shown]:
    policy = policy_of(version)
    edition = Edition(obligations=load_packs(policy.regulation_packs), public=False)
    view = View(policy, facts(), language, edition)
    return {
        clause.id: Shown(clause, view.text(chapter.title), marked_up(clause.text), len(clause.text.split()))
        for chapter in policy.chapters
        for clause in view.clauses(chapter)
    }


def marked_up(text: str) -> SafeString:
    """Return Markdown of the policy as HTML, cleaned of everything but text and links."""
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    clean = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"https", "http", "mailto", "tel"})
    return mark_safe(clean)  # noqa: S308  # nh3 has cleaned it


def minutes(words: int) -> int:
    """Return about how many minutes it takes to read so many words; one at least."""
    return max(1, round(words / _PACE))
