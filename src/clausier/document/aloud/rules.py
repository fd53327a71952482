"""A rule read aloud: one sentence, whole."""

from clausier.document.aloud import words
from clausier.document.aloud.circumstances import exceptions, opening
from clausier.document.aloud.voice import Voice
from clausier.document.model import Look, Policy, Rule
from clausier.document.vocabulary import Label

_SAY = Label("dire :", "say:")


def rule_aloud(policy: Policy, rule: Rule, language: str) -> str:
    """Return the rule as one sentence: when, unless, do, tell."""
    voice = Voice(policy, language)
    told = opening(voice, rule.when, rule.way) + exceptions(voice, rule.unless)
    told += ", " + voice.both(_acts(voice, rule))
    if rule.optional:
        told += voice.phrase(
            " (seulement là où le détecteur nécessaire est installé)",
            " (only where the detector needed is installed)",
        )
    return voice.finish(told)


def _acts(voice: Voice, rule: Rule) -> list[str]:
    acts = []
    if rule.do or not (rule.route or rule.notify):
        acts.append(voice.of(words.DOING[rule.action]) + (_look(voice, rule.look) if rule.look else ""))
    if rule.route:
        way = voice.clause_with("answer", rule.route)
        acts.append(
            voice.phrase(
                "suivre la marche de la clause {way}",
                "follow the route of clause {way}",
                way=way,
            )
        )
    if rule.notify:
        people = voice.both(voice.people(slug) for slug in rule.notify)
        acts.append(voice.phrase("prévenir {people}", "tell {people}", people=people))
    return acts + ([voice.said(rule.say, _SAY)] if rule.say else [])


def _look(voice: Voice, look: Look) -> str:
    return f" ({voice.people(look.by)}, {voice.within(look.within)})"
