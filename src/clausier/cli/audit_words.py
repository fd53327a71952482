"""What ``clausier audit`` and ``clausier init --from`` say, and what their ``--help`` says."""

from clausier.auditing.extraction.refusal import SENTENCES
from clausier.document.vocabulary import Label

AUDIT_MESSAGES: dict[str, Label] = {
    **{reason.value: label for reason, label in SENTENCES.items()},
    "audit-one-text": Label(
        "--text écrit le texte d'une seule politique : donnez un fichier, ou --as-one.",
        "--text writes the text of one policy: give one file, or --as-one.",
    ),
    # The page
    "audit-head": Label("{path}, {language}", "{path}, which is {language}"),
    "audit-language-fr": Label("en français", "in French"),
    "audit-language-en": Label("en anglais", "in English"),
    "audit-language-mixed": Label("en français et en anglais", "in French and in English"),
    "audit-counts": Label(
        "Des dix éléments : traités, {covered}; en partie, {partial}; absents, {absent}.",
        "Of the ten elements: covered, {covered}; in part, {partial}; not there, {absent}.",
    ),
    "audit-covered": Label("traité", "covered"),
    "audit-partial": Label("en partie", "in part"),
    "audit-absent": Label("absent", "not there"),
    "audit-to-public": Label("pour le public seulement", "for the public only"),
    "audit-quote": Label("« {text} »", "“{text}”"),
    "audit-missing": Label("Ce qui manque", "What is missing"),
    "audit-broad": Label("Ce qui est trop large en droit", "What is too broad in law"),
    "audit-instead": Label("Plutôt : {text}", "Instead: {text}"),
    "audit-grounds": Label("Motifs de retrait : {names}.", "Grounds of removal: {names}."),
    "audit-others": Label("On y parle aussi de : {names}.", "It also speaks of: {names}."),
    "audit-caution": Label(
        "Cette lecture est une aide, pas un avis juridique : relisez ce qu'elle cite.",
        "This reading is a help, not legal advice: read again what it quotes.",
    ),
    "audit-next": Label(
        "Pour en faire une politique : {clausier} audit --json {path} > audit.json, puis "
        "{clausier} init DOSSIER --from audit.json",
        "To make a policy of it: {clausier} audit --json {path} > audit.json, then "
        "{clausier} init FOLDER --from audit.json",
    ),
    # init --from
    "from-not-json": Label(
        "{path} n'est pas du JSON. Faites-le avec « audit --json ».",
        "{path} is not JSON. Make it with “audit --json”.",
    ),
    "from-not-an-audit": Label(
        "{path} n'est pas le JSON d'un audit. Faites-le avec « audit --json ».",
        "{path} is not the JSON of an audit. Make it with “audit --json”.",
    ),
    "from-several": Label(
        "{path} contient plusieurs audits. Recommencez l'audit avec --as-one, ou avec un seul fichier.",
        "{path} holds several audits. Run the audit again with --as-one, or with one file.",
    ),
    "from-too-large": Label("{path} pèse plus de {limit} Mo.", "{path} is over {limit} MB."),
    "taken-over-one": Label(
        "{n} passage de votre politique y est repris.", "{n} passage of your policy is taken over."
    ),
    "taken-over-many": Label(
        "{n} passages de votre politique y sont repris.", "{n} passages of your policy are taken over."
    ),
    "left-out-one": Label(
        "{n} passage trop large est laissé en commentaire, avec une version plus étroite.",
        "{n} passage that is too broad stands in a comment, with a narrower wording.",
    ),
    "left-out-many": Label(
        "{n} passages trop larges sont laissés en commentaire, avec une version plus étroite.",
        "{n} passages that are too broad stand in comments, with a narrower wording.",
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
        "qui est trop large en droit.",
        "Reads a social media policy in Markdown, text, HTML, Word (.docx) or PDF, in French or in English. Tells "
        "which of the ten elements it covers, with the words that show it, what is missing, and what is too broad "
        "in law.",
    ),
    "audit-file": Label("politique à lire", "policy to read"),
    "audit-as-one": Label("lire les fichiers comme une seule politique", "read the files as one policy"),
    "out": Label("SORTIE", "OUT"),
    "audit-text": Label(
        "fichier où écrire le texte lu, que comptent les positions du JSON",
        "file to write the text that was read, in which the JSON counts its places",
    ),
    "init-from": Label(
        "reprendre les passages d'une politique existante, tels que « audit --json » les donne",
        "take over the passages of an existing policy, as “audit --json” gives them",
    ),
}
