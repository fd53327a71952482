"""Write the reference of the document in one language, from the vocabulary and the model themselves.

python docs/make_format.py fr > docs/guide/fr/format.md
"""

import dataclasses
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from clausier.document import vocabulary as words
from clausier.document.model import STATEMENTS, Duration, Localized, Moment
from clausier.document.model.facts import Facts, ProtectedList
from clausier.document.model.policy import Chapter, Circumstances, Clause, Example, Policy, Question, Rule
from clausier.document.model.types import Glob, OneOf
from clausier.document.vocabulary import Label
from clausier.engine.detectors import all_detectors

PAGE = {
    "title": Label("Le format de la politique", "The format of the policy"),
    "link": Label("[English](../en/format.md)", "[Français](../fr/format.md)"),
    "intro": Label(
        "Cette page est tirée du programme : les mots et les clés qu'il connaît, et rien d'autre.\n"
        "Une politique est un dossier : `policy.yaml`, `facts.yaml`, `chapters/NN-nom.yaml`, `protected/*.yaml`.\n"
        "Une liste d'une seule valeur s'écrit aussi sans crochets. Une durée s'écrit `4h`, `2d` (temps ouvrable), "
        "`30d!` (jours civils), `12m`, `2y`.",
        "This page is drawn from the program: the words and the keys that it knows, and nothing else.\n"
        "A policy is a folder: `policy.yaml`, `facts.yaml`, `chapters/NN-name.yaml`, `protected/*.yaml`.\n"
        "A list of one value may be written without brackets. Durations are written `4h` and `2d` (working time), "
        "`30d!` (calendar days), `12m`, `2y`.",
    ),
    "keys": Label("Les clés", "The keys"),
    "words": Label("Les mots", "The words"),
    "key": Label("clé", "key"),
    "value": Label("valeur", "value"),
    "word": Label("mot", "word"),
    "meaning": Label("ce qu'il veut dire", "what it means"),
    "found": Label("détecteur", "detector"),
    "yes": Label("oui", "yes"),
    "no": Label("pas encore", "not yet"),
    "required": Label("à donner", "to be given"),
    "list": Label("liste : {}", "list: {}"),
    "map": Label("par nom : {}", "by name: {}"),
    "inside": Label("les clés qui suivent", "the keys that follow"),
    "heading": Label("### {} : `{}`", "### {}: `{}`"),
}
KINDS: dict[Any, Label] = {
    str: Label("texte", "text"),
    int: Label("nombre", "number"),
    float: Label("nombre", "number"),
    bool: Label("`true` ou `false`", "`true` or `false`"),
    date: Label("date", "date"),
    Duration: Label("durée", "duration"),
    Localized: Label("texte par langue", "text by language"),
}
RECORDS: dict[str, tuple[Label, Any]] = {
    "policy": (Label("La politique (`policy.yaml`)", "The policy (`policy.yaml`)"), Policy),
    "chapter": (Label("Un chapitre (`chapters/NN-nom.yaml`)", "A chapter (`chapters/NN-name.yaml`)"), Chapter),
    "clause": (Label("Une clause", "A clause"), Clause),
    "rule": (Label("Une règle", "A rule"), Rule),
    "when": (Label("Les circonstances (`when`, `unless`)", "The circumstances (`when`, `unless`)"), Circumstances),
    "example": (Label("Un exemple", "An example"), Example),
    "question": (Label("Une question", "A question"), Question),
    "facts": (Label("Les faits (`facts.yaml`)", "The facts (`facts.yaml`)"), Facts),
    "protected": (
        Label("Une liste protégée (`protected/*.yaml`)", "A protected list (`protected/*.yaml`)"),
        ProtectedList,
    ),
}
VOCABULARY: dict[str, tuple[Label, Mapping[str, Any]]] = {
    "actions": (Label("Les actions, de la plus douce à la plus stricte", "Actions, mildest first"), words.ACTIONS),
    "intents": (Label("Les intentions", "Intents"), words.INTENTS),
    "relations": (Label("Les liens de l'auteur", "The author's relations"), words.RELATIONS),
    "accounts": (Label("Les comptes", "Accounts"), words.ACCOUNT_KINDS),
    "languages": (Label("Les langues d'un message", "The languages of a message"), words.LANGUAGES),
    "times": (Label("Les moments", "Times"), words.TIMES),
    "contents": (Label("Ce qu'un message contient", "What a message holds"), words.CONTENTS),
    "interests": (Label("Les intérêts", "Interests"), words.INTEREST_KINDS),
    "sectors": (Label("Les secteurs", "Sectors"), words.SECTORS),
}
# What is no key of its file: the folder of the chapters, the name of a file; and statements, which follow.
LEFT_OUT = {Policy: {"chapters"}, ProtectedList: {"name"}, Clause: set(STATEMENTS)}


def page(language: str) -> str:
    """Return the page."""
    blocks = [f"# {_say('title', language)}", _say("link", language), _say("intro", language)]
    blocks += [f"## {_say('keys', language)}", *_records(language), *_statements(language)]
    blocks += [f"## {_say('words', language)}", *_signals(language), *_vocabulary(language)]
    return "\n\n".join(blocks).replace("\u00a0", " ") + "\n"


def _say(code: str, language: str) -> str:
    return PAGE[code].in_language(language)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _records(language: str) -> Iterator[str]:
    for title, record in RECORDS.values():
        yield f"### {title.in_language(language)}"
        yield _keys(record, language, LEFT_OUT.get(record, set()))


def _keys(record: Any, language: str, left_out: set[str]) -> str:
    return _table([_say("key", language), _say("value", language)], list(_rows(record, language, left_out)))


def _rows(record: Any, language: str, left_out: set[str], within: str = "") -> Iterator[list[str]]:
    """Yield a line for each key, and under it one for each key of what it holds."""
    hints = get_type_hints(record, include_extras=True)
    for field in dataclasses.fields(record):
        if field.name in left_out:
            continue
        missing = dataclasses.MISSING
        required = field.default is missing and field.default_factory is missing
        key = f"{within}{field.name.rstrip('_')}"
        value = _value(hints[field.name], language) + (f" ({_say('required', language)})" if required else "")
        yield [f"`{key}`", value]
        nested = _record(hints[field.name])
        if nested and not _title(nested, language):
            yield from _rows(nested, language, set(), f"{key}.")


def _record(wanted: Any) -> Any:
    return next((each for each in _inside(wanted) if dataclasses.is_dataclass(each)), None)


def _title(record: Any, language: str) -> str:
    return next((title.in_language(language) for title, known in RECORDS.values() if known is record), "")


def _value(wanted: Any, language: str) -> str:
    """Return what a value of a type looks like, in words."""
    origin, parts = get_origin(wanted), [each for each in get_args(wanted) if each is not type(None)]
    if origin is Annotated:
        return _marked(parts, language)
    if origin is tuple:
        return _say("list", language).format(_value(parts[0], language))
    if origin is dict:
        return _say("map", language).format(_value(parts[1], language))
    if parts:
        return KINDS[date].in_language(language) if set(parts) == set(get_args(Moment)) else _value(parts[0], language)
    if dataclasses.is_dataclass(wanted):
        return f"→ {_title(wanted, language)}" if _title(wanted, language) else _say("inside", language)
    return KINDS[wanted].in_language(language)


def _marked(parts: list[Any], language: str) -> str:
    for mark in parts[1:]:
        if isinstance(mark, Glob):
            return KINDS[str].in_language(language) + " (`*`, `?`, `!`)"
        if isinstance(mark, OneOf):
            return ", ".join(f"`{word}`" for word in mark.words)
    return _value(parts[0], language)


def _statements(language: str) -> Iterator[str]:
    hints = get_type_hints(Clause, include_extras=True)
    for name, label in STATEMENTS.items():
        yield _say("heading", language).format(label.in_language(language), name)
        record = _record(hints[name])
        yield _keys(record, language, set()) if record else _value(hints[name], language)


def _inside(wanted: Any) -> Iterator[Any]:
    yield wanted
    for each in get_args(wanted):
        yield from _inside(each)


def _signals(language: str) -> Iterator[str]:
    found = {kind for detector in all_detectors() for kind in detector.kinds}
    rows = []
    for kind, signal in words.SIGNALS.items():
        ways = ", ".join(way for way in words.DIRECTIONS if way in signal.directions)
        rows.append([f"`{kind}`", signal.in_language(language), ways, _say("yes" if kind in found else "no", language)])
    title = Label("Les signaux", "Signals").in_language(language)
    yield f"### {title}"
    head = [_say("word", language), _say("meaning", language), "`direction`", _say("found", language)]
    yield _table(head, rows)


def _vocabulary(language: str) -> Iterator[str]:
    head = [_say("word", language), _say("meaning", language)]
    for title, table in VOCABULARY.values():
        yield f"### {title.in_language(language)}"
        yield _table(head, [[f"`{word}`", label.in_language(language)] for word, label in table.items()])


if __name__ == "__main__":
    print(page(sys.argv[1]), end="")  # noqa: T201  # a generator writes its page
