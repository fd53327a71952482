"""The forms of words that only sentences need; everything else is in the vocabulary.

Signals read in two ways: as a thing that a message contains (*an e-mail address*), or as a whole clause
(*a tie has to be disclosed*). Families stand for a glob such as ``pi.*``, so that nobody hears fourteen names.
"""

from clausier.document import vocabulary
from clausier.document.vocabulary import Label

# Signals that read as a whole clause: every one of these families, and these.
CLAUSE_FAMILIES = ("about", "disc")
CLAUSE_SIGNALS = ("abuse.self-harm",)
SIGNALS = {
    **{name: Label(signal.fr, signal.en) for name, signal in vocabulary.SIGNALS.items()},
    "abuse.self-harm": Label("une personne pourrait être en danger", "a person may be in danger"),
}
FAMILIES = {
    "pi.*": Label("un renseignement personnel", "personal information"),
    "secret.*": Label("un mot de passe ou une clé secrète", "a password or a secret key"),
    "conf.*": Label("un renseignement protégé", "protected information"),
    "about.*": Label(
        "l'organisation ou un intérêt de l'auteur est en jeu",
        "the organization or an interest of the author is touched",
    ),
    "disc.*": Label("un lien est en cause, déclaré ou non", "a tie is involved, disclosed or not"),
    "claim.*": Label("une affirmation que la loi encadre", "a claim that the law governs"),
    "political.*": Label("une prise de position politique", "a political position"),
    "abuse.*": Label("des propos abusifs", "abusive remarks"),
    "spam.*": Label("un contenu indésirable", "unwanted content"),
    "*": Label("quoi que ce soit de repérable", "anything that can be detected"),
}
IN_LANGUAGE = {
    "fr": Label("en français", "in French"),
    "en": Label("en anglais", "in English"),
    "mixed": Label("en français et en anglais mêlés", "in French and English mixed"),
    "other": Label("dans une autre langue", "in another language"),
    "und": Label("dans une langue indéterminée", "in an undetermined language"),
}
DOING = {**vocabulary.ACTIONS, "allow": Label("laisser publier", "let it be published")}
CONTENTS = {
    "static": Label("un contenu fixe (publication, page, publicité)", "static content (post, page, advertisement)"),
    "interactive": Label("un contenu interactif (réponse, clavardage)", "interactive content (reply, chat)"),
    "*": Label("tout contenu", "any content"),
}
MESSAGE = Label("un message", "a message")

# How a circumstance reads after "a message", and as a clause of its own after "unless".
WHEN = {
    "account_kind": Label("depuis {}", "from {}"),
    "has": Label("avec {}", "with {}"),
}
WHEN_RECEIVED = {**WHEN, "account_kind": Label("sur {}", "on {}")}
UNLESS = {
    "intent": Label("le message est {}", "the message is {}"),
    "relation": Label("l'auteur est {}", "the author is {}"),
    "language": Label("le message est {}", "the message is {}"),
    "channel": Label("le message est {}", "the message is {}"),
    "account_kind": Label("le compte est {}", "the account is {}"),
    "has": Label("le message comporte {}", "the message has {}"),
    "time": Label("cela se passe {}", "this happens {}"),
    "period": Label("cela se passe {}", "this happens {}"),
}
ALTERNATIVES = {
    "intent": vocabulary.INTENTS,
    "relation": vocabulary.RELATIONS,
    "language": IN_LANGUAGE,
    "account_kind": vocabulary.ACCOUNT_KINDS,
    "has": vocabulary.CONTENTS,
    "time": vocabulary.TIMES,
}

# Places that have no name of their own, or take another preposition than "on".
PLACES = {
    "*": Label("sur tout réseau", "on any network"),
    "blog": Label("sur le blogue", "on the blog"),
    "email": Label("par courriel", "by e-mail"),
}

# One, then many; the letter is the unit, "!" marks calendar time.
SPANS = {
    "h": (
        Label("une heure ouvrable", "one working hour"),
        Label("heures ouvrables", "working hours"),
    ),
    "h!": (Label("une heure", "one hour"), Label("heures", "hours")),
    "d": (
        Label("un jour ouvrable", "one working day"),
        Label("jours ouvrables", "working days"),
    ),
    "d!": (
        Label("un jour civil", "one calendar day"),
        Label("jours civils", "calendar days"),
    ),
    "m": (Label("un mois", "one month"), Label("mois", "months")),
    "y": (Label("un an", "one year"), Label("ans", "years")),
}
DAYS = {
    "mon": Label("lundi", "Monday"),
    "tue": Label("mardi", "Tuesday"),
    "wed": Label("mercredi", "Wednesday"),
    "thu": Label("jeudi", "Thursday"),
    "fri": Label("vendredi", "Friday"),
    "sat": Label("samedi", "Saturday"),
    "sun": Label("dimanche", "Sunday"),
}
# People that a reminder climbs to and that every organisation has, whatever its audiences and duties.
CHAIN = {
    "manager": Label("la ou le gestionnaire", "the manager"),
    "owner": Label("la personne responsable de la politique", "the policy owner"),
}
NEEDED_OF = {
    "any": Label("d'une personne du groupe {}", "of one person in {}"),
    "all": Label("de toutes les personnes du groupe {}", "of all the people in {}"),
}
# A breach is masculine in French, where gravity is feminine.
BREACHES = {
    "minor": Label("un manquement mineur", "a minor breach"),
    "serious": Label("un manquement sérieux", "a serious breach"),
    "severe": Label("un manquement grave", "a severe breach"),
}
ASKED_AGAIN = {
    "acknowledge": Label("On le redemande", "It is asked again"),
    "agree": Label("On le redemande", "It is asked again"),
    "inform": Label("On l'envoie de nouveau", "It is sent again"),
}
ASKED = {
    "acknowledge": Label("confirme : {}", "confirms: {}"),
    "agree": Label("signe : {}", "signs: {}"),
    "inform": Label("reçoit cette clause {}", "receives this clause {}"),
}
