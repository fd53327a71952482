"""What ``clausier protect`` says, and what its ``--help`` says."""

from clausier.document.vocabulary import Label

PROTECT_MESSAGES: dict[str, Label] = {
    "protect-nothing": Label(
        "Donnez des documents, ou --people avec une liste de noms.",
        "Give documents, or --people with a list of names.",
    ),
    "protect-not-a-name": Label(
        "« {name} » : un nom de liste n'a que de petites lettres, des chiffres et des traits d'union.",
        "“{name}”: the name of a list has only small letters, digits and hyphens.",
    ),
    "protect-in-the-way": Label(
        "{path} contient des noms en clair : donnez un autre nom à cette liste.",
        "{path} holds names in clear: give this list another name.",
    ),
    "protect-empty": Label(
        "Il ne reste rien à protéger : tout est déjà public, ou trop court.",
        "Nothing is left to protect: everything is public already, or too short.",
    ),
    "protect-too-long": Label(
        "Ces documents sont trop longs pour une liste. Faites-en plusieurs.",
        "These documents are too long for one list. Make several.",
    ),
    "protect-comment": Label(
        "Empreintes à sens unique, faites par « clausier protect » : on n'y lit aucun mot.",
        "One-way fingerprints, made by “clausier protect”: no word can be read in them.",
    ),
    "protected": Label("{path} : {passages}, {people}.", "{path}: {passages}, {people}."),
    "runs-one": Label("{n} suite de mots", "{n} run of words"),
    "runs-many": Label("{n} suites de mots", "{n} runs of words"),
    "names-one": Label("{n} forme de nom", "{n} form of a name"),
    "names-many": Label("{n} formes de noms", "{n} forms of names"),
    "protect-next": Label(
        "Pour qu'une clause le dise, écrivez « protect: {{documents: [{name}]}} ».",
        "For a clause to say so, write “protect: {{documents: [{name}]}}”.",
    ),
}

PROTECT_HELP: dict[str, Label] = {
    "protect": Label(
        "garder l'empreinte de documents qui ne se publient pas", "fingerprint documents not to be published"
    ),
    "protect-usage": Label(
        "{clausier} protect DOSSIER NOM [FICHIER…] [--public FICHIER]… [--people FICHIER]",
        "{clausier} protect FOLDER NAME [FILE…] [--public FILE]… [--people FILE]",
    ),
    "protect-more": Label(
        "Lit des documents qui ne doivent pas être publiés (Word, PDF, HTML, Markdown, texte) et n'en garde, dans la "
        "politique, que des empreintes à sens unique. Huit mots de suite d'un document sont ensuite reconnus dans un "
        "message; aucun mot ne se lit dans ce qui est gardé.",
        "Reads documents that must not be published (Word, PDF, HTML, Markdown, text) and keeps of them, in the "
        "policy, one-way fingerprints only. Eight words in a row of a document are then recognized in a message; no "
        "word can be read in what is kept.",
    ),
    "protect-list": Label(
        "nom de la liste protégée, comme « council-papers »", "name of the protected list, such as council-papers"
    ),
    "protect-file": Label("document à protéger", "document to protect"),
    "protect-public": Label(
        "texte déjà publié, dont les mots restent libres (peut être répété)",
        "text that is published already, whose words stay free (may be repeated)",
    ),
    "protect-people": Label(
        "noms de personnes, un par ligne, qui rendent un fait sensible reconnaissable",
        "people's names, one a line, by which a sensitive fact is recognized",
    ),
}
