"""Breadth: what a policy forbids is no wider than an interest can justify."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausier.document.checks.obligations import enabled
from clausier.document.checks.stance import ALLOWS, FORBIDS, Prose
from clausier.document.checks.subject import Path, Subject
from clausier.document.model import Clause
from clausier.document.problems import ERROR, WARNING, Problem
from clausier.document.vocabulary import Label


class Breadth(NamedTuple):
    """A ban too wide to stand: the words it bears on (``{us}`` is the organization), and the limits it meets.

    ``narrowed`` tells that a condition, or a sentence that leaves pay and working conditions free, is enough.
    """

    fr: str
    en: str
    what: Label
    limits: tuple[str, ...]
    narrowed: bool = False


_SPEECH = ("us-nlra-overbroad-rules",)
PAY = Breadth(
    r"(?:parl|discu|publi|partag|mentionn|divulg|révél|commente[rz]|évoqu|abord|échang)\w*[^.;]{0,40}?\b(?:salaires?"
    r"|rémunération|paies?|conditions de travail|heures de travail)\b(?! (?:d'une? |d'autrui|des autres))",
    r"(?:talk|discuss|speak|post|shar|mention|disclos|comment(?:ing)? on|reveal|divulg)\w*[^.;]{0,40}?(?<!'s )"
    r"\b(?:pay|wages?|salar(?:y|ies)|compensation|working conditions|hours of work)\b(?! (?:for|attention))",
    Label(
        "elle interdit de parler de paie ou de conditions de travail", "it forbids talk of pay or working conditions"
    ),
    _SPEECH,
)
OVER_BROAD = (
    PAY,
    Breadth(
        r"(?:critiqu|dénigr|mal parl|parl\w+ en mal|dire du mal|propos négatif|commentaires? négatif)[^.;]{0,40}?{us}",
        r"(?:criti[cq]|disparag|speak ill|negative (?:comments?|posts?|remarks?))[^.;]{0,40}?{us}",
        Label("elle interdit de critiquer l'employeur", "it forbids criticism of the employer"),
        _SPEECH,
    ),
    Breadth(
        r"(?:(?:mentionn|nomm|cit|évoqu)\w*|(?:utilis|emplo)\w+(?: \w+){0,2} (?:nom|logo)|parl\w+) (?:pas |jamais )?"
        r"(?:de |d'|du )?{us}",
        r"(?:mention(?:ing)?|nam(?:e|ing)|refer(?:ring)? to|(?:talk|post|speak)(?:ing)? about"
        r"|us(?:e|ing)(?: \w+){0,3} (?:name|logo) of) {us}",
        Label("elle interdit de nommer l'organisation", "it forbids any mention of the organization"),
        _SPEECH,
        narrowed=True,
    ),
    Breadth(
        r"(?:tou(?:t|te|s|tes)|aucune?|n'importe quelle?) (?:les? |autre |l')?(?:informations?|renseignements?|sujets?"
        r"|questions?|affaires?|documents?|choses?) (?:internes?|confidentiel\w*|sensibles?)"
        r"|(?:rien|quoi que ce soit) (?:de |d')(?:confidentiel|interne)",
        r"(?:any|all|every|no) (?:confidential|internal|sensitive|non-public) (?:\w+ )?(?:information|matters?|topics?"
        r"|documents?|business)|(?:anything|nothing) (?:confidential|internal|sensitive)",
        Label("elle vise tout ce qui serait confidentiel", "it covers whatever may be confidential"),
        _SPEECH,
        narrowed=True,
    ),
    Breadth(
        r"(?:tou(?:t|te|s|tes)|aucune?) (?:les? |l')?(?:opinions?|prises? de position|activités?|expressions?|propos"
        r"|commentaires?) (?:politiques?|partisane?s?)|parl\w+ (?:pas |jamais )?de politique",
        r"(?:any|all|no) political (?:opinions?|activit\w+|views?|speech|expression|statements?|comments?|posts?)"
        r"|(?:talk|post|speak)\w* about politics",
        Label("elle interdit toute expression politique", "it forbids all political expression"),
        ("ca-public-servants-speech", "qc-f311-reserve"),
        narrowed=True,
    ),
)
US = {
    "fr": r"(?:l'|votre |notre |son )(?:organisation|employeur|entreprise|organisme|administration)"
    r"|la (?:direction|compagnie|société|ville|municipalité)|le (?:ministère|patron)"
    r"|(?:vos|leurs|ses|les) (?:supérieurs|gestionnaires|patrons|dirigeants|élus)",
    "en": r"(?:the|your|our|their) (?:organi[sz]ation|employer|company|management|superiors?|boss\w*|managers?|city"
    r"|ministry)|management",
}
# A condition narrows a ban: "without saying that you work there", "on an official account".
_NARROWING = {
    "fr": re.compile(
        r"\b(?:sans|à moins|sauf|si|quand|lorsque|avant|pendant|au nom|officiels?|de (?:façon|manière))\b"
    ),
    "en": re.compile(r"\b(?:without|unless|except|if|when|while|before|during|behalf|official|in a way|so as to)\b"),
}

Patterns = dict[str, re.Pattern[str]]
Passage = tuple[Path, Prose]


def over_broad(subject: Subject) -> Iterator[Problem]:
    """No clause forbids more than an interest can justify; where an enabled pack sets that limit, it is an error."""
    obligations = enabled(subject).keys()
    bans = [(breadth, _patterns(breadth, subject)) for breadth in OVER_BROAD]
    for path, clause in subject.clauses:
        passages = list(_passages(path, clause))
        free = any(_told(passages, bans[0][1], ALLOWS))
        for breadth, patterns in bans:
            if breadth.narrowed and free:
                continue
            where = next(_told(passages, patterns, FORBIDS, narrowed=breadth.narrowed), None)
            if where:
                level = ERROR if obligations & set(breadth.limits) else WARNING
                yield subject.problem("over-broad", where, level=level, value=breadth.what)


def _patterns(breadth: Breadth, subject: Subject) -> Patterns:
    names = [re.escape(name.lower()) for each in subject.facts.names.values() for name in each]
    made = {}
    for language, text in (("fr", breadth.fr), ("en", breadth.en)):
        us = "|".join([US[language], *names])
        made[language] = re.compile(rf"\b(?:{text.replace('{us}', rf'(?:{us})')})\b")
    return made


def _passages(path: Path, clause: Clause) -> Iterator[Passage]:
    texts = {(*path, "title"): clause.title, (*path, "text"): clause.text}
    texts |= {(*path, "rules", index, "say"): rule.say for index, rule in enumerate(clause.rules)}
    for where, text in texts.items():
        for language in US:
            if language in text:
                yield (*where, language), Prose(text[language], language)


def _told(passages: list[Passage], patterns: Patterns, wanted: str, *, narrowed: bool = False) -> Iterator[Path]:
    """Return the paths of the passages that take a stance, but for sentences that a condition narrows."""
    for path, prose in passages:
        for told, sentence in prose.stances(patterns[prose.language]):
            if told == wanted and not (narrowed and _NARROWING[prose.language].search(sentence)):
                yield path


CHECKS = (over_broad,)
