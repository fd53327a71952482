"""The one list of words that a policy may use: signals, intents, actions, circumstances, statements.

Engine, forms and documentation read it; nothing else names a signal. Each word carries its label in French
and English, which the reading aloud uses. The signals are those of the labelling guide of our test cases.
"""

from collections.abc import Mapping
from typing import NamedTuple, Union


class Label(NamedTuple):
    """The words people read for a name of the vocabulary."""

    fr: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the label in ``language``; languages other than French read English."""
        return self.fr if language == "fr" else self.en

    def said(self, language: str, values: Mapping[str, Union[str, "Label"]]) -> str:
        """Return the label with its places filled; a value that is itself words is said in the same language."""
        words = {
            name: value.in_language(language) if isinstance(value, Label) else value for name, value in values.items()
        }
        return self.in_language(language).format_map(words)

    def filled(self, **values: Union[str, "Label"]) -> "Label":
        """Return the label with its places filled in both languages."""
        return Label(self.said("fr", values), self.said("en", values))


OUTGOING, INCOMING = "outgoing", "incoming"
DIRECTIONS = {
    OUTGOING: Label("un message que l'on s'apprête à publier", "a message about to be published"),
    INCOMING: Label("un message reçu du public", "a message received from the public"),
}

# Strictest last. The two ladders share no word, so an action tells its direction.
OUTGOING_ACTIONS = {
    "allow": Label("rien ne s'y oppose", "nothing stands against it"),
    "advise": Label("donner un conseil", "give advice"),
    "justify": Label("demander la raison de l'auteur", "ask the author for a reason"),
    "review": Label("demander une relecture", "ask for a review"),
    "block": Label("demander de ne pas publier", "ask not to publish"),
}
INCOMING_ACTIONS = {
    "publish": Label("laisser paraître", "let it appear"),
    "hold": Label("garder en attente d'un regard humain", "hold for a human look"),
    "hide": Label("masquer, puis faire vérifier par une personne", "hide, then have a person look"),
}
ACTIONS = {**OUTGOING_ACTIONS, **INCOMING_ACTIONS}
LADDERS = {OUTGOING: tuple(OUTGOING_ACTIONS), INCOMING: tuple(INCOMING_ACTIONS)}


def direction_of(action: str) -> str:
    """Return the direction an action belongs to: ``outgoing`` or ``incoming``."""
    return OUTGOING if action in OUTGOING_ACTIONS else INCOMING


# Whose rules judge an example.
CLAUSE, POLICY = "clause", "policy"

# What people expect a program to do to a comment, and this one leaves to a person.
DELETING = (
    "ban",
    "block-author",
    "delete",
    "deleted",
    "reject",
    "remove",
    "removed",
    "supprimer",
    "retirer",
    "effacer",
)

BOTH = frozenset({OUTGOING, INCOMING})
ONLY_OUT = frozenset({OUTGOING})


class Signal(NamedTuple):
    """Something a detector may find in a message.

    ``directions`` tells where it can arise; ``validated`` marks a checked or listed signal, sure enough for an
    automatic ``hide``; ``masked`` marks one whose words are never quoted in clear.
    """

    fr: str
    en: str
    directions: frozenset[str] = BOTH
    validated: bool = False
    masked: bool = False

    def in_language(self, language: str) -> str:
        """Return the label in ``language``; languages other than French read English."""
        return self.fr if language == "fr" else self.en


def _pi(fr: str, en: str, *, validated: bool = True) -> Signal:
    return Signal(fr, en, BOTH, validated, masked=True)


SIGNALS: dict[str, Signal] = {
    "pi.email": _pi("une adresse de courriel", "an e-mail address"),
    "pi.phone": _pi("un numéro de téléphone", "a phone number"),
    "pi.address": _pi("l'adresse postale d'une personne", "a person's postal address"),
    "pi.birth-date": _pi("une date de naissance", "a date of birth"),
    "pi.sin": _pi("un numéro d'assurance sociale", "a social insurance number"),
    "pi.health-card": _pi("un numéro d'assurance maladie", "a health insurance number"),
    "pi.ssn": _pi("un numéro de sécurité sociale des États-Unis", "a US social security number"),
    "pi.nir": _pi("un numéro de sécurité sociale de la France", "a French social security number"),
    "pi.payment-card": _pi("un numéro de carte de paiement", "a payment card number"),
    "pi.bank-account": _pi("un numéro de compte bancaire", "a bank account number"),
    "pi.driver-licence": _pi("un numéro de permis de conduire", "a driver's licence number"),
    "pi.licence-plate": _pi("une plaque d'immatriculation", "a licence plate"),
    "pi.ip-address": _pi("une adresse IP", "an IP address"),
    "pi.sensitive-fact": _pi("un fait sensible sur une personne", "a sensitive fact about a person", validated=False),
    "secret.password": _pi("un mot de passe", "a password"),
    "secret.api-key": _pi("une clé d'accès à un service", "a service access key"),
    "secret.private-key": _pi("une clé privée", "a private key"),
    "secret.url-credentials": _pi("des identifiants dans une adresse Web", "credentials in a web address"),
    "conf.marking": _pi("une mention de confidentialité", "a confidentiality marking"),
    "conf.term": _pi("un nom protégé", "a protected name"),
    "conf.passage": _pi("un passage d'un document protégé", "a passage of a protected document", validated=False),
    "about.organization": Signal("l'organisation est nommée", "the organization is named"),
    "about.offering": Signal(
        "un produit ou un service de l'organisation est nommé", "a product or service of the organization is named"
    ),
    "about.interest": Signal(
        "un intérêt déclaré de l'auteur est en jeu", "a declared interest of the author is touched", ONLY_OUT
    ),
    "disc.needed": Signal("un lien est à déclarer", "a tie has to be disclosed", ONLY_OUT),
    "disc.clear": Signal("le lien est clairement déclaré", "the tie is clearly disclosed", ONLY_OUT),
    "disc.vague": Signal("le lien est déclaré de façon vague", "the tie is disclosed vaguely", ONLY_OUT),
    "claim.promissory": Signal("une promesse de rendement", "a promise of returns", ONLY_OUT),
    "claim.recommendation": Signal("une recommandation de placement", "an investment recommendation", ONLY_OUT),
    "claim.health": Signal("une allégation de santé", "a health claim", ONLY_OUT),
    "claim.superlative": Signal("un superlatif sans preuve", "an unsupported superlative", ONLY_OUT),
    "claim.testimonial": Signal("le témoignage d'un résultat", "a testimonial of a result", ONLY_OUT),
    "claim.contest": Signal("un concours ou un tirage", "a contest or draw", ONLY_OUT),
    "political.partisan": Signal("une prise de position partisane", "a partisan position", ONLY_OUT),
    "abuse.profanity": Signal("un mot grossier", "a swear word", BOTH, validated=True),
    "abuse.insult": Signal("une insulte envers une personne", "an insult to a person"),
    "abuse.harassment": Signal("du harcèlement", "harassment"),
    "abuse.threat": Signal("une menace", "a threat"),
    "abuse.hate": Signal("une attaque contre un groupe protégé", "an attack on a protected group"),
    "abuse.sexual": Signal("des propos sexuels", "sexual remarks"),
    "abuse.self-harm": Signal("une personne qui pourrait être en danger", "a person who may be in danger"),
    "abuse.doxxing": Signal("des renseignements personnels exposés pour nuire", "personal information exposed to harm"),
    "spam.promotion": Signal("une publicité non sollicitée", "unsolicited promotion"),
    "spam.scam": Signal("une escroquerie probable", "a likely scam"),
    "spam.flood": Signal("une répétition abusive", "abusive repetition", BOTH, validated=True),
}

INTENTS = {
    "question": Label("une question", "a question"),
    "complaint": Label("une plainte", "a complaint"),
    "praise": Label("un compliment", "praise"),
    "problem-report": Label("le signalement d'un problème", "a problem report"),
    "access-request": Label("une demande d'accès à un document", "a request for access to a document"),
    "media-request": Label("une demande d'un média", "a media request"),
    "job-inquiry": Label("une demande d'emploi", "a job inquiry"),
    "legal-threat": Label("une menace de poursuite", "a threat of legal action"),
    "emergency": Label("une urgence", "an emergency"),
    "spam": Label("un pourriel", "spam"),
    "abuse-only": Label("une attaque sans autre contenu", "abuse and nothing else"),
    "other": Label("un autre message", "another message"),
}

RELATIONS = {
    "employee": Label("un membre du personnel", "an employee"),
    "agency": Label("une agence", "an agency"),
    "paid-partner": Label("un partenaire rémunéré", "a paid partner"),
    "gifted": Label("une personne qui a reçu un cadeau", "a person who received a gift"),
    "member": Label("un membre d'une instance", "a member of a body"),
    "public": Label("une personne du public", "a member of the public"),
}
# Read as an employee on an official account, where nothing of the organisation needs disclosing (DESIGN, Context).
SPOKESPERSON = "spokesperson"

ACCOUNT_KINDS = {
    "official": Label("un compte officiel", "an official account"),
    "professional": Label("un compte professionnel", "a professional account"),
    "personal": Label("un compte personnel", "a personal account"),
}

LANGUAGES = {
    "fr": Label("le français", "French"),
    "en": Label("l'anglais", "English"),
    "mixed": Label("le français et l'anglais mêlés", "French and English mixed"),
    "other": Label("une autre langue", "another language"),
    "und": Label("une langue indéterminée", "an undetermined language"),
}

TIMES = {
    "working-hours": Label("pendant les heures de travail", "during working hours"),
    "quiet-hours": Label("pendant les heures de tranquillité", "during quiet hours"),
}

CONTENTS = {
    "link": Label("un lien", "a link"),
    "image": Label("une image", "an image"),
    "video": Label("une vidéo", "a video"),
    "mention": Label("une mention", "a mention"),
    "hashtag": Label("un mot-clic", "a hashtag"),
}

INTEREST_KINDS = {
    "employer": Label("employeur", "employer"),
    "client": Label("client", "client"),
    "supplier": Label("fournisseur", "supplier"),
    "sponsor": Label("commanditaire", "sponsor"),
    "investment": Label("placement", "investment"),
    "party": Label("parti politique", "political party"),
    "association": Label("association", "association"),
    "union": Label("syndicat", "union"),
    "family": Label("famille", "family"),
    "other": Label("autre", "other"),
}

SECTORS = {
    "public-body": Label("organisme public", "public body"),
    "company": Label("entreprise", "company"),
    "finance": Label("services financiers", "financial services"),
    "health": Label("santé", "health"),
    "nonprofit": Label("organisme sans but lucratif", "non-profit"),
    "party": Label("parti politique", "political party"),
    "media": Label("média", "media"),
}

MEDIA_KINDS = ("image", "video", "audio", "document")

# What a placeholder in an example or in the wording of a disclosure is filled with, from the facts or a protected list.
PLACEHOLDERS = ("organization", "handle", "email", "phone", "offering", "figure", "party", "protected", "passage")
