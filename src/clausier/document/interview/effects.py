"""What an answer does, told beside it: the sentence that will read so, the clause it stands in, what goes."""

from functools import lru_cache
from typing import NamedTuple

from clausier.document.interview.adapting import reworded, set_aside, wordings
from clausier.document.interview.answers import choices
from clausier.document.interview.making import policy_of, template_of, template_read
from clausier.document.interview.model import Answers, Choice
from clausier.document.model import Localized
from clausier.document.reading import read_overlay


class Effect(NamedTuple):
    """What a choice does: the sentence that will read so, or else what happens, and the clause concerned."""

    reads: str
    tells: str
    clause: str


def effect_of(choice: Choice, answers: Answers, language: str) -> Effect:
    """Return what a choice does to the policy that the answers make so far, in a language."""
    overlays = tuple(name for each in choices(answers) for name in each.overlays)
    titles = clause_titles(template_of(answers), overlays)
    titles |= {name: common for name, _own, common in aside(answers) if common}
    change = next((each for each in choice.changes if not each.drop and each.text), None)
    reads = reworded(choice.reads or (change.text if change else Localized()), wordings(answers))
    named = choice.clause or (change.clause if change else "")
    title = titles.get(named, Localized()).best(language)
    return Effect(_bare(reads.best(language)), choice.effect.best(language), title)


class Aside(NamedTuple):
    """A clause of the template that the answers set aside: its title, and that of the common one in its place."""

    clause: str
    own: Localized
    common: Localized


def aside(answers: Answers) -> list[Aside]:
    """Return the clauses of the template that the answers set aside."""
    own, base = clause_titles(template_of(answers), ()), clause_titles("base", ())
    return [Aside(name, own[name], base.get(name, Localized())) for name in set_aside(answers) if name in own]


@lru_cache(maxsize=16)
def clause_titles(template: str, overlays: tuple[str, ...]) -> dict[str, Localized]:
    """Return the titles of the clauses of a template and of overlays, by id."""
    added = [clause for name in overlays for each in read_overlay(name).chapters for clause in each.clauses]
    return {clause.id: clause.title for clause in (*policy_of(template_read(template)).clauses(), *added)}


def _bare(text: str) -> str:
    """Return a text on one line without the marks of Markdown, as a card shows it."""
    return " ".join(text.replace("**", "").split())
