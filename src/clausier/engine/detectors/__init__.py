"""The detectors: one small module each, listed by hand, family by family, in alphabetical order.

To add one: copy the nearest module, write its line here, and its cases in ``tests/engine/detectors/cases``.
"""

from functools import cache
from importlib import import_module

from clausier.engine.detector import Detector

MODULES = ("pi_sin",)


@cache
def all_detectors() -> tuple[Detector, ...]:
    """Return every detector, in the order of the list."""
    return tuple(detector for name in MODULES for detector in detectors_of(name))


def detectors_of(name: str) -> tuple[Detector, ...]:
    """Return the detectors of one module."""
    detectors: tuple[Detector, ...] = import_module(f"{__name__}.{name}").DETECTORS
    return detectors
