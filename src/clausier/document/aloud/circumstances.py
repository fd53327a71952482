"""Circumstances as words: after "when someone publishes a message", and after "unless"."""

from collections.abc import Sequence

from clausier.document.aloud import words
from clausier.document.aloud.voice import Voice
from clausier.document.globs import matches
from clausier.document.model import Circumstances, Decided
from clausier.document.vocabulary import OUTGOING, Label

Names = tuple[str, ...]


def opening(voice: Voice, when: Circumstances, way: str) -> str:
    """Return the first half of a rule: ``quand un membre du personnel publie un message où …``."""
    moments = [*_named(voice, when, "time"), *_periods(voice, when)]
    during = ", ".join(moments) + ", " if moments else ""
    message = _message(voice, when, way)
    who = _author(voice, when)
    if way == OUTGOING:
        who = who or voice.phrase("quelqu'un", "someone")
        event = voice.phrase(
            "quand {who} publie {message}",
            "when {who} publishes {message}",
            who=who,
            message=message,
        )
    elif who:
        event = voice.phrase(
            "quand {who} nous adresse {message}",
            "when {who} sends us {message}",
            who=who,
            message=message,
        )
    else:
        event = voice.phrase("quand on reçoit {message}", "when we receive {message}", message=message)
    return during + event


def exceptions(voice: Voice, unless: Sequence[Circumstances]) -> str:
    """Return ``, sauf si … et si …, ou si …``, or nothing."""
    told = [_joined_clauses(voice, exception) for exception in unless]
    told = [clauses for clauses in told if clauses]
    if not told:
        return ""
    alone = all(voice.phrase(" et si ", " and ") not in clauses for clauses in told)
    comma = "" if alone else ","  # between exceptions that are themselves made of several
    return voice.phrase(", sauf si ", ", unless ") + voice.phrase(f"{comma} ou si ", f"{comma} or ").join(told)


def _message(voice: Voice, when: Circumstances, way: str) -> str:
    kinds = voice.labels(
        _expanded(when.intent, words.ALTERNATIVES["intent"])[0],
        words.ALTERNATIVES["intent"],
    )
    message = voice.either(kinds) or voice.of(words.MESSAGE)
    message += _except(voice, when.intent, "intent")
    if when.reply is not None:
        message += (
            voice.phrase(" en réponse à un autre", " in reply to another")
            if when.reply
            else voice.phrase(" qui n'est pas une réponse", " that is not a reply")
        )
    message += "".join(f" {value}" for value in _named(voice, when, "language"))
    found = _signals_after(voice, when)
    apart = ", " if found else " "  # what follows the signals qualifies the message, not what it contains
    forms = words.WHEN if way == OUTGOING else words.WHEN_RECEIVED
    told = _named(voice, when, "channel")
    told += [voice.of(form).format(value) for name, form in forms.items() for value in _named(voice, when, name)]
    around = "".join(apart + part for part in told)
    return message + found + _confidence(voice, when) + around + _history_after(voice, when)


def _author(voice: Voice, when: Circumstances) -> str:
    relation = "".join(_named(voice, when, "relation"))
    if not when.audience:
        return relation
    groups = voice.either(voice.people(slug) for slug in when.audience)
    if relation:
        return voice.phrase(
            "{who}, du groupe {groups},",
            "{who}, in {groups},",
            who=relation,
            groups=groups,
        )
    return voice.phrase("quelqu'un du groupe {groups}", "someone in {groups}", groups=groups)


def _joined_clauses(voice: Voice, exception: Circumstances) -> str:
    clauses = _signal_clauses(voice, exception)
    for name, form in words.UNLESS.items():
        values = _periods(voice, exception) if name == "period" else _named(voice, exception, name)
        clauses += [voice.of(form).format(value) for value in values]
    if exception.audience:
        groups = voice.either(voice.people(slug) for slug in exception.audience)
        clauses.append(
            voice.phrase(
                "l'auteur est du groupe {groups}",
                "the author is in {groups}",
                groups=groups,
            )
        )
    if exception.reply is not None:
        clauses.append(
            voice.phrase("le message est une réponse", "the message is a reply")
            if exception.reply
            else voice.phrase("le message n'est pas une réponse", "the message is not a reply")
        )
    if exception.history:
        clauses.append(_history(voice, exception.history.decisions))
    return voice.phrase(" et si ", " and ").join(clauses)


def _named(voice: Voice, circumstances: Circumstances, name: str) -> list[str]:
    """Return the words of a circumstance that has values, in a list of one, else an empty list."""
    values = getattr(circumstances, name)
    if not values:
        return []
    if name == "channel":
        return [voice.networks(values)]
    table = words.ALTERNATIVES[name]
    kept, _ = _expanded(values, table)
    anyone = voice.phrase("n'importe quoi", "anything")
    return [(voice.either(voice.labels(kept, table)) or anyone) + _except(voice, values, name)]


def _except(voice: Voice, values: Names, name: str) -> str:
    _, excluded = _expanded(values, words.ALTERNATIVES[name])
    return _but(voice, voice.labels(excluded, words.ALTERNATIVES[name]))


def _but(voice: Voice, excluded: list[str]) -> str:
    return f" ({voice.phrase('sauf', 'except')} {voice.either(excluded)})" if excluded else ""


def _expanded(values: Names, table: dict[str, Label]) -> tuple[list[str], list[str]]:
    """Return the names that the values keep and those that they exclude; a whole family stays one name."""
    kept: dict[str, None] = {}
    excluded: dict[str, None] = {}
    for value in values:
        into, glob = (excluded, value[1:]) if value.startswith("!") else (kept, value)
        names = [glob] if glob in table else [name for name in table if "*" not in name and matches(name, glob)]
        into.update(dict.fromkeys(names or [glob]))
    return list(kept), list(excluded)


_SIGNALS = {**words.SIGNALS, **words.FAMILIES}


def _is_clause(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] in words.CLAUSE_FAMILIES or name in words.CLAUSE_SIGNALS


def _signal_words(voice: Voice, circumstances: Circumstances) -> tuple[str, str, str]:
    """Return the things contained, the clauses, and the exclusions."""
    kept, excluded = _expanded(circumstances.signal, _SIGNALS)
    things = voice.labels([name for name in kept if not _is_clause(name)], _SIGNALS)
    clauses = voice.labels([name for name in kept if _is_clause(name)], _SIGNALS)
    return (
        voice.either(things),
        voice.either(clauses),
        _but(voice, voice.labels(excluded, _SIGNALS)),
    )


def _signals_after(voice: Voice, when: Circumstances) -> str:
    things, clauses, but = _signal_words(voice, when)
    told = [voice.phrase("qui contient {things}", "that contains {things}", things=things)] if things else []
    told += [voice.phrase("où {clauses}", "where {clauses}", clauses=clauses)] if clauses else []
    return "".join(f" {voice.either(told)}") + but if told or but else ""


def _signal_clauses(voice: Voice, exception: Circumstances) -> list[str]:
    things, clauses, but = _signal_words(voice, exception)
    told = (
        [
            voice.phrase(
                "le message contient {things}",
                "the message contains {things}",
                things=things,
            )
        ]
        if things
        else []
    )
    told += [clauses] if clauses else []
    said = voice.phrase(" ou si ", " or ").join(told) + but + _confidence(voice, exception)
    return [said] if told else []


def _confidence(voice: Voice, circumstances: Circumstances) -> str:
    if circumstances.confidence == Circumstances().confidence:
        return ""
    percent = f"{circumstances.confidence * 100:g}"
    sure = voice.phrase(
        " (repéré avec une certitude d'au moins {n} %)",
        " (found with at least {n}% certainty)",
        n=percent,
    )
    return sure.replace(".", ",") if voice.french else sure


def _history_after(voice: Voice, when: Circumstances) -> str:
    return voice.phrase(", et que ", ", and ") + _history(voice, when.history.decisions) if when.history else ""


def _history(voice: Voice, decided: Decided) -> str:
    one, many = voice.phrase("une décision", "one decision"), voice.phrase("décisions", "decisions")
    return voice.phrase(
        "l'auteur a déjà reçu au moins {number} en {span}",
        "the author has already had at least {number} in {span}",
        number=one if decided.at_least == 1 else f"{decided.at_least} {many}",
        span=voice.span(decided.within),
    )


def _periods(voice: Voice, circumstances: Circumstances) -> list[str]:
    if not circumstances.period:
        return []
    names = voice.either(voice.quoted(name) for name in circumstances.period)
    return [voice.phrase("pendant la période {names}", "during the period {names}", names=names)]
