"""The words of the forms: what each key of the model is called, and a hint where one helps.

A key that means the same everywhere is named once, by itself; what means something else in a class is named with it.
"""

from clausier.document import vocabulary
from clausier.document.vocabulary import Label

PARTS = {
    "rules": Label("Règle", "Rule"),
    "examples": Label("Exemple", "Example"),
    "questions": Label("Question posée", "Question asked"),
}
FACTS = Label("Faits", "Facts")
ENTRIES = Label("Noms", "Names")
# What each part that may be added to a clause is for.
SERVES = {
    "rules": Label(
        "Juge les messages : selon ce qu'ils contiennent, le logiciel conseille, retient ou demande de ne pas publier.",
        "Judges messages: by what they hold, the software advises, holds, or asks not to publish.",
    ),
    "commit": Label(
        "Fait lire la clause aux personnes visées, qui y répondent dans un délai; rappelle, puis prévient.",
        "Has the clause read by those it is for, who answer within a time limit; reminds, then tells.",
    ),
    "disclose": Label(
        "Fait déclarer les intérêts, et donne les mots pour le dire dans un message.",
        "Has interests declared, and gives the words to say so in a post.",
    ),
    "learn": Label(
        "Fait suivre une formation sur la clause, avec une note de passage.",
        "Has the clause learned, with a pass mark.",
    ),
    "approve": Label(
        "Fait approuver un contenu avant qu'il soit publié.", "Has a content approved before it is published."
    ),
    "keep": Label("Fixe la durée de conservation de documents.", "Sets how long records are kept."),
    "waive": Label(
        "Écarte une obligation, avec la raison qu'on en donne.", "Sets an obligation aside, with the reason given."
    ),
    "protect": Label(
        "Désigne les noms, les mentions et les documents à ne jamais publier.",
        "Names what is never published: names, markings, documents.",
    ),
    "use": Label(
        "Dit si l'on peut utiliser les réseaux au travail : qui, quand, sur quoi et à quelle fin.",
        "Tells whether networks may be used at work: who, when, on what and what for.",
    ),
    "quiet": Label("Fixe les heures où l'on ne dérange personne.", "Sets the hours when nobody is disturbed."),
    "share": Label(
        "Promet que relayer les messages de l'organisation reste de plein gré.",
        "Promises that sharing the organization's posts stays voluntary.",
    ),
    "own": Label(
        "Dit à qui restent l'identifiant, les abonnés et l'archive d'un compte.",
        "Tells with whom the handle, followers and archive of an account stay.",
    ),
    "keep_account": Label(
        "Dit qui répond d'un compte, et comment on l'ouvre, le modifie et le transmet.",
        "Tells who answers for an account, and how it is opened, changed and handed over.",
    ),
    "answer": Label(
        "Organise la réponse aux messages reçus : qui répond, dans quels délais.",
        "Organizes the answers to messages received: who answers, within which time limits.",
    ),
    "comments": Label(
        "Dit où les commentaires sont ouverts, relus d'abord ou fermés, et pourquoi.",
        "Tells where comments are open, read first or closed, and why.",
    ),
    "remove_for": Label(
        "Fait de la clause un motif de retrait d'un commentaire.", "Makes the clause a ground for removing a comment."
    ),
    "breach": Label(
        "Dit que ne pas respecter la clause est un manquement, et sa gravité.",
        "Tells that not respecting the clause is a breach, and how grave.",
    ),
    "ladder": Label(
        "Fixe les mesures qui suivent un manquement, de la conversation à la révision.",
        "Sets what follows a breach, from the conversation to the appeal.",
    ),
    "freeze": Label(
        "Permet de tout suspendre pendant une crise, et dit qui le peut.",
        "Lets everything be held during a crisis, and tells who may.",
    ),
    "guide": Label(
        "Dit que la clause n'est qu'un texte : le logiciel ne fait rien pour elle.",
        "Tells that the clause is a text only: the software does nothing for it.",
    ),
}
_DAYS = (Label("Jours", "Days"), Label("Heures", "Hours"))
# What a map is made of: its keys, and what each holds.
PAIRS = {
    "hours": _DAYS,
    "quiet": _DAYS,
    "names": (Label("Langue", "Language"), Label("Noms", "Names")),
    "handles": (Label("Réseau", "Network"), Label("Identifiants", "Handles")),
    "periods": (Label("Nom court", "Short name"), Label("Période", "Period")),
}

# Words of the model that are no names of the vocabulary.
WORDS = {
    **vocabulary.RELATIONS,
    vocabulary.SPOKESPERSON: Label("un porte-parole", "a spokesperson"),
    "any": Label("une personne suffit", "one person is enough"),
    "all": Label("toutes", "all of them"),
    "clause": Label("les règles de cette clause", "the rules of this clause"),
    "policy": Label("toute la politique", "the whole policy"),
    "image": Label("image", "picture"),
    "video": Label("vidéo", "video"),
    "audio": Label("son", "sound"),
    "document": Label("document", "document"),
}
LANGUAGES = {name: vocabulary.LANGUAGES[name] for name in ("fr", "en")}

_ASKED = {
    "id": Label("Nom court", "Short name"),
    "name": Label("Nom", "Name"),
    "names": Label("Noms", "Names"),
    "kind": Label("Genre", "Kind"),
    "text": Label("Texte", "Text"),
    "title": Label("Titre", "Title"),
    "say": Label("Ce qu'on dit", "What is said"),
    "within": Label("Délai", "Within"),
    "by": Label("Par qui", "By whom"),
    "duty": Label("Responsabilité", "Duty"),
    "audience": Label("Groupes de personnes", "Audiences"),
    "audiences": Label("Ses groupes", "Audiences"),
    "notify": Label("Prévenir", "Tell"),
    "channel": Label("Où", "Where"),
    "network": Label("Réseau", "Network"),
    "language": Label("Langue du message", "Language of the message"),
    "direction": Label("Quel message", "Which message"),
    "gravity": Label("Gravité", "Gravity"),
    "also": Label("Autres noms", "Other names"),
    "topics": Label("Sujets", "Topics"),
    "handle": Label("Identifiant", "Handle"),
    "reply": Label("Est-ce une réponse?", "Is it a reply?"),
    "history": Label("Décisions passées", "Past decisions"),
    "decisions": Label("Décisions", "Decisions"),
    "at": Label("Moment", "Moment"),
    "clause": Label("Clause", "Clause"),
    "appeal": Label("Révision", "Appeal"),
    "valid": Label("Valable pendant", "Valid for"),
    "steps": Label("Étapes", "Steps"),
    "min": Label("Au moins", "At least"),
    "max": Label("Au plus", "At most"),
    # Rules
    "when": Label("Quand", "When"),
    "unless": Label("Sauf si", "Unless"),
    "do": Label("Alors", "Then"),
    "route": Label("Suivre la marche", "Follow the route"),
    "look": Label("Regard humain attendu", "Human look to come"),
    "optional": Label(
        "Seulement là où le détecteur nécessaire est installé", "Only where the detector needed is installed"
    ),
    "signal": Label("Ce que le message contient", "What the message contains"),
    "intent": Label("Ce que le message demande", "What the message asks"),
    "relation": Label("Lien de l'auteur", "Relation of the author"),
    "account_kind": Label("Genre de compte", "Kind of account"),
    "time": Label("Heures", "Hours"),
    "period": Label("Période", "Period"),
    "has": Label("Avec", "With"),
    "confidence": Label("Certitude d'au moins", "Certainty of at least"),
    "at_least": Label("Au moins", "At least"),
    # Examples and questions
    "lang": Label("Langue", "Language"),
    "as": Label("Qui écrit", "Who writes"),
    "interests": Label("Intérêts déclarés", "Declared interests"),
    "media": Label("Pièces jointes", "Attachments"),
    "alt": Label("Description", "Description"),
    "account": Label("Compte qui publie", "Account that publishes"),
    "expect": Label("Action attendue", "Action expected"),
    "because": Label("Par la règle", "By the rule"),
    "ask": Label("Question posée", "Question asked"),
    "choices": Label("Réponses", "Answers"),
    "right": Label("C'est la bonne réponse", "This is the right answer"),
    "why": Label("Pourquoi", "Why"),
    # Statements
    "again": Label("Redemander", "Ask again"),
    "every": Label("Et tous les", "And every"),
    "remind": Label("Rappels avant l'échéance", "Reminders before it is due"),
    "then": Label("Une fois en retard, prévenir", "Once late, tell"),
    "declare": Label("Intérêts à déclarer", "Interests to declare"),
    "renew": Label("À redire tous les", "To be said again every"),
    "wordings": Label("Formules", "Wordings"),
    "long": Label("Formule longue", "Long wording"),
    "short": Label("Formule courte", "Short wording"),
    "pass": Label("Note de passage, sur 100", "Pass mark, out of 100"),
    "due": Label("À faire dans les", "Due within"),
    "content": Label("Contenu", "Content"),
    "need": Label("Combien", "How many"),
    "external": Label("Une personne de l'extérieur peut approuver, par un lien", "An outsider may approve, by a link"),
    "late_after": Label("En retard après", "Late after"),
    "records": Label("Documents", "Records"),
    "obligation": Label("Obligation", "Obligation"),
    "reason": Label("Raison", "Reason"),
    "lists": Label("Listes protégées", "Protected lists"),
    "markings": Label("Mentions", "Markings"),
    "documents": Label("Documents protégés", "Protected documents"),
    "moment": Label("À quel moment", "When"),
    "device": Label("Sur quoi", "On what"),
    "purpose": Label("À quelle fin", "What for"),
    "answer": Label("Réponse", "Answer"),
    "voluntary": Label("Toujours de plein gré", "Always of one's own will"),
    "followers": Label("Les abonnés restent à", "Followers stay with"),
    "archive": Label("L'archive reste à", "The archive stays with"),
    "rename": Label("Changer de nom au départ?", "Renamed on departure?"),
    "on_death": Label("Au décès", "On death"),
    "owner": Label("Personne responsable", "Owner"),
    "backup": Label("Relève", "Backup"),
    "second_factor": Label("Double authentification", "Two-factor authentication"),
    "recertify": Label("À revoir tous les", "To be reviewed every"),
    "open": Label("Pour ouvrir un compte", "To open an account"),
    "change": Label("Pour modifier un compte", "To change an account"),
    "leave": Label("Au départ d'une personne", "When a person leaves"),
    "step": Label("Étape", "Step"),
    "match": Label("Mots qui l'annoncent", "Words that tell it"),
    "way": Label("Qui répond", "Who answers"),
    "legs": Label("Délais", "Time limits"),
    "holding": Label("Réponse d'attente", "Holding answer"),
    "approve": Label("Approbation de la réponse", "Approval of the answer"),
    "mode": Label("Les commentaires sont", "Comments are"),
    "answered": Label("Réponse dans les", "Answered within"),
    "neutral": Label("Ce motif ne vise aucune opinion", "This ground is aimed at no opinion"),
    "lasts": Label("Dure", "Lasts"),
    "expires": Label("Compte pendant", "Counts for"),
    "regimes": Label("Pour qui", "For whom"),
    "hear": Label("Délai pour être entendu", "Time to be heard"),
    "deciders": Label("Nombre de personnes qui décident", "How many people decide"),
    "seal": Label("Scellé après", "Sealed after"),
    # Protected lists
    "term": Label("Nom à ne pas publier", "Name not to be published"),
    "until": Label("Protégé jusqu'au", "Protected until"),
    # Facts
    "called": Label("Comment on la nomme dans une phrase", "How it reads in a sentence"),
    "handles": Label("Identifiants", "Handles"),
    "domains": Label("Domaines Web", "Web domains"),
    "contacts": Label("Coordonnées publiques", "Public contacts"),
    "phones": Label("Téléphones", "Telephones"),
    "emails": Label("Courriels", "E-mail addresses"),
    "addresses": Label("Adresses", "Addresses"),
    "offerings": Label("Produits et services", "Products and services"),
    "public_figures": Label("Personnes de la vie publique", "People in public life"),
    "role": Label("Fonction", "Role"),
    "party": Label("Parti", "Party"),
    "parties": Label("Partis et équipes", "Parties and teams"),
    "periods": Label("Périodes", "Periods"),
    "from": Label("Du", "From"),
    "to": Label("Au", "To"),
    "calendar": Label("Calendrier de travail", "Working calendar"),
    "timezone": Label("Fuseau horaire", "Time zone"),
    "holidays": Label("Jours fériés de", "Public holidays of"),
    "hours": Label("Heures de travail", "Working hours"),
}
_OF_CLASS = {
    "Commit.as": Label("Ce que la personne dit", "What the person says"),
    "Own.handle": Label("L'identifiant reste à", "The handle stays with"),
    "Freeze.by": Label("Qui peut tout suspendre", "Who may hold everything"),
    "Ladder.appeal": Label("Délai pour demander la révision", "Time to appeal"),
    "Approver.audience": Label("Une personne du groupe", "Somebody of the audience"),
    "Approver.duty": Label("Ou la responsabilité", "Or the duty"),
    "Answer.id": Label("Nom court de la marche", "Short name of the route"),
    "Approve.id": Label("Nom court de l'approbation", "Short name of the approval"),
    "Circumstances.audience": Label("Groupe de l'auteur", "Audience of the author"),
    "Decided.within": Label("En", "Within"),
    "Leg.name": Label("Qui", "Who"),
    "Disclose.wordings": Label("Formules de déclaration", "Wordings that disclose"),
    "Entry.owner": Label("Responsabilité", "Duty"),
    "Example.channel": Label("Réseau", "Network"),
    "Example.by": Label("Jugé par", "Judged by"),
    "Example.name": Label("Nom de l'auteur", "Name of the author"),
    "until": Label("Ce jour compris, comme 2027-03-15.", "That day included, such as 2027-03-15."),
    "Example.text": Label("Texte du message", "Text of the message"),
    "Facts.names": Label("Noms de l'organisation", "Names of the organization"),
}
_HINTS = {
    "id": Label(
        "Les autres parties s'y réfèrent. Laissé vide, il se fait des mots de la fiche.",
        "Other parts refer to it. Left empty, it is made of the words of the form.",
    ),
    "signal": Label(
        "Un seul de ceux qui sont cochés suffit. Rien de coché : quoi que ce soit.",
        "One of those ticked is enough. None ticked: anything.",
    ),
    "unless": Label("La règle se tait dans chacun de ces cas.", "The rule keeps silent in each of these cases."),
    "when": Label("Tout ce qui est rempli doit être vrai à la fois.", "All that is filled in must be true at once."),
    "confidence": Label("De 0 à 1; 0,5 quand rien n'est dit.", "From 0 to 1; 0.5 when nothing is said."),
    "match": Label("Un mot ou une expression par ligne.", "One word or phrase a line."),
    "topics": Label("Un par ligne.", "One a line."),
    "also": Label("Un par ligne.", "One a line."),
    "at": Label("Par exemple 2026-11-23 ou 2026-11-23T09:00.", "For example 2026-11-23 or 2026-11-23T09:00."),
    "hours": Label(
        "Des jours (mon-fri, sat…) et leurs heures (08:30-16:30).",
        "Days (mon-fri, sat…) and their hours (08:30-16:30).",
    ),
    "quiet": Label(
        "Des jours (mon-sun, sat…) et les heures de tranquillité (20:00-07:00).",
        "Days (mon-sun, sat…) and the quiet hours (20:00-07:00).",
    ),
    "handles": Label(
        "Un réseau, ou * pour tous, et ses identifiants.", "A network, or * for all of them, and its handles."
    ),
    "Facts.names": Label(
        "Une langue (fr, en…) et les noms, un par ligne; le premier est celui qu'on affiche.",
        "A language (fr, en…) and the names, one a line; the first one is shown.",
    ),
    "Facts.periods": Label(
        "Un nom court (election…), puis le premier et le dernier jour, comme 2026-11-23.",
        "A short name (election…), then the first and the last day, such as 2026-11-23.",
    ),
    "called": Label(
        "Avec son article, comme « la Ville de Val-Bleu ».", "With its article, such as “the City of Val-Bleu”."
    ),
    "until": Label("Ce jour compris, comme 2027-03-15.", "That day included, such as 2027-03-15."),
    "Example.text": Label(
        "{organization}, {offering}, {party}… y deviennent les noms de vos faits.",
        "{organization}, {offering}, {party}… become the names in your facts.",
    ),
    "because": Label(
        "Une règle de cette clause; celle d'une autre clause quand toute la politique juge.",
        "A rule of this clause; one of another clause when the whole policy judges.",
    ),
    "domains": Label("Un par ligne.", "One a line."),
    "phones": Label("Un par ligne.", "One a line."),
    "emails": Label("Un par ligne.", "One a line."),
    "addresses": Label("Une par ligne.", "One a line."),
    "holidays": Label("Par exemple CA-QC.", "For example CA-QC."),
}


def of(model: type, key: str) -> tuple[Label, Label | None]:
    """Return what a key of a class of the model is called, and its hint."""
    name = f"{model.__name__}.{key}"
    return _OF_CLASS.get(name) or _ASKED.get(key, Label(key, key)), _HINTS.get(name) or _HINTS.get(key)
