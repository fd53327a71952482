"""The words for what is kept of a person, field by field, on the page that shows it to them."""

from collections.abc import Mapping
from datetime import date, datetime

from clausier.document.model.statements import REGIMES
from clausier.document.vocabulary import RELATIONS, Label
from clausier.identity import audience_names, duty_names
from clausier.identity.states import Role
from clausier.ui import moments

YES, NO = Label("oui", "yes"), Label("non", "no")
LANGUAGES = {"fr": Label("français", "French"), "en": Label("anglais", "English")}
NAMES: Mapping[str, Label] = {
    "answer": Label("Réponse", "Answer"),
    "answered": Label("Réponse donnée", "Answered"),
    "at": Label("Date", "Date"),
    "audiences": Label("Groupes", "Audiences"),
    "channel": Label("Canal", "Channel"),
    "clause": Label("Clause", "Clause"),
    "clauses": Label("Clauses", "Clauses"),
    "code": Label("Code", "Code"),
    "counts": Label("Nombres", "Counts"),
    "declined": Label("Pas d'accord", "Did not agree"),
    "done": Label("Fait", "Done"),
    "duty": Label("Fonction", "Duty"),
    "email": Label("Courriel", "E-mail"),
    "ended": Label("Fin", "End"),
    "expires": Label("Valable jusqu'au", "Good until"),
    "first": Label("Premier jour", "First day"),
    "has_password": Label("Mot de passe choisi", "Password chosen"),
    "joined": Label("Arrivée", "Arrival"),
    "kind": Label("Genre", "Kind"),
    "language": Label("Langue", "Language"),
    "last": Label("Dernier jour", "Last day"),
    "last_login": Label("Dernière connexion", "Last sign-in"),
    "left": Label("Départ", "Departure"),
    "made": Label("Créé le", "Made on"),
    "manager": Label("Gestionnaire", "Manager"),
    "name": Label("Nom", "Name"),
    "number": Label("Numéro", "Number"),
    "purpose": Label("Usage", "Purpose"),
    "rank": Label("Rang", "Rank"),
    "reason": Label("Raison", "Reason"),
    "reference": Label("Référence", "Reference"),
    "regime": Label("Régime", "Regime"),
    "relation": Label("Lien avec l'organisation", "Tie to the organization"),
    "role": Label("Rôle", "Role"),
    "scopes": Label("Ce qu'elle permet", "What it may do"),
    "since": Label("Depuis", "Since"),
    "spent": Label("Servi le", "Used on"),
    "text": Label("Texte", "Text"),
    "to": Label("Destinataire", "Recipient"),
    "unit": Label("Unité", "Unit"),
    "version": Label("Version", "Version"),
    "word": Label("Engagement", "Commitment"),
}


def name_of(field: str, language: str) -> str:
    """Return the words for a field; one that has none is told by its name."""
    label = NAMES.get(field)
    return label.in_language(language) if label else field.replace("_", " ")


def value_of(field: str, value: object, language: str) -> str:
    """Return what a field says, as people write it: a day, a moment, yes or no, a list, or the words for a code."""
    if isinstance(value, bool):
        return (YES if value else NO).in_language(language)
    if isinstance(value, list | tuple | frozenset | set):
        return ", ".join(value_of(field, each, language) for each in value)
    return _moment(value) or _coded(field, str(value), language)


def _moment(value: object) -> str:
    """Return a day or a moment in words, or "" for anything else; the rooms give moments as ISO texts too."""
    if isinstance(value, str) and "T" in value:
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return ""
    return moments.exact(moments.here(value)) if isinstance(value, date) else ""


def _coded(field: str, code: str, language: str) -> str:
    if field == "role":
        return str(Role(code).label)
    if field in {"audiences", "duty"}:
        names: Mapping[str, str] = (duty_names if field == "duty" else audience_names).names(language)
        return names.get(code, code)
    labels: Mapping[str, Label] = {"relation": RELATIONS, "regime": REGIMES, "language": LANGUAGES}.get(field, {})
    return labels[code].in_language(language) if code in labels else code
