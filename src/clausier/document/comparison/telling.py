"""A comparison told: as plain data for programs, as text for people."""

from collections.abc import Iterator
from typing import Any

from clausier.document.comparison.texts import ADDED, REMOVED, shown
from clausier.document.comparison.values import MAJOR, Change, ClauseChange, Comparison, Effect, Told
from clausier.document.model import STATEMENTS
from clausier.document.vocabulary import Label

_STATES = {
    "added": Label("ajoutée", "added"),
    "removed": Label("retirée", "removed"),
    "moved": Label("renumérotée", "renumbered"),
    "changed": Label("modifiée", "changed"),
}
_KINDS = {
    "effect": Label("effet", "effect"),
    "audience": Label("personnes visées", "audience"),
    "wording": Label("libellé", "wording"),
}
_LEVELS = {
    True: Label(
        "Changement majeur : ce que le programme fait a changé.", "Major change: what the program does has changed."
    ),
    False: Label(
        "Changement mineur si, pour chaque phrase changée, personne n'a à agir autrement.",
        "Minor change if, for each changed sentence, nobody has to act differently.",
    ),
}
_NOTHING = Label("Aucune différence.", "No difference.")
_POLICY = Label("Politique", "Policy")
_RULE = Label("Règle", "Rule")
_COLON = Label(" :", ":")
_MARKS = {ADDED: "{{+{}+}}", REMOVED: "[-{}-]"}


def as_data(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as maps, lists and scalars."""
    return {
        "level": comparison.level if comparison else None,
        "policy": [_change_data(change) for change in comparison.policy],
        "clauses": [_clause_data(clause) for clause in comparison.clauses],
        "sentences": [sentence._asdict() for sentence in comparison.sentences],
    }


def _clause_data(clause: ClauseChange) -> dict[str, Any]:
    return {
        "id": clause.id,
        "title": dict(clause.title),
        "states": list(clause.states),
        "kinds": list(clause.kinds),
        "number": {"before": clause.before, "after": clause.after},
        "changes": [_change_data(change) for change in clause.changes],
        "effects": [
            {"name": effect.name, "before": _lists(effect.before), "after": _lists(effect.after)}
            for effect in clause.effects
        ],
    }


def _lists(told: Told) -> dict[str, list[str]]:
    return {language: list(sentences) for language, sentences in told.items()}


def _change_data(change: Change) -> dict[str, Any]:
    return {
        "path": change.path,
        "language": change.language,
        "kind": change.kind,
        "before": change.before,
        "after": change.after,
        "marks": [mark._asdict() for mark in change.marks],
    }


def as_text(comparison: Comparison, language: str) -> str:
    """Return the comparison as lines of text, in the words of ``language``."""
    if not comparison:
        return _NOTHING.in_language(language) + "\n"
    lines = [_LEVELS[comparison.level == MAJOR].in_language(language)]
    if comparison.policy:
        lines += ["", _POLICY.in_language(language)]
        lines += [line for change in comparison.policy for line in _change_lines(change)]
    for clause in comparison.clauses:
        lines += ["", *_clause_lines(clause, language)]
    return "\n".join(lines) + "\n"


def _clause_lines(clause: ClauseChange, language: str) -> Iterator[str]:
    number = clause.after or clause.before
    if clause.before and clause.after and clause.before != clause.after:
        number = f"{clause.before} → {clause.after}"
    states = ", ".join(_STATES[state].in_language(language) for state in clause.states)
    kinds = ", ".join(_KINDS[kind].in_language(language) for kind in clause.kinds)
    told = f"{states} ({kinds})" if kinds else states
    yield f"{number} {clause.title.best(language)} ({clause.id}){_COLON.in_language(language)} {told}"
    for effect in clause.effects:
        yield from _effect_lines(effect, language)
    for change in clause.changes:
        if change.kind != "effect":
            yield from _change_lines(change)


def _effect_lines(effect: Effect, language: str) -> Iterator[str]:
    name = effect.name.removeprefix("rules.")
    label = STATEMENTS.get(name, _RULE).in_language(language)
    yield f"  {label}" if name in STATEMENTS else f"  {label} {name}"
    before, after = (told.get(language) or next(iter(told.values()), ()) for told in (effect.before, effect.after))
    yield from (f"    - {sentence}" for sentence in before if sentence not in after)
    yield from (f"    + {sentence}" for sentence in after if sentence not in before)


def _change_lines(change: Change) -> Iterator[str]:
    where = f"{change.path} ({change.language})" if change.language else change.path
    if change.marks:
        text = "".join(_MARKS.get(mark.kind, "{}").format(mark.text) for mark in change.marks)
        yield f"  {where}: {' '.join(text.split())}"
        return
    yield f"  {where}"
    if change.before is not None:
        yield f"    - {shown(change.before)}"
    if change.after is not None:
        yield f"    + {shown(change.after)}"
