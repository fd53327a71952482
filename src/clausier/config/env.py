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
RETURNS = Variable(
    "CLAUSIER_RETURNS",
    "",
    Label(
        "Adresse où reviennent les courriels non livrés, si ce n'est pas l'adresse d'expédition. Elle doit accepter "
        "les adresses « nom+marque@domaine ».",
        "Address that undelivered e-mails return to, if it is not the sending address. It must accept addresses such "
        "as “name+mark@domain”.",
    ),
)
MAILBOX = Variable(
    "CLAUSIER_MAILBOX",
    "",
    Label(
        "Boîte où lire ces retours, imaps://personne:motdepasse@serveur.",
        "Mailbox in which to read those returns, imaps://person:password@server.",
    ),
)
OAUTH = Variable(
    "CLAUSIER_OAUTH",
    "",
    Label(
        "Service qui donne accès au courriel sans mot de passe : microsoft:LOCATAIRE, google, ou l'adresse https où "
        "demander un jeton.",
        "Service that gives access to mail without a password: microsoft:TENANT, google, or the https address that "
        "gives tokens.",
    ),
)
OAUTH_CLIENT = Variable(
    "CLAUSIER_OAUTH_CLIENT",
    "",
    Label("Identifiant de Clausier auprès de ce service.", "Identifier of Clausier at that service."),
)
OAUTH_SECRET = Variable(
    "CLAUSIER_OAUTH_SECRET", "", Label("Secret qui va avec l'identifiant.", "Secret that goes with the identifier.")
)
OAUTH_UNTIL = Variable(
    "CLAUSIER_OAUTH_UNTIL",
    "",
    Label(
        "Jour où ce secret expire, AAAA-MM-JJ : les personnes qui administrent sont prévenues un mois avant.",
        "Day on which this secret expires, YYYY-MM-DD: administrators are told a month before.",
    ),
)
OAUTH_REFRESH = Variable(
    "CLAUSIER_OAUTH_REFRESH",
    "",
    Label(
        "Jeton de renouvellement, pour un service où Clausier n'agit pas en son propre nom.",
        "Refresh token, for a service where Clausier does not act in its own name.",
    ),
)
OAUTH_KEY = Variable(
    "CLAUSIER_OAUTH_KEY",
    "",
    Label("Fichier de la clé d'un compte de service Google.", "File of the key of a Google service account."),
)
OAUTH_SCOPE = Variable(
    "CLAUSIER_OAUTH_SCOPE",
    "",
    Label(
        "Portée demandée, si ce n'est pas celle que le service attend d'habitude.",
        "Scope to ask for, if it is not the one that the service usually wants.",
    ),
)
INTERNAL = Variable(
    "CLAUSIER_INTERNAL",
    "",
    Label(
        "Serveurs du réseau interne que Clausier peut joindre, séparés par des virgules. Les autres lui sont fermés.",
        "Servers of the inner network that Clausier may reach, separated by commas. Others are closed to it.",
    ),
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
VARIABLES = (
    HOME,
    DATABASE,
    URL,
    MAIL,
    SENDER,
    RETURNS,
    MAILBOX,
    OAUTH,
    OAUTH_CLIENT,
    OAUTH_SECRET,
    OAUTH_UNTIL,
    OAUTH_REFRESH,
    OAUTH_KEY,
    OAUTH_SCOPE,
    INTERNAL,
    PROXIES,
    DEBUG,
)


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
