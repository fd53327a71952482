"""Gather the words of each room's pages into its French catalogue, and compile it.

``python docs/make_translations.py`` adds what is new (to be translated by hand in ``locale/fr/LC_MESSAGES/django.po``),
drops what nobody says any more, and writes the ``.mo`` beside it; ``--check`` changes nothing and tells what lacks.
Pure Python, so that nobody needs GNU gettext. English is the language of the sources and has no catalogue.
"""

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import django
import polib
from django.template import engines
from django.template.base import Node, Template, Token
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

from clausier.document.typography import typeset

SOURCE = Path(__file__).parents[1] / "src" / "clausier"
IN_FILTER = re.compile(r"""[|:]_\("([^"]+)"\)""")
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}


class Said(NamedTuple):
    """Words to be translated: their context, where one tells two uses apart, and their plural, where they count."""

    words: str
    plural: str = ""
    context: str = ""


def rooms() -> list[Path]:
    """Return the folders that have a catalogue of their own: the Django apps, and what they all stand on."""
    return sorted([SOURCE / "lib", *(path.parent for path in SOURCE.rglob("apps.py"))])


def said_in(room: Path) -> set[Said]:
    """Return what a room says, in its Python and in its templates."""
    inner = [other for other in rooms() if other != room and other.is_relative_to(room)]
    files = [path for path in sorted(room.rglob("*")) if not any(path.is_relative_to(other) for other in inner)]
    python = (said for path in files if path.suffix == ".py" for said in _python(path))
    pages = (said for path in files if path.suffix in {".html", ".txt"} for said in _template(path))
    return {said for said in (*python, *pages) if said.words.strip()}


def _python(path: Path) -> Iterator[Said]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = getattr(getattr(node, "func", None), "id", "")
        if name in CALLS and isinstance(node, ast.Call):
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if name.startswith("pgettext"):
                yield Said(texts[1], context=texts[0])
            elif texts:
                yield Said(texts[0], plural=texts[1] if name.startswith("ngettext") else "")


def _template(path: Path) -> Iterator[Said]:
    source = path.read_text(encoding="utf-8")
    template = engines["django"].from_string(source).template  # type: ignore[attr-defined]
    yield from (said for node in _nodes(template) for said in _node(node))
    yield from (Said(words) for words in IN_FILTER.findall(source))


def _nodes(template: Template) -> Iterator[Node]:
    yield from template.nodelist.get_nodes_by_type(Node)


def _node(node: Node) -> Iterator[Said]:
    if isinstance(node, TranslateNode):
        yield Said(str(node.filter_expression.var.literal or ""), context=_literal(node.message_context))
    elif isinstance(node, BlockTranslateNode):
        singular, plural = (_block(node, part) for part in (node.singular, node.plural))
        yield Said(singular, plural, _literal(node.message_context))


def _block(node: BlockTranslateNode, part: list[Token]) -> str:
    text: str = node.render_token_list(part)[0]
    return text


def _literal(expression: object) -> str:
    """Return a constant of a tag: Django keeps one as a variable or as the text itself."""
    value = getattr(expression, "var", None)
    return value if isinstance(value, str) else str(getattr(value, "literal", "") or "")


def catalogue(room: Path) -> polib.POFile:
    """Return the catalogue of a room as it should be: what it says now, with the French already there."""
    path = _path(room)
    old = {(entry.msgid, entry.msgctxt or ""): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    new = polib.POFile(wrapwidth=116)
    new.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Language": "fr",
        "Plural-Forms": "nplurals=2; plural=(n > 1);",
    }
    for said in sorted(said_in(room)):
        known = old.get((said.words, said.context))
        entry = polib.POEntry(msgid=said.words, msgctxt=said.context or None, msgid_plural=said.plural)
        if said.plural:
            entry.msgstr_plural = dict(known.msgstr_plural) if known and known.msgid_plural else {0: "", 1: ""}
        else:
            entry.msgstr = known.msgstr if known else ""
        new.append(entry)
    return new


def _path(room: Path) -> Path:
    return room / "locale" / "fr" / "LC_MESSAGES" / "django.po"


def missing(entry: polib.POEntry) -> bool:
    """Tell whether an entry lacks its French."""
    return not all(entry.msgstr_plural.values()) if entry.msgid_plural else not entry.msgstr


def typeset_catalogue(catalogue: polib.POFile) -> polib.POFile:
    """Give French its no-break spaces, in what is compiled: nobody has to type them in what is written."""
    for entry in catalogue:
        entry.msgstr = _set(entry.msgstr)
        entry.msgstr_plural = {number: _set(text) for number, text in entry.msgstr_plural.items()}
    return catalogue


def _set(text: str) -> str:
    """Typeset a text around its places to fill, whose percent sign is no mark."""
    return "%(".join(typeset(part, "fr") for part in text.split("%("))


def main(*, check: bool) -> int:
    """Write the catalogues, or tell what they lack; return the exit status."""
    status = 0
    for room in rooms():
        wanted, path = catalogue(room), _path(room)
        lacking = [entry.msgid for entry in wanted if missing(entry)]
        stale = len(wanted) > 0 and (not path.exists() or path.read_text(encoding="utf-8") != f"{wanted}\n")
        for words in lacking:
            print(f"{room.name}: {words}")  # noqa: T201
        if stale and check:
            print(f"{room.name}: run python docs/make_translations.py")  # noqa: T201
        elif wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{wanted}\n", encoding="utf-8")
            path.with_suffix(".mo").write_bytes(typeset_catalogue(wanted).to_binary())
        status |= bool(lacking or (stale and check))
    return int(status)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clausier.config.settings")
    django.setup()
    sys.exit(main(check="--check" in sys.argv))
