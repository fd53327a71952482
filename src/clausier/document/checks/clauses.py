"""Clauses: each has an effect, and its statements keep to what a policy may ask of people."""

import re
from collections.abc import Iterator

from clausier.document.checks.subject import Leaf, Path, Subject
from clausier.document.hours import parse_days, parse_hours
from clausier.document.model import Circumstances, Decided, Example, Interest, Localized
from clausier.document.model import statements as say
from clausier.document.problems import WARNING, Problem, nearest
from clausier.document.vocabulary import INTEREST_KINDS, PLACEHOLDERS, Label

# Ties that nobody may be made to declare.
PRIVATE_TIES = frozenset({"party", "union", "family"})
# The chapter that governs what the public writes: whoever it binds must be able to read it.
PUBLIC_CHAPTER = "comments"
RANGES: dict[tuple[type, str], tuple[float, float]] = {
    (say.Learn, "pass_"): (0, 100),
    (say.Ladder, "deciders"): (1, 99),
    (Decided, "at_least"): (1, 999),
    (Circumstances, "confidence"): (0, 1),
}
TIME_LIMITS: dict[type, dict[str, Label]] = {
    say.Ladder: {
        "hear": Label("entendre la personne", "hearing the person"),
        "appeal": Label("demander une révision", "appealing"),
        "seal": Label("sceller le dossier", "sealing the file"),
    },
    say.Appeal: {
        "within": Label("demander la révision d'un retrait", "appealing a removal"),
        "answered": Label("répondre à la demande de révision", "answering an appeal"),
    },
}
# Where ``{organization}`` and its like are filled in.
FILLED = {
    (Example, "text"),
    (Interest, "name"),
    (Interest, "also"),
    (Interest, "topics"),
    (say.Wording, "long"),
    (say.Wording, "short"),
}
_PLACEHOLDER = re.compile(r"\{([\w-]+)\}")


def effects(subject: Subject) -> Iterator[Problem]:
    """A clause runs something, or says that it is text only."""
    for path, clause in subject.clauses:
        has_effect = clause.rules or clause.promises() or clause.statements().keys() - {"guide"}
        if clause.guide and has_effect:
            yield subject.problem("guide-with-effect", (*path, "guide"))
        if not (clause.guide or has_effect) and subject.is_whole(path):
            yield subject.problem("clause-without-effect", path)


def public_clauses(subject: Subject) -> Iterator[Problem]:
    """Whatever governs the comments of the public can be read by the public."""
    for path, clause in subject.clauses:
        governs = clause.id.startswith(f"{PUBLIC_CHAPTER}.") or clause.remove_for
        if governs and clause.visibility != "public":
            yield subject.problem("must-be-public", (*path, "visibility"))


def voluntary_sharing(subject: Subject) -> Iterator[Problem]:
    """Nobody is made to pass on a message."""
    for path, clause in subject.clauses:
        if clause.share and not clause.share.voluntary:
            yield subject.problem("share-not-voluntary", (*path, "share", "voluntary"))


def private_ties(subject: Subject) -> Iterator[Problem]:
    """Nobody is made to tell a party, a union or a family."""
    for path, clause in subject.clauses:
        for index, kind in enumerate(clause.disclose.declare if clause.disclose else ()):
            if kind in PRIVATE_TIES:
                where = (*path, "disclose", "declare", index)
                yield subject.problem("compulsory-interest", where, value=INTEREST_KINDS[kind])


def deciders(subject: Subject) -> Iterator[Problem]:
    """One person alone should not decide a consequence."""
    for path, clause in subject.clauses:
        for index, ladder in enumerate(clause.ladder):
            if ladder.deciders == 1:
                yield subject.problem("sole-decider", (*path, "ladder", index, "deciders"), level=WARNING)


def time_limits(subject: Subject) -> Iterator[Problem]:
    """Whoever is judged knows the time limits: of the hearing, of the appeal, of its answer, of the sealing."""
    for path, clause in subject.clauses:
        for index, ladder in enumerate(clause.ladder):
            yield from _without_limit(subject, (*path, "ladder", index), ladder)
        for index, opened in enumerate(clause.comments):
            if opened.appeal:
                yield from _without_limit(subject, (*path, "comments", index, "appeal"), opened.appeal)


def _without_limit(subject: Subject, path: Path, record: say.Ladder | say.Appeal) -> Iterator[Problem]:
    for key, what in TIME_LIMITS[type(record)].items():
        if getattr(record, key) is None and subject.is_whole(path):
            yield subject.problem("no-time-limit", path, level=WARNING, value=what, name=key)


def comment_modes(subject: Subject) -> Iterator[Problem]:
    """Comments are open in one way on a channel."""
    modes: dict[str, str] = {}
    for path, clause in subject.clauses:
        for index, opened in enumerate(clause.comments):
            for place, channel in enumerate(opened.channel):
                if modes.setdefault(channel, opened.mode) != opened.mode:
                    where = (*path, "comments", index, "channel", place)
                    yield subject.problem(
                        "two-modes", where, level=WARNING, value=channel, other=say.COMMENT_MODES[modes[channel]]
                    )


def retention(subject: Subject) -> Iterator[Problem]:
    """What is kept at least so long is not kept at most less long."""
    for path, clause in subject.clauses:
        for index, kept in enumerate(clause.keep):
            if kept.min and kept.max and kept.min.days > kept.max.days:
                yield subject.problem("keep-backwards", (*path, "keep", index, "max"), value=str(kept.min))


def approvers(subject: Subject) -> Iterator[Problem]:
    """An approval says who approves."""
    for path, clause in subject.clauses:
        if clause.approve is None or not subject.is_whole((*path, "approve")):
            continue
        where = (*path, "approve", "by")
        if not clause.approve.by:
            yield subject.problem("approver-unnamed", where)
        for index, approver in enumerate(clause.approve.by):
            if approver.audience is None and approver.duty is None:
                yield subject.problem("approver-unnamed", (*where, index))


def quiet_hours(subject: Subject) -> Iterator[Problem]:
    """Quiet hours are hours by days."""
    for path, clause in subject.clauses:
        yield from hours_by_days(subject, (*path, "quiet"), clause.quiet)


def hours_by_days(subject: Subject, path: Path, hours: dict[str, str]) -> Iterator[Problem]:
    """Tell what is wrong in hours given by days, such as ``mon-fri: "08:30-16:30"``."""
    for code, parse, given in (
        ("not-days", parse_days, {days: days for days in hours}),
        ("not-hours", parse_hours, hours),
    ):
        for days, text in given.items():
            try:
                parse(text)
            except ValueError:
                yield subject.problem(code, (*path, days), value=text)


def numbers(subject: Subject) -> Iterator[Problem]:
    """A number lies where it has a meaning."""
    for leaf in subject.leaves:
        bounds = RANGES.get((leaf.holder, leaf.field))
        if bounds and not bounds[0] <= leaf.value <= bounds[1]:
            yield subject.problem("out-of-range", leaf.path, low=f"{bounds[0]:g}", high=f"{bounds[1]:g}")


def questions(subject: Subject) -> Iterator[Problem]:
    """A quiz question has exactly one right answer."""
    for path, clause in subject.clauses:
        for index, question in enumerate(clause.questions):
            where = (*path, "questions", index)
            if sum(choice.right for choice in question.choices) != 1 and subject.is_whole(where):
                yield subject.problem("question-without-answer", where)


def placeholders(subject: Subject) -> Iterator[Problem]:
    """Every word in braces is one that the facts fill in, where they do."""
    words = ", ".join(f"{{{word}}}" for word in PLACEHOLDERS)
    for leaf in subject.leaves:
        filled = (leaf.holder, leaf.field) in FILLED
        for where, name in _placeholders(leaf):
            if filled and name not in PLACEHOLDERS:
                meant = nearest(name, PLACEHOLDERS)
                yield subject.problem("unknown-placeholder", where, meant=meant, value=name, words=words)
            if not filled and name in PLACEHOLDERS:
                yield subject.problem("placeholder-stays", where, level=WARNING, value=name)


def _placeholders(leaf: Leaf) -> Iterator[tuple[Path, str]]:
    if isinstance(leaf.value, Localized):
        for language, text in leaf.value.items():
            yield from (((*leaf.path, language), name) for name in _PLACEHOLDER.findall(text))
    elif isinstance(leaf.value, str):
        yield from ((leaf.path, name) for name in _PLACEHOLDER.findall(leaf.value))


CHECKS = (
    effects,
    public_clauses,
    voluntary_sharing,
    private_ties,
    deciders,
    time_limits,
    comment_modes,
    retention,
    approvers,
    quiet_hours,
    numbers,
    questions,
    placeholders,
)
