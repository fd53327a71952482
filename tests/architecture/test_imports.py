"""No module leans on itself, not even through others. The floors themselves are the contracts of pyproject.toml."""

from graphlib import CycleError, TopologicalSorter

import grimp


def test_no_circle_of_imports():
    """Imports inside functions count, and those that only types need."""
    graph = grimp.build_graph("clausier", cache_dir=None)
    leans_on = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    circle = []
    try:
        TopologicalSorter(leans_on).prepare()
    except CycleError as found:
        circle = found.args[1]
    assert circle == []
