"""The town is made by what people can do."""

import ast

from architecture.house import ROOT

WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete", "execute"}


def test_the_town_lives_by_actions_alone():
    """Nothing of the demonstration writes a row by itself: what it shows, people could have done."""
    found = [
        f"{path.name}:{node.lineno} {node.func.attr}"
        for path in (ROOT / "src/clausier/demo").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES
    ]
    assert found == []
