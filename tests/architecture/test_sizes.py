"""Small modules, small functions: what a reader holds in one glance."""

import ast

from architecture.house import modules

MODULE, DETECTOR, FUNCTION = 400, 150, 60


def test_modules_are_short():
    """A module has at most 400 lines; past 300 it should become a folder."""
    assert {module.name: module.lines for module in modules() if module.lines > MODULE} == {}


def test_detectors_are_short():
    """A detector has at most 150 lines."""
    detectors = [module for module in modules() if ".engine.detectors." in module.name]
    assert {module.name: module.lines for module in detectors if module.lines > DETECTOR} == {}


def test_functions_are_short():
    """A function has at most 60 lines; nine in ten stay under 30."""
    assert {name: lines for name, lines in _functions() if lines > FUNCTION} == {}


def _functions():
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module.name}.{node.name}", (node.end_lineno or 0) - node.lineno + 1
