"""What is kept of a person, in words: the file to download keeps the names that programs read."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from clausier.document.model.statements import REGIMES
from clausier.document.vocabulary import RELATIONS, Label
from clausier.identity import audience_names, duty_names
from clausier.identity.states import Role
from clausier.ui import moments

FIELDS = {
    "act": Label("Geste", "Act"),
    "action": Label("Acte", "Act"),
    "agreed": Label("Accepté", "Agreed"),
    "answer": Label("Réponse", "Answer"),
    "answered": Label("Répondu", "Answered"),
    "at": Label("Quand", "When"),
    "audiences": Label("Groupes", "Audiences"),
    "body": Label("Instance", "Body"),
    "channel": Label("Canal", "Channel"),
    "clause": Label("Clause", "Clause"),
    "clauses": Label("Clauses", "Clauses"),
    "code": Label("Code du certificat", "Code of the certificate"),
    "date": Label("Date", "Date"),
    "declined": Label("Pas d'accord", "Did not agree"),
    "digest": Label("Empreinte", "Digest"),
    "duty": Label("Fonction", "Duty"),
    "email": Label("Courriel", "E-mail"),
    "ended": Label("Fin", "Ended"),
    "expires": Label("Expire", "Expires"),
    "facts": Label("Faits", "Facts"),
    "first": Label("Premier jour", "First day"),
    "has_password": Label("Mot de passe choisi", "Has a password"),
    "joined": Label("Depuis", "Since"),
    "kind": Label("Sorte", "Kind"),
    "language": Label("Langue", "Language"),
    "last": Label("Dernier jour", "Last day"),
    "last_login": Label("Dernière session", "Last sign-in"),
    "left": Label("Départ", "Left"),
    "made": Label("Créé", "Made"),
    "manager": Label("Gestionnaire", "Manager"),
    "name": Label("Nom", "Name"),
    "number": Label("Numéro", "Number"),
    "outcome": Label("Issue", "Outcome"),
    "purpose": Label("But", "Purpose"),
    "question": Label("C'était une question", "It was a question"),
    "rank": Label("Rang", "Rank"),
    "reason": Label("Raison", "Reason"),
    "received": Label("Messages reçus", "Messages received"),
    "reference": Label("Référence", "Reference"),
    "regime": Label("Régime", "Regime"),
    "relation": Label("Lien avec l'organisation", "Tie to the organization"),
    "review": Label("Commentaire", "Comment"),
    "role": Label("Rôle", "Role"),
    "scopes": Label("Ouvre", "Opens"),
    "seq": Label("Entrée", "Entry"),
    "since": Label("Depuis", "Since"),
    "spent": Label("Utilisé", "Used"),
    "status": Label("État", "State"),
    "text": Label("Texte", "Text"),
    "title": Label("Titre", "Title"),
    "to": Label("À qui", "To"),
    "unit": Label("Unité", "Unit"),
    "version": Label("Version", "Version"),
    "word": Label("Engagement", "Word given"),
}
CODES = {
    "word": {
        "acknowledge": Label("Lu, et je sais à qui demander", "Read, and I know whom to ask"),
        "agree": Label("D'accord", "Agreed"),
    },
    "kind": {"question": Label("question", "question"), "concern": Label("préoccupation", "concern")},
    "to": {
        "owner": Label("responsables de la politique", "those in charge of the policy"),
        "representative": Label("représentation", "the representative"),
    },
    "outcome": {"upheld": Label("maintenue", "upheld"), "overturned": Label("annulée", "overturned")},
    "act": {
        "keep": Label("laissé en place", "kept"),
        "hold": Label("mis en attente", "held"),
        "hide": Label("masqué", "hidden"),
        "remove": Label("retiré", "removed"),
        "propose": Label("retrait proposé", "removal proposed"),
        "seen": Label("vu", "seen"),
    },
    "language": {"fr": Label("français", "French"), "en": Label("anglais", "English")},
    "relation": RELATIONS,
    "regime": REGIMES,
}
RANDOM = re.compile(r"[0-9a-f]{32,}")
BEGINNING = 8


def field(name: str, language: str) -> str:
    """Return what a field is called; one that nobody has named is told by its own name."""
    return FIELDS[name].in_language(language) if name in FIELDS else name.replace("_", " ")


def value(name: str, kept: object, language: str) -> str:
    """Return a kept value as people say it: yes or no, a moment, the name behind a code."""
    if isinstance(kept, bool):
        return _("yes") if kept else _("no")
    if isinstance(kept, list):
        return ", ".join(value(name, each, language) for each in kept)
    if moment := _moment(kept):
        return moments.exact(moments.here(moment))
    said = str(kept)
    return f"{said[:BEGINNING]}…" if RANDOM.fullmatch(said) else _code(name, said, language)


def _moment(kept: object) -> date | None:
    if isinstance(kept, date):
        return kept
    try:
        found: datetime | None = parse_datetime(kept) if isinstance(kept, str) else None
    except ValueError:  # shaped like a moment, and none
        return None
    return found if found and found.tzinfo else None


def _code(name: str, code: str, language: str) -> str:
    known: Mapping[str, Label] = CODES.get(name, {})
    if code in known:
        return known[code].in_language(language)
    if name == "role" and code in Role.values:
        return str(Role(code).label)
    named = {"duty": duty_names, "audiences": audience_names}.get(name)
    return named.names(language).get(code, code) if named else code
