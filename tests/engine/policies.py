"""Small policies made in a line, for the tests of the engine."""

from clausier.document.model import Chapter, Circumstances, Clause, Localized, Policy, Rule
from clausier.engine import compile as compiled
from clausier.engine.context import Context
from clausier.engine.detector import Pattern

BOTH = {"fr": "Dites-le autrement.", "en": "Say it another way."}
DETECTORS = (
    Pattern(kind="pi.sin", pattern=r"\b\d{9}\b", digits=9),
    Pattern(kind="abuse.insult", pattern=r"\bidiote?\b", anchors=("idiot",), confidence=0.6),
    Pattern(kind="about.organization", pattern=r"\bville\b", anchors=("ville",)),
)


def rule(name, do, **when):
    return Rule(id=name, when=Circumstances(**when), do=do, say=Localized(BOTH))


def clause(name, *rules, **more):
    return Clause(id=name, title=Localized(BOTH), text=Localized(BOTH), rules=tuple(rules), **more)


def policy(*clauses, **more):
    chapters = {}
    for each in clauses:
        chapters.setdefault(each.id.partition(".")[0], []).append(each)
    return Policy(
        clausier=1,
        id="try",
        languages=("fr", "en"),
        title=Localized(BOTH),
        sector="company",
        chapters=tuple(
            Chapter(chapter=slug, number=number, title=Localized(BOTH), clauses=tuple(each))
            for number, (slug, each) in enumerate(chapters.items(), 11)
        ),
        **more,
    )


def engine(*clauses, detectors=DETECTORS, facts=None, **more):
    return compiled(policy(*clauses, **more), facts, (), detectors)


def check(made, text, **context):
    return made.check(Context.from_data({"text": text, **context}))
