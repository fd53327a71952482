"""Identifiers: each stands for one thing, a clause bears its chapter's name, a chapter its number."""

from collections.abc import Iterator

from clausier.document.chapters import BY_SLUG, CHAPTERS
from clausier.document.checks.subject import Leaf, Path, Subject
from clausier.document.model import Chapter, Offering, Party, Rule
from clausier.document.model import policy as model
from clausier.document.model import statements as say
from clausier.document.problems import WARNING, Problem
from clausier.document.vocabulary import Label

# Ids that are used once in the whole document, and those that are used once in what holds them.
EVERYWHERE = {
    (Rule, "id"): Label("règle", "rule"),
    (say.Answer, "id"): Label("marche à suivre pour répondre", "way of answering"),
    (say.Approve, "id"): Label("approbation", "approval"),
    (Offering, "id"): Label("produit ou service", "product or service"),
    (Party, "id"): Label("parti", "party"),
}
WITHIN = {
    (say.Topic, "id"): Label("sujet", "topic"),
    (say.Rung, "id"): Label("palier", "step"),
    (model.LanguageException, "code"): Label("exception linguistique", "language exception"),
}


def duplicate_ids(subject: Subject) -> Iterator[Problem]:
    """The second use of an id is told; two clauses of one id never get past the reader."""
    seen: set[tuple[type, Path, str]] = set()
    for leaf in subject.leaves:
        kind = _kind(leaf)
        if kind is None:
            continue
        scope = leaf.path[:-2] if (leaf.holder, leaf.field) in WITHIN else ()
        if (leaf.holder, scope, leaf.value) in seen:
            yield subject.problem("duplicate-id", leaf.path, name=leaf.value, kind=kind)
        seen.add((leaf.holder, scope, leaf.value))


def _kind(leaf: Leaf) -> Label | None:
    key = (leaf.holder, leaf.field)
    return EVERYWHERE.get(key) or WITHIN.get(key)


def clauses_of_their_chapter(subject: Subject) -> Iterator[Problem]:
    """The id of a clause begins with the slug of its chapter."""
    for chapter in subject.policy.chapters:
        named = (chapter.chapter, _own_name(chapter))
        for clause in chapter.clauses:
            if clause.id.partition(".")[0] not in named:
                where = ("clause", clause.id, "id")
                yield subject.problem("clause-of-other-chapter", where, name=clause.id, chapter=chapter.chapter)


def _own_name(chapter: Chapter) -> str | None:
    """Return the name of the chapter among the ten whose number one of another name has taken."""
    if chapter.chapter in BY_SLUG or not 1 <= chapter.number <= len(CHAPTERS):
        return None
    return CHAPTERS[chapter.number - 1].slug


def chapter_numbers(subject: Subject) -> Iterator[Problem]:
    """The ten keep their numbers, an added chapter has 11 or more, and no two have the same."""
    seen: set[int] = set()
    for chapter in subject.policy.chapters:
        path = ("chapter", chapter.chapter, "number")
        number = str(chapter.number)
        fixed = BY_SLUG.get(chapter.chapter)
        if chapter.number < 1 or (fixed and chapter.number != fixed.number):
            yield subject.problem("chapter-number", path, name=chapter.chapter, number=number)
        elif name := _own_name(chapter):
            yield subject.problem("chapter-name", ("chapter", chapter.chapter, "chapter"), name=name, number=number)
        elif chapter.number in seen:
            kind = Label("numéro de chapitre", "chapter number")
            yield subject.problem("duplicate-id", path, name=number, kind=kind)
        seen.add(chapter.number)


def missing_chapters(subject: Subject) -> Iterator[Problem]:
    """Each of the ten is there; one that goes by another name, or could not be read, is told elsewhere."""
    given = {chapter.chapter for chapter in subject.policy.chapters}
    numbers = {chapter.number for chapter in subject.policy.chapters if chapter.chapter not in BY_SLUG}
    unread = {problem.place.file for problem in subject.folder.problems}
    for chapter in CHAPTERS:
        file = f"{chapter.number:02}-{chapter.slug}.yaml"
        if not (chapter.slug in given or chapter.number in numbers or f"chapters/{file}" in unread):
            yield subject.problem("missing-chapter", ("policy",), level=WARNING, name=chapter.slug, file=file)


def empty_chapters(subject: Subject) -> Iterator[Problem]:
    """A chapter has clauses; one of which nothing could be read is told by the reader."""
    unread = {problem.place.file for problem in subject.folder.problems}
    for chapter in subject.policy.chapters:
        where = ("chapter", chapter.chapter)
        if not chapter.clauses and subject.folder.place(*where).file not in unread:
            yield subject.problem("empty-chapter", where, level=WARNING, name=chapter.chapter)


CHECKS = (duplicate_ids, clauses_of_their_chapter, chapter_numbers, missing_chapters, empty_chapters)
