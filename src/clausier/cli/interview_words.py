"""What the interview says in a terminal, in French and in English."""

from clausier.document.vocabulary import Label

INTERVIEW_MESSAGES: dict[str, Label] = {
    "interview-alone": Label(
        "L'entrevue choisit le modèle, les compléments et les langues : donnez --interview sans eux.",
        "The interview chooses the template, the overlays and the languages: give --interview without them.",
    ),
    "interview-needs-file": Label(
        "Hors d'un terminal, l'entrevue a besoin d'un fichier de réponses : --interview reponses.yaml.",
        "Outside a terminal, the interview needs a file of answers: --interview answers.yaml.",
    ),
    "interview-wrong": Label(
        "{path}, question « {question} » ({ask}) : {message}", "{path}, question “{question}” ({ask}): {message}"
    ),
    "interview-shape": Label("{path} : {message}", "{path}: {message}"),
    "interview-lead": Label(
        "Quelques questions en mots simples. Chaque réponse dit ce qu'elle change; Entrée passe ce qui est facultatif.",
        "A few questions in plain words. Each answer says what it changes; Enter skips what is optional.",
    ),
    "interview-kept": Label(
        "Vos réponses se gardent et se corrigent dans {path}; la même commande reprend où vous en étiez.",
        "Your answers are kept in {path}, to correct them there; the same command takes up where you were.",
    ),
    "interview-stopped": Label(
        "Vos réponses sont dans {path}; la même commande reprend où vous en étiez.",
        "Your answers are in {path}; the same command takes up where you were.",
    ),
    "interview-range": Label("Tapez un numéro de 1 à {most}.", "Type a number from 1 to {most}."),
    "interview-reads": Label("{clause} : « {text} »", "{clause}: “{text}”"),
    "interview-pick": Label("Un numéro :", "A number:"),
    "interview-pick-several": Label(
        "Des numéros, séparés d'espaces, ou rien :", "Numbers apart by spaces, or nothing:"
    ),
    "interview-type": Label("Réponse :", "Answer:"),
    "interview-type-lines": Label(
        "Réponses, séparées de points-virgules, ou rien :", "Answers, apart by semicolons, or nothing:"
    ),
    "interview-outside": Label(
        "Hors du Québec, la politique garde les clauses de votre secteur sans le droit québécois; une personne qui "
        "connaît le droit de chez vous la relit et la complète. Clauses mises de côté ou remplacées : {clauses}.",
        "Outside Quebec, the policy keeps the clauses of your sector without the law of Quebec; somebody who knows the "
        "law where you are reads it and completes it. Clauses set aside or replaced: {clauses}.",
    ),
    "interview-rooms": Label("Pour commencer, trois pièces au plus :", "To start with, three rooms at most:"),
    "interview-later": Label("Plus tard :", "Later:"),
}
INTERVIEW_HELP: dict[str, Label] = {
    "answers": Label("RÉPONSES", "ANSWERS"),
    "init-interview": Label(
        "faire la politique de réponses à des questions simples : un fichier YAML, ou le terminal qui les pose",
        "make the policy from answers to plain questions: a YAML file, or the terminal, which asks them",
    ),
}
