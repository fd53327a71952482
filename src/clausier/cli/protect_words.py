"""What ``clausier protect`` says, and what its ``--help`` says."""

from clausier.document.vocabulary import Label

PROTECT_MESSAGES: dict[str, Label] = {
    "protect-nothing": Label(
        "Donnez des documents, ou --people avec une liste de noms.",
        "Give documents, or --people with a list of names.",
    ),
    "protect-not-a-name": Label(
        "« {name} » : un nom de liste n'a que de petites lettres sans accent, des chiffres et des traits d'union, "
        "comme « huis-clos ».",
        "“{name}”: the name of a list has only small letters without accents, digits and hyphens, such as "
        "“council-papers”.",
    ),
    "protect-not-a-folder": Label(
        "{path} n'est pas un dossier. Décompressez d'abord la politique : la liste s'écrit dans son dossier.",
        "{path} is not a folder. Unpack the policy first: the list is written in its folder.",
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
        "Ces documents sont trop longs pour une seule liste. Faites-en plusieurs, sous des noms différents.",
        "These documents are too long for one list. Make several, under different names.",
    ),
    "protect-comment": Label(
        "Empreintes à sens unique, faites par « clausier protect » : on n'y lit aucun mot.",
        "One-way fingerprints, made by “clausier protect”: no word can be read in them.",
    ),
    "protect-comment-keep": Label(
        "Mais qui les a peut y essayer un nom ou une phrase qu'il devine : ne les publiez pas.",
        "But whoever has them can try a name or a sentence that they guess: do not publish them.",
    ),
    "protected": Label("{path} : {kept}.", "{path}: {kept}."),
    "runs-one": Label("{n} suite de mots", "{n} run of words"),
    "runs-many": Label("{n} suites de mots", "{n} runs of words"),
    "names-one": Label("{n} forme de nom", "{n} form of a name"),
    "names-many": Label("{n} formes de noms", "{n} forms of names"),
    "protect-next": Label(
        "Un message qui en reprend un passage est reconnu dès maintenant. Pour que la politique le dise, écrivez dans "
        "une clause « protect: {{documents: [{name}]}} ».",
        "A message that repeats a passage of them is recognized from now on. For the policy to say so, write in a "
        "clause “protect: {{documents: [{name}]}}”.",
    ),
    "protect-next-people": Label(
        "Un fait sensible sur l'une de ces personnes est mieux reconnu dès maintenant.",
        "A sensitive fact about one of these people is better recognized from now on.",
    ),
}

PROTECT_HELP: dict[str, Label] = {
    "protect": Label(
        "reconnaître les passages de documents qui ne se publient pas",
        "recognize passages of documents not to be published",
    ),
    "protect-usage": Label(
        "{clausier} protect DOSSIER NOM [FICHIER…] [--public FICHIER]… [--people FICHIER]",
        "{clausier} protect FOLDER NAME [FILE…] [--public FILE]… [--people FILE]",
    ),
    "protect-more": Label(
        "Lit des documents qui ne doivent pas être publiés (Word, PDF, HTML, Markdown, texte) et n'en garde, dans la "
        "politique, que des empreintes à sens unique. Un message qui reprend huit mots de suite d'un document, ou "
        "plusieurs bouts de phrase retouchés, est ensuite reconnu. Aucun mot ne se lit dans ce qui est gardé; "
        "gardez-le pourtant pour vous, car on peut y essayer une phrase ou un nom que l'on devine.",
        "Reads documents that must not be published (Word, PDF, HTML, Markdown, text) and keeps of them, in the "
        "policy, one-way fingerprints only. A message that repeats eight words in a row of a document, or several bits "
        "of its sentences reworked, is then recognized. No word can be read in what is kept; keep it to yourselves "
        "nevertheless, since a sentence or a name that is guessed can be tried on it.",
    ),
    "protect-list": Label(
        "nom de la liste protégée, comme « huis-clos »", "name of the protected list, such as “council-papers”"
    ),
    "protect-folder": Label("dossier de la politique", "folder of the policy"),
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
