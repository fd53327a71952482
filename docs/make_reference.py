"""Write the reference of the commands in one language, from the commands themselves.

python docs/make_reference.py fr > docs/guide/fr/commandes.md
"""

import argparse
import sys
from collections.abc import Iterator

from clausier.cli.arguments import COMMANDS, Parser, module_of, say_in
from clausier.document.vocabulary import Label

PAGE = {
    "title": Label("Les commandes", "The commands"),
    "link": Label("[English](../en/commands.md)", "[Français](../fr/commandes.md)"),
    "intro": Label(
        "Cette page est tirée du programme : elle dit ce que dit `--help`.\n"
        "D'une copie du dépôt, on tape `./clausier` au lieu de `clausier`.",
        "This page is drawn from the program: it says what `--help` says.\n"
        "From a copy of the repository, type `./clausier` instead of `clausier`.",
    ),
    "option": Label("option", "option"),
    "meaning": Label("ce qu'elle dit", "what it says"),
    "statuses": Label("Le code de sortie", "The exit status"),
    "variables": Label("Les variables d'environnement", "The environment variables"),
}
STATUSES = {
    "0": Label("tout va bien, ou un conseil suffit", "all is well, or advice is enough"),
    "1": Label(
        "une clause demande plus qu'un conseil, une ligne est mauvaise, ou `validate` a trouvé des erreurs",
        "a clause asks for more than advice, a line is bad, or `validate` found errors",
    ),
    "2": Label(
        "la commande est mal dite, ou ce qu'elle devait lire ne se lit pas",
        "the command is not well put, or what it was to read cannot be read",
    ),
    "70": Label("une erreur du programme, à signaler", "an error of the program, to be reported"),
    "130": Label("Ctrl-C", "Ctrl-C"),
}
VARIABLES = {
    "LC_ALL, LC_MESSAGES, LANG": Label(
        "la langue : français si la première qui est donnée commence par `fr`, anglais autrement",
        "the language: French if the first that is given begins with `fr`, otherwise English",
    ),
    "NO_COLOR, FORCE_COLOR": Label("jamais, ou toujours, de couleurs", "never, or always, colours"),
    "CLAUSIER_HOME": Label(
        "le dossier des données (sinon `~/.local/share/clausier`)",
        "the folder of the data (`~/.local/share/clausier` if not given)",
    ),
    "CLAUSIER_DEBUG": Label(
        "montrer le détail d'une erreur du programme; il peut contenir votre texte",
        "show the details of an error of the program; they may hold your text",
    ),
}


def page(language: str) -> str:
    """Return the page."""
    words = {name: label.in_language(language) for name, label in PAGE.items()}
    blocks = [f"# {words['title']}", words["link"], words["intro"]]
    blocks += [block for command in COMMANDS for block in _command(command, language, words)]
    blocks += [f"## {words['statuses']}", _table(STATUSES, language), f"## {words['variables']}"]
    return "\n\n".join([*blocks, _table(VARIABLES, language)]).replace("\u00a0", " ") + "\n"


def _command(command: str, language: str, words: dict[str, str]) -> Iterator[str]:
    parser = Parser(command, language)
    module_of(command).configure(parser)
    say = say_in(language)
    yield f"## clausier {command}"
    yield f"{say(f'{command}-more')}"
    yield f"```text\n{say(f'{command}-usage', clausier='clausier')}\n```"
    rows = [_row(action) for action in parser.arguments() if action.help != argparse.SUPPRESS]
    yield "\n".join([f"| {words['option']} | {words['meaning']} |", "| --- | --- |", *rows])


def _row(action: argparse.Action) -> str:
    value = action.metavar if action.nargs != 0 else None
    name = " ".join(filter(None, [", ".join(action.option_strings), value if isinstance(value, str) else None]))
    return f"| `{name}` | {action.help} |"


def _table(rows: dict[str, Label], language: str) -> str:
    told = (f"| `{name.replace(', ', '`, `')}` | {label.in_language(language)} |" for name, label in rows.items())
    return "\n".join(["| | |", "| --- | --- |", *told])


if __name__ == "__main__":
    print(page(sys.argv[1]), end="")  # noqa: T201  # a generator writes its page
