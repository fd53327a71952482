"""What ``clausier audit`` and ``clausier init --from`` say, and what their ``--help`` says."""

from clausier.auditing.extraction.refusal import SENTENCES
from clausier.document.vocabulary import Label

AUDIT_MESSAGES: dict[str, Label] = {
    **{reason.value: label for reason, label in SENTENCES.items()},
    "audit-one-text": Label(
        "--text écrit le texte d'une seule politique : donnez un seul fichier, ou ajoutez --as-one.",
        "--text writes the text of one policy: give one file only, or add --as-one.",
    ),
    # The page
    "audit-language-fr": Label("en français", "in French"),
    "audit-language-en": Label("en anglais", "in English"),
    "audit-language-mixed": Label("en français et en anglais", "in French and in English"),
    "audit-counts": Label(
        "Des dix éléments d'une politique de médias sociaux : traités, {covered}; en partie, {partial}; absents, "
        "{absent}.",
        "Of the ten elements of a social media policy: covered, {covered}; in part, {partial}; not there, {absent}.",
    ),
    "audit-nothing": Label(
        "Rien ici ne ressemble à une politique de médias sociaux. Est-ce le bon document?",
        "Nothing here looks like a social media policy. Is it the right document?",
    ),
    "audit-covered": Label("traité", "covered"),
    "audit-partial": Label("en partie", "in part"),
    "audit-absent": Label("absent", "not there"),
    "audit-to-public": Label("pour le public seulement", "for the public only"),
    "audit-quote": Label("« {text} »", "“{text}”"),
    "audit-missing": Label("Ce qui manque", "What is missing"),
    "audit-unfinished": Label("Ce qui reste à préciser", "What remains to be said in full"),
    "audit-broad": Label("Ce qui pourrait être trop large en droit", "What may be too broad in law"),
    "audit-law": Label("Voir, là où ces textes s'appliquent : {citations}", "See, where these apply: {citations}"),
    "audit-instead": Label("Plutôt : {text}", "Instead: {text}"),
    "audit-grounds": Label("Motifs de retrait : {names}.", "Grounds of removal: {names}."),
    "audit-others": Label("On y parle aussi de : {names}.", "It also speaks of: {names}."),
    "audit-caution": Label(
        "Cette lecture est une aide, pas un avis juridique. Elle peut se tromper : relisez ce qu'elle cite.",
        "This reading is a help, not legal advice. It can be mistaken: read again what it quotes.",
    ),
    "audit-next": Label("Pour en faire une politique que le logiciel suit :", "To make of it a policy that runs:"),
    "audit-next-json": Label(
        "{clausier} audit --json {path} > audit.json", "{clausier} audit --json {path} > audit.json"
    ),
    "audit-next-init": Label(
        "{clausier} init ma-politique --from audit.json", "{clausier} init my-policy --from audit.json"
    ),
    # init --from
    "from-not-json": Label(
        "{path} n'est pas du JSON. Si c'est la politique elle-même, lisez-la d'abord avec « clausier audit --json », "
        "puis donnez ici ce que cela répond.",
        "{path} is not JSON. If it is the policy itself, read it first with “clausier audit --json”, then give here "
        "what that answers.",
    ),
    "from-not-an-audit": Label(
        "{path} n'est pas le JSON d'un audit. Obtenez-le avec « clausier audit --json ».",
        "{path} is not the JSON of an audit. Get it with “clausier audit --json”.",
    ),
    "from-several": Label(
        "{path} contient plusieurs audits. Recommencez l'audit avec --as-one, ou avec un seul fichier.",
        "{path} holds several audits. Run the audit again with --as-one, or with one file.",
    ),
    "from-too-large": Label("{path} pèse plus de {limit} Mo.", "{path} is over {limit} MB."),
    "taken-over-one": Label(
        "{n} passage de votre politique y est repris; relisez-le : sa clause se nomme « taken-over ».",
        "{n} passage of your policy is taken over; read it again: its clause is named “taken-over”.",
    ),
    "taken-over-many": Label(
        "{n} passages de votre politique y sont repris; relisez-les : leurs clauses se nomment « taken-over ».",
        "{n} passages of your policy are taken over; read them again: their clauses are named “taken-over”.",
    ),
    "left-out-one": Label(
        "{n} passage à revoir est laissé en commentaire, en tête du fichier de son chapitre.",
        "{n} passage to look at again stands in a comment, at the top of the file of its chapter.",
    ),
    "left-out-many": Label(
        "{n} passages à revoir sont laissés en commentaire, en tête du fichier de leur chapitre.",
        "{n} passages to look at again stand in comments, at the top of the file of their chapter.",
    ),
    "from-template": Label(
        "Le reste vient du modèle « {name} »; pour un autre ({others}), recommencez avec --template.",
        "The rest comes from the template “{name}”; for another ({others}), begin again with --template.",
    ),
}

AUDIT_HELP: dict[str, Label] = {
    "audit": Label("voir ce qu'une politique existante couvre", "see what an existing policy covers"),
    "audit-usage": Label(
        "{clausier} audit FICHIER… [--as-one] [--json] [--text SORTIE]",
        "{clausier} audit FILE… [--as-one] [--json] [--text OUT]",
    ),
    "audit-more": Label(
        "Lit une politique de médias sociaux en Markdown, en texte, en HTML, en Word (.docx) ou en PDF, en français ou "
        "en anglais. Dit lesquels des dix éléments elle traite, avec les mots qui le montrent, ce qui manque, et ce "
        "qui pourrait être trop large en droit.",
        "Reads a social media policy in Markdown, text, HTML, Word (.docx) or PDF, in French or in English. Tells "
        "which of the ten elements it covers, with the words that show it, what is missing, and what may be too broad "
        "in law.",
    ),
    "audit-file": Label("politique à lire", "policy to read"),
    "audit-as-one": Label("lire les fichiers comme une seule politique", "read the files as one policy"),
    "out": Label("SORTIE", "OUT"),
    "audit-text": Label(
        "fichier où écrire le texte tel qu'il a été lu; les positions du JSON y renvoient",
        "file in which to write the text as it was read, to which the positions of the JSON refer",
    ),
    "init-from": Label(
        "reprendre les passages d'une politique existante, tels que « audit --json » les donne",
        "take over the passages of an existing policy, as “audit --json” gives them",
    ),
}
