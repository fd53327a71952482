"""Values of the model made from its own types: any policy, and the neighbours of a value one leaf away."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from clausier.document.model.types import Duration, Glob, Localized, OneOf, Shape

SLUGS = ("alpha", "beta", "gamma-2")
CLAUSE_IDS = ("time.alpha", "comments.beta", "crisis.gamma-2")
SENTENCES = (  # those that a careless writer of YAML gets wrong
    "Écrivez à la Ville: merci!",
    "a",
    "# no comment",
    "yes",
    "08:30",
    "- one",
    'L\'été, « oui » & "non".',
    "x" * 130,
)
TEXTS = st.sampled_from(SENTENCES) | st.text("abé'\"#:-{}[],&*!|>%@` \n", min_size=1, max_size=30).filter(
    lambda text: text == text.strip()
)
WORDS = st.sampled_from(("Plain words", "Des mots: simples", "Well said"))


@cache
def hints(model: type) -> dict[str, Any]:
    """Return the annotated types of a class of the model."""
    return get_type_hints(model, include_extras=True)


def of(kind: Any, texts: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[Any]:
    """Return a strategy for any value of a type of the model."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _marked(args[0], args[1], texts)
    if origin in (Union, UnionType):
        return st.one_of(*(st.none() if arg is NoneType else of(arg, texts) for arg in args))
    if origin is tuple:
        name = (lambda value: value.id) if "id" in getattr(args[0], "__dataclass_fields__", ()) else None
        return st.lists(of(args[0], texts), max_size=2, unique_by=name).map(tuple)
    if origin is dict:
        return st.dictionaries(of(args[0], texts), of(args[1], texts), max_size=2)
    return instance(kind, texts) if dataclasses.is_dataclass(kind) else _plain(kind, texts)


def instance(model: Any, texts: st.SearchStrategy[str] = WORDS, **given: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a class of the model, some fields given."""
    fields = {name: st.just(given[name]) if name in given else of(kind, texts) for name, kind in hints(model).items()}
    return st.builds(model, **fields)


def _marked(kind: type, mark: object, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if isinstance(mark, Glob):
        families = [word.split(".")[0] + ".*" for word in mark.words if "." in word]
        return st.sampled_from([*mark.words, *families, *(f"!{word}" for word in mark.words)])
    if isinstance(mark, OneOf):
        return st.sampled_from(mark.words)
    if isinstance(mark, Shape):
        return st.sampled_from(
            {"slug": SLUGS, "clause-id": CLAUSE_IDS, "language": ("fr", "en", "es"), "version": ("1.0", "2.10")}[
                mark.kind
            ]
        )
    return st.sampled_from(("facebook", "youtube", "email", "*")) if mark == "network" else of(kind, texts)


def _plain(kind: type, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    made: dict[type, st.SearchStrategy[Any]] = {
        str: texts,
        bool: st.booleans(),
        int: st.integers(1, 99),
        float: st.integers(50, 99).map(lambda percent: percent / 100),
        date: st.dates(date(2000, 1, 1), date(2099, 12, 31)),
        datetime: st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0)),
        Duration: st.builds(Duration, st.integers(1, 99), st.sampled_from("hdmy"), st.booleans()).map(
            lambda span: Duration.parse(str(span))
        ),
        Localized: st.fixed_dictionaries({"fr": texts, "en": texts}).map(Localized),
    }
    return made[kind]


def neighbours(value: Any, kind: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value that differs from ``value`` by one leaf, with the path of that leaf."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated and isinstance(args[1], OneOf):
        yield path, next(word for word in args[1].words if word != value)
    elif origin is Annotated:
        yield from neighbours(value, args[0], path)
    elif origin in (Union, UnionType):
        yield from neighbours(value, next(arg for arg in args if arg is not NoneType), path)
    elif origin is tuple:
        yield path, value[:-1]
        yield from ((to, (other, *value[1:])) for to, other in neighbours(value[0], args[0], f"{path}[0]"))
    elif dataclasses.is_dataclass(kind):
        for name, of_field in hints(kind).items():
            field = getattr(value, name)
            yield from (
                (to, dataclasses.replace(value, **{name: o})) for to, o in neighbours(field, of_field, f"{path}.{name}")
            )
    else:
        yield path, _changed(value)


def _changed(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, Duration):
        return value._replace(amount=value.amount + 1)
    if isinstance(value, Localized):
        return Localized({language: text + " more" for language, text in value.items()})
    if isinstance(value, dict):
        return {}
    return value / 2 if isinstance(value, float) else value + ("-other" if isinstance(value, str) else 1)
