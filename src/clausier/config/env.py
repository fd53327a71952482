"""The settings of an installation: one table of environment variables, the only one."""

import os
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from clausier.document.vocabulary import Label


class Variable(NamedTuple):
    """An environment variable: its name, what holds without it, and what it is for."""

    name: str
    default: str
    label: Label


HOME = Variable(
    "CLAUSIER_HOME",
    "~/.local/share/clausier",
    Label("Dossier des données, des clés et des fichiers.", "Folder of the data, keys and files."),
)
DATABASE = Variable(
    "DATABASE_URL",
    "",
    Label(
        "Base de données, postgres://… ou sqlite:////chemin. Par défaut, SQLite dans le dossier des données.",
        "Database, postgres://… or sqlite:////path. By default, SQLite in the folder of the data.",
    ),
)
URL = Variable(
    "CLAUSIER_URL",
    "http://127.0.0.1:8000",
    Label(
        "Adresse publique, telle qu'elle paraît dans les courriels et les avis.",
        "Public address, as it stands in e-mails and notices.",
    ),
)
MAIL = Variable(
    "CLAUSIER_MAIL",
    "",
    Label(
        "Serveur de courriel, smtp://personne:motdepasse@serveur:587. Sans lui, les courriels attendent sur une page.",
        "Mail server, smtp://person:password@server:587. Without it, e-mails wait on a page.",
    ),
)
SENDER = Variable(
    "CLAUSIER_SENDER",
    "",
    Label("Adresse d'expédition des courriels.", "Address that e-mails come from."),
)
PROXIES = Variable(
    "CLAUSIER_PROXIES",
    "0",
    Label(
        "Nombre de serveurs mandataires de confiance placés devant Clausier.",
        "Number of trusted proxies in front of Clausier.",
    ),
)
DEBUG = Variable(
    "CLAUSIER_DEBUG",
    "",
    Label("Pages d'erreur détaillées, pour le développement seulement.", "Detailed error pages, for development only."),
)
VARIABLES = (HOME, DATABASE, URL, MAIL, SENDER, PROXIES, DEBUG)


def read(variable: Variable) -> str:
    """Return the value of a variable, or what holds without it."""
    return os.environ.get(variable.name) or variable.default


def home() -> Path:
    """Return the folder of the data."""
    return Path(read(HOME)).expanduser()


SQLITE = {
    "transaction_mode": "IMMEDIATE",  # a writer waits its turn at the start, never fails in the middle
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;",
}


def database() -> dict[str, Any]:
    """Return the database as Django reads it. Raises ValueError when DATABASE_URL is of another kind."""
    url = urlsplit(read(DATABASE))
    if url.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(url.path.lstrip("/")),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": unquote(url.hostname or ""),
            "PORT": str(url.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    if url.scheme not in {"", "sqlite"}:
        raise ValueError(f"{DATABASE.name}: {url.scheme}")
    where = unquote(url.path[1:]) if url.path else str(home() / "clausier.sqlite3")
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": where, "OPTIONS": SQLITE}


def mail() -> dict[str, Any]:
    """Return the settings of outgoing mail; without a server, nothing is sent and mails wait on a page."""
    url = urlsplit(read(MAIL))
    return {
        "EMAIL_HOST": url.hostname or "",
        "EMAIL_PORT": url.port or (465 if url.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_USE_TLS": url.scheme == "smtp" and bool(url.username),
        "EMAIL_TIMEOUT": 20,
        "DEFAULT_FROM_EMAIL": read(SENDER) or f"clausier@{urlsplit(read(URL)).hostname}",
    }
