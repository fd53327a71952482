"""The document as questions to a person: a form for every rule, statement and example, made from the model."""

from clausier.document.asking.names import Names, names_in
from clausier.document.asking.shapes import FACTS, PARTS, Field, Kind, Part, Record, names_of_list, shape_of
from clausier.document.asking.typed import Sent, Typed, as_it_stood, read, whole_of, with_names

__all__ = [
    "FACTS",
    "PARTS",
    "Field",
    "Kind",
    "Names",
    "Part",
    "Record",
    "Sent",
    "Typed",
    "as_it_stood",
    "names_in",
    "names_of_list",
    "read",
    "shape_of",
    "whole_of",
    "with_names",
]
