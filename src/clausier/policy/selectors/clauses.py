"""The clauses of a draft: their words changed where they stand, a new one, one less, one moved, a new chapter."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from clausier.document.model import Clause
from clausier.document.reading import Folder
from clausier.document.writing import EditRefusedError, with_item, with_moved, with_value, without_value
from clausier.document.writing.emitting import document
from clausier.policy.models import Step, Version
from clausier.policy.selectors.drafting import WORDS, EditedClause
from clausier.policy.selectors.texts import Files, policy_of
from clausier.policy.states import Change, Status

KEPT_STEPS = 200  # saved changes of a draft that can be undone
Words = Mapping[tuple[str, str], str]  # by key and language


class NewClause(NamedTuple):
    """A clause to be written: nothing but words yet."""

    chapter: str
    id: str
    title: dict[str, str]
    text: dict[str, str]


class Neighbours(NamedTuple):
    """The clauses of a chapter in the margin of the editor."""

    number: int
    title: str
    clauses: list[tuple[str, str, str]]  # id, number, title


def chapters_of(folder: Folder, language: str) -> list[Neighbours]:
    """Return the chapters with their clauses, in a language."""
    if folder.policy is None:
        return []
    numbers = folder.policy.numbers()
    return [
        Neighbours(
            chapter.number,
            chapter.title.best(language),
            [(each.id, numbers[each.id], each.title.best(language)) for each in chapter.clauses],
        )
        for chapter in folder.policy.chapters
    ]


def with_words(files: Files, edited: EditedClause, words: Words, *, audience: list[str], visibility: str) -> Files:
    """Return the files with other words in a clause, and other people for it; all else stays, comments included.

    Raises EditRefusedError when what was typed cannot stand there.
    """
    text = files[edited.path]
    for key in WORDS:
        said = {language: value for (name, language), value in words.items() if name == key}
        text = _with_words(text, edited, key, said)
    text = _with_scalar(text, edited, "audience", list(edited.clause.audience), audience)
    text = _with_scalar(text, edited, "visibility", edited.clause.visibility, visibility)
    return files | {edited.path: text}


def _with_scalar(text: str, edited: EditedClause, key: str, old: Any, new: Any) -> str:
    where = ("clauses", edited.clause.id, key)
    if old == new:
        return text
    return with_value(text, edited.path, where, new) if new else without_value(text, edited.path, where)


def _with_words(text: str, edited: EditedClause, key: str, said: Mapping[str, str]) -> str:
    old = getattr(edited.clause, key)
    kept = {language: value for language, value in said.items() if value}
    where = ("clauses", edited.clause.id, key)
    if not old:
        return with_value(text, edited.path, where, kept) if kept else text
    if not kept:
        return without_value(text, edited.path, where)
    for language, value in said.items():
        if value and value != old.get(language, ""):
            text = with_value(text, edited.path, (*where, language), value)
        elif not value and language in old:
            text = without_value(text, edited.path, (*where, language))
    return text


def with_serves(files: Files, path: str, clause: Clause, serves: list[str]) -> Files:
    """Return the files with other obligations that a clause serves."""
    where = ("clauses", clause.id, "serves")
    if serves == list(clause.serves):
        return files
    text = with_value(files[path], path, where, serves) if serves else without_value(files[path], path, where)
    return files | {path: text}


def with_new_clause(files: Files, folder: Folder, new: NewClause) -> Files:
    """Return the files with one clause more at the end of its chapter. Raises EditRefusedError."""
    path = folder.place("chapter", new.chapter, "chapter").file
    if path not in files:
        raise EditRefusedError(f"no such place: {new.chapter}")
    text = {language: f"{said}\n" if "\n" in said else said for language, said in new.text.items()}
    data = {"id": new.id, "title": new.title, "text": text, "guide": True}
    return files | {path: with_item(files[path], path, ("clauses",), data)}


def with_new_chapter(files: Files, slug: str, number: int, title: dict[str, str]) -> Files:
    """Return the files with one chapter more, without a clause yet."""
    return files | {f"chapters/{number:02d}-{slug}.yaml": document({"chapter": slug, "number": number, "title": title})}


def without_clause(files: Files, path: str, clause: str) -> Files:
    """Return the files without a clause. Raises EditRefusedError."""
    return files | {path: without_value(files[path], path, ("clauses", clause))}


def with_clause_moved(files: Files, path: str, clause: str, by: int) -> Files:
    """Return the files with a clause before or behind its neighbour. Raises EditRefusedError."""
    return files | {path: with_moved(files[path], ("clauses", clause), by)}


def lagging(version: Version, clause: Clause, languages: tuple[str, ...]) -> frozenset[str]:
    """Return the languages whose words are older than those of another one.

    The saved changes of the draft tell which language was written last; without any, its words are compared with the
    adopted version it comes from.
    """
    without = {language for language in languages if not clause.text.get(language)}
    last = dict.fromkeys(languages, 0)
    steps = version.steps.filter(clause=clause.id, what=Change.TEXT).order_by("revision")
    for revision, touched in steps.values_list("revision", "languages"):
        last |= {language: revision for language in touched if language in last}
    if not any(last.values()):
        last |= dict.fromkeys(_changed_since(version.base, clause), 1)
    newest = max(last.values(), default=0)
    return frozenset(without | {language for language, revision in last.items() if revision < newest})


def _changed_since(base: Version | None, clause: Clause) -> set[str]:
    if base is None or base.status != Status.ADOPTED:
        return set()
    old = next((each for each in policy_of(base).clauses() if each.id == clause.id), None)
    if old is None:
        return set()
    return {
        language
        for language in {*clause.text, *old.text}
        if any(getattr(clause, key).get(language) != getattr(old, key).get(language) for key in WORDS)
    }


def steps_of(version: Version) -> list[Step]:
    """Return the saved changes of a draft that can be undone, the last first."""
    return list(version.steps.select_related("by").defer("before")[:KEPT_STEPS])


def deletion_of(version: Version, clause: str) -> Step | None:
    """Return the change that took a clause away, if one did."""
    return version.steps.filter(clause=clause, what=Change.DELETED).select_related("by").first()
