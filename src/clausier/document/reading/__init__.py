"""From YAML files to the model: bounded, typed by the model, every problem with its line and column."""

from clausier.document.reading.folder import (
    Folder,
    library_overlays,
    library_policies,
    read_folder,
    read_mapping,
    read_overlay,
)
from clausier.document.reading.mapper import Mapper
from clausier.document.reading.mapping import read_value
from clausier.document.reading.source import parse

__all__ = [
    "Folder",
    "Mapper",
    "library_overlays",
    "library_policies",
    "parse",
    "read_folder",
    "read_mapping",
    "read_overlay",
    "read_value",
]
