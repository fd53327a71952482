"""Every word that people read is in both languages, in a catalogue, and set as each language is set."""

import ast
import importlib
import re
from string import Formatter

from architecture.house import modules

# Words that French and English share.
SHARED = {
    "Clause",
    "Clauses",
    "Code",
    "Date",
    "Version",
    "Messages",
    "{message}",
    "Canada",
    "France",
    "Protection",
    "association",
    "client",
    "question",
    "document",
    "Description",
    "Moment",
    "Obligation",
    "FORMAT",
    "MESSAGES",
    "PORT",
    "{n} page",
    "{n} pages",
    "MOMENT",
    "{n} clause",
    "{n} clauses",
}
WORD = re.compile(r"[^\W\d_]{2,}")
SPEAKERS = {"print", "write", "writelines"}
SPOKEN = {"help", "description", "epilog", "usage", "metavar"}


def _catalogues():
    """Every text of every table of the package whose values have a French and an English side."""
    for module in modules():
        if any(isinstance(node, ast.Name) and node.id in {"Label", "MESSAGES"} for node in ast.walk(module.tree)):
            for table, value in vars(importlib.import_module(module.name)).items():
                if table == "MESSAGES" or (isinstance(value, dict) and all(map(_has_sides, value.values()))):
                    yield from ((f"{module.name}.{table}.{key}", label) for key, label in value.items())


def _has_sides(value):
    return hasattr(value, "fr") and hasattr(value, "en")


LABELS = dict(_catalogues())


def _broken(rule):
    """Return the labels that break a rule, by name."""
    return {name: (label.fr, label.en) for name, label in LABELS.items() if rule(label)}


def test_both_languages_are_there():
    """Neither is empty nor has stray spaces around it."""
    assert LABELS
    assert _broken(lambda label: not all(text and text == text.strip() for text in (label.fr, label.en))) == {}


def test_both_languages_have_the_same_places_to_fill():
    """What one language fills in, the other fills in too."""
    assert _broken(lambda label: _places(label.fr) != _places(label.en)) == {}


def test_no_language_copies_the_other():
    """But for the words they share, and for what is typed."""
    same = _broken(lambda label: label.fr == label.en and label.fr not in SHARED)
    assert {name: label for name, label in same.items() if not label[0].startswith("{clausier} ")} == {}


def test_french_is_set_as_in_quebec():
    """A space before the colon, none before ; ! ?, guillemets with their spaces, and the plain apostrophe.

    What stands between guillemets is a quotation, often of the document's own notation, and is left alone.
    """
    wrong = re.compile(r"""[\s\u00a0][;!?]|[^\W\d]:(?=\s|$)|«(?![\s\u00a0])|(?<![\s\u00a0])»|[“”"’]""")
    quoted = re.compile(r"« [^»]* »")
    assert _broken(lambda label: wrong.search(quoted.sub("« »", label.fr))) == {}


def test_english_is_canadian():
    """The plain apostrophe, and the spelling of the house."""
    wrong = re.compile(r"’|\b(organis(e|ation)|favor\b|color\b|behavior)", re.IGNORECASE)
    assert _broken(lambda label: wrong.search(label.en)) == {}


def test_the_command_line_speaks_from_its_catalogue():
    """No sentence is written where it is printed, nor where an option is declared."""
    commands = [module for module in modules() if module.name.startswith("clausier.cli")]
    spoken = [(module.name, node.lineno, text) for module in commands for node, text in _spoken(module.tree)]
    assert [(name, line, text) for name, line, text in spoken if WORD.search(text)] == []


def _places(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _spoken(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            said = list(node.args) if name in SPEAKERS else []
            said += [keyword.value for keyword in node.keywords if keyword.arg in SPOKEN]
            yield from ((node, text) for value in said for text in _literals(value))


def _literals(value):
    parts = value.values if isinstance(value, ast.JoinedStr) else [value]
    return [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
