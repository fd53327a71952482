# ruff: noqa: SLF001  # _meta is public in the documentation of Django
"""The registers of the ledger: each act has words, each table that leads to a person is in a kind of record."""

import ast

from django.apps import apps

from architecture.house import modules
from clausier.audit import records, words
from clausier.identity.models import Person


def _holds_people(model):
    fields = model._meta.get_fields(include_hidden=True)
    return any(field.concrete and field.related_model is Person for field in fields)


def test_every_table_that_leads_to_a_person_is_in_a_kind():
    """Or among the exceptions, with its reason: retention, erasure and access requests read the register."""
    registered = {kind.model for kind in records.all_kinds()}
    missing = [model._meta.label for model in apps.get_models() if _holds_people(model) and model not in registered]
    assert sorted(set(missing) - records.EXCEPTIONS.keys()) == []


def test_no_exception_is_stale():
    """Each is a table that leads to a person and that no kind holds, and has a reason."""
    registered = {kind.model._meta.label for kind in records.all_kinds()}
    for label, reason in records.EXCEPTIONS.items():
        assert _holds_people(apps.get_model(label))
        assert label not in registered
        assert len(reason.split()) > 3


def _recorded():
    """Every name under which the source records an act."""
    for module in modules():
        for node in ast.walk(module.tree):
            name = getattr(getattr(node, "func", None), "id", getattr(getattr(node, "func", None), "attr", ""))
            if name == "record" and isinstance(node, ast.Call) and node.args:
                yield module.name, node.args[0]


def test_every_act_has_words():
    """In both languages: the page of the ledger is read by people."""
    said = {node.value for _, node in _recorded() if isinstance(node, ast.Constant)}
    assert "audit.backup.made" in said
    assert sorted(said - words.all_words().keys()) == []


def test_words_are_complete():
    """Neither language is empty, and a name is that of an act."""
    for name, label in words.all_words().items():
        assert name.count(".") >= 1
        assert label.fr
        assert label.en
