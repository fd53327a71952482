"""The policy that answers make: a template with its overlays, changed clause by clause, and the facts they give."""

import dataclasses
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from clausier.document.founding import kept, laid, made
from clausier.document.interview.adapting import adapted, set_aside, with_clauses, without_clauses
from clausier.document.interview.answers import choices, dates_of, open_questions, tidied
from clausier.document.interview.model import Answers, Change, Choice
from clausier.document.model import (
    Calendar,
    Clause,
    Contacts,
    Example,
    Facts,
    Figure,
    Localized,
    Offering,
    Party,
    Period,
    Policy,
    ProtectedList,
)
from clausier.document.naming import slug
from clausier.document.reading import Folder, read_folder, read_overlay
from clausier.library import LIBRARY

_WORKDAYS = "mon-fri"
_STATEMENTS = ("use", "own", "comments", "learn", "approve", "questions")


def template_of(answers: Answers) -> str:
    """Return the name of the template that the answers choose; the last question that names one decides."""
    return str(_last([choice.template for choice in choices(answers)], "base"))


@cache
def template_read(name: str) -> Folder:
    """Return a template of the library, read once."""
    return read_folder(LIBRARY / "policies" / name)


def policy_of(folder: Folder) -> Policy:
    """Return the policy of a folder of the library."""
    assert folder.policy  # noqa: S101  # every template is read by the tests
    return folder.policy


def founded(answers: Answers) -> Folder:
    """Return the folder that complete answers make: a policy in the organisation's name, with its facts and no other.

    The answers are without a mistake (``answers.wrongs``).
    """
    chosen = choices(answers)
    folder = template_read(template_of(answers))
    for overlay in dict.fromkeys(name for choice in chosen for name in choice.overlays):
        folder = laid(folder, read_overlay(overlay))
    policy = without_clauses(policy_of(folder), policy_of(template_read("base")), set_aside(answers))
    languages = _last([choice.languages for choice in chosen], policy.languages)
    folder = made(dataclasses.replace(folder, policy=policy), answers["name"][0], languages)
    policy = _placed(policy_of(folder), chosen)
    for change in _changes(answers):
        policy = _changed(policy, change, languages)
    policy = _decided(policy, _last([choice.deciders for choice in chosen], None))
    policy = adapted(policy, answers)
    facts = _facts(answers, folder.facts, languages, _last([choice.holidays for choice in chosen], ""))
    policy = _moved(policy, folder.facts.periods, facts.periods)
    policy = with_clauses(policy, lambda clause: _at_its_hour(clause, ZoneInfo(facts.calendar.timezone)))
    named = {name for clause in policy.clauses() if clause.protect for name in clause.protect.lists}
    protected = tuple(ProtectedList(name=name) for name in sorted(named))
    return dataclasses.replace(folder, policy=policy, facts=facts, protected=protected)


def _last(values: Iterable[Any], default: Any) -> Any:
    return next((value for value in reversed(list(values)) if value not in ("", (), None)), default)


def _changes(answers: Answers) -> list[Change]:
    found: list[Change] = []
    for question in open_questions(answers):
        found += [change for choice in question.chosen(answers) for change in choice.changes]
        found += () if answers.get(question.id) else question.empty
    return found


def _placed(policy: Policy, chosen: list[Choice]) -> Policy:
    sector = _last([choice.sector for choice in chosen], policy.sector)
    return dataclasses.replace(
        policy,
        sector=sector,
        jurisdictions=_last([choice.jurisdictions for choice in chosen], policy.jurisdictions),
        regulation_packs=_last([choice.packs for choice in chosen], policy.regulation_packs),
    )


def _changed(policy: Policy, change: Change, languages: tuple[str, ...]) -> Policy:
    def changed(clause: Clause) -> Clause | None:
        if clause.id != change.clause:
            return clause
        return None if change.drop else _clause(clause, change, languages)

    return with_clauses(policy, changed)


def _clause(clause: Clause, change: Change, languages: tuple[str, ...]) -> Clause:
    text = with_paragraph(clause.text, change, languages)
    if text is None:  # the template says it in its own way
        return clause
    given = {name: getattr(change, name) for name in _STATEMENTS if getattr(change, name)}
    given |= {"questions": ()} if change.without_questions else {}
    if change.without_rules:
        given["rules"] = tuple(each for each in clause.rules if each.id not in change.without_rules)
        given["examples"] = tuple(each for each in clause.examples if each.because not in change.without_rules)
    answer = {name: getattr(change, name) for name in ("legs", "holding", "way", "duty") if getattr(change, name)}
    if answer and clause.answer:
        given["answer"] = dataclasses.replace(clause.answer, **answer)
    return dataclasses.replace(clause, text=text, **{name: kept(value, languages) for name, value in given.items()})


def with_paragraph(text: Localized, change: Change, languages: Iterable[str]) -> Localized | None:
    """Return a text with the paragraph of a change; None when the one that it replaces is not there."""
    if not change.text:
        return text
    found = {}
    for language in languages:
        new = change.text[language].strip()
        paragraphs = text.get(language, "").strip().split("\n\n")
        places = [place for place, each in enumerate(paragraphs) if _begins(each, change.instead.get(language, ""))]
        if change.whole:
            paragraphs = [new]
        elif not change.instead:
            paragraphs.append(new)
        elif places:
            paragraphs[places[0]] = new
        else:
            return None
        found[language] = "\n\n".join(paragraphs)
    return Localized(found)


def _begins(paragraph: str, words: str) -> bool:
    return " ".join(paragraph.split()).startswith(words)


def _decided(policy: Policy, deciders: int | None) -> Policy:
    if deciders is None:
        return policy

    def changed(clause: Clause) -> Clause:
        ladder = tuple(dataclasses.replace(each, deciders=deciders) for each in clause.ladder)
        return dataclasses.replace(clause, ladder=ladder)

    return with_clauses(policy, changed)


def bare(facts: Facts) -> Facts:
    """Return the facts of a template without what is invented: the names, the periods and the calendar stay."""
    calendar = dataclasses.replace(facts.calendar, hours={})
    return Facts(names=facts.names, called=facts.called, periods=facts.periods, calendar=calendar)


def _facts(answers: Answers, template: Facts, languages: tuple[str, ...], holidays: str) -> Facts:
    lines = {
        question.id: tidied(question, answers.get(question.id, []))
        for question in open_questions(answers)
        if not question.choices
    }

    def given(name: str) -> tuple[str, ...]:
        return tuple(lines.get(name, ()))

    hours = {_WORKDAYS: given("hours")[0]} if given("hours") else {}
    (timezone,) = given("timezone") or (template.calendar.timezone,)
    return Facts(
        names=template.names,
        called=template.called,
        handles={"*": given("handles")} if given("handles") else {},
        domains=given("domains"),
        contacts=Contacts(phones=given("phones"), emails=given("emails"), addresses=given("addresses")),
        offerings=_offerings(given("offerings"), languages),
        public_figures=tuple(_figure(line, languages) for line in given("figures")),
        parties=(Party(id="own", names=given("name")),) if answers["sector"] == ["party"] else (),
        periods=_periods(answers, template),
        calendar=Calendar(timezone=timezone, holidays=holidays, hours=hours),
    )


def _offerings(names: Iterable[str], languages: tuple[str, ...]) -> tuple[Offering, ...]:
    found = {slug(name): Offering(id=slug(name), names=Localized(dict.fromkeys(languages, name))) for name in names}
    return tuple(found.values())


def _figure(line: str, languages: tuple[str, ...]) -> Figure:
    name, _, role = line.partition(",")
    said = Localized(dict.fromkeys(languages, role.strip())) if role.strip() else Localized()
    return Figure(name=name.strip(), role=said)


def _periods(answers: Answers, template: Facts) -> dict[str, Period]:
    """Return the periods of the template at the dates that were given; one that no answer dates stays as it is."""
    asked = {question.id for question in open_questions(answers) if question.kind == "period"}
    found = {name: period for name, period in template.periods.items() if name not in asked}
    for name in asked:
        dates = dates_of(answers.get(name, []))
        if dates:
            found[name] = Period(from_=dates[0], to=dates[1])
    if "election" in found and "election" in asked:
        found |= {name: found["election"] for name in ("before-vote",) if name in template.periods}
        last = found["election"].to
        found |= {name: Period(from_=last, to=last) for name in ("polling-day",) if name in template.periods}
    return found


def _moved(policy: Policy, old: dict[str, Period], new: dict[str, Period]) -> Policy:
    """Return a policy whose examples moved with the periods that their clause looks at."""
    moves = {name: (old[name], new[name]) for name in old.keys() & new.keys() if old[name] != new[name]}

    def changed(clause: Clause) -> Clause:
        names = {name for rule in clause.rules for look in (rule.when, *rule.unless) for name in look.period}
        move = next((moves[name] for name in sorted(names) if name in moves), None)
        if move is None:
            return clause
        examples = tuple(_example(each, *move) for each in clause.examples)
        return dataclasses.replace(clause, examples=examples)

    return with_clauses(policy, changed) if moves else policy


def _at_its_hour(clause: Clause, zone: ZoneInfo) -> Clause:
    """Return a clause whose examples happen at the hour they did, by the clocks of a time zone."""
    examples = (
        dataclasses.replace(each, at=each.at.replace(tzinfo=zone)) if isinstance(each.at, datetime) else each
        for each in clause.examples
    )
    return dataclasses.replace(clause, examples=tuple(examples))


def _example(example: Example, old: Period, new: Period) -> Example:
    if example.at is None:
        return example
    day = example.at.date() if isinstance(example.at, datetime) else example.at
    return dataclasses.replace(example, at=example.at + (_day(day, old, new) - day))


def _day(day: date, old: Period, new: Period) -> date:
    """Return a day that lies to the new period as it did to the old one: before, in or after it."""
    if day < old.from_:
        return day + (new.from_ - old.from_)
    if day > old.to:
        return day + (new.to - old.to)
    return min(new.to, max(new.from_, new.to - timedelta((old.to - day).days)))
