"""What ``--help`` says of the program, of each command and of each option, and what argparse says of its own."""

from clausier.document.vocabulary import Label

HELP: dict[str, Label] = {
    "program": Label(
        "La politique est le programme : chaque clause est une phrase que l'on lit, et que le logiciel exécute.",
        "The policy is the program: each clause is a sentence that people read, and that the software runs.",
    ),
    "begin": Label(
        "Pour commencer :\n"
        "  {clausier} demo                      une visite guidée, en quelques secondes\n"
        "  {clausier} init ma-politique         une politique complète, à votre nom\n"
        "  {clausier} check --policy ma-politique --text 'Quel beau budget!'\n"
        "\n"
        "Depuis une copie du dépôt, « ./clausier test » lance les tests du programme.",
        "To begin:\n"
        "  {clausier} demo                      a guided tour, in a few seconds\n"
        "  {clausier} init my-policy            a complete policy, in your name\n"
        "  {clausier} check --policy my-policy --text 'What a great budget!'\n"
        "\n"
        "From a copy of the repository, “./clausier test” runs the tests of the program.",
    ),
    "commands": Label("Commandes", "Commands"),
    "overview": Label("Utilisation : {clausier} {{{names}}} …", "Usage: {clausier} {{{names}}} …"),
    "options": Label("Options", "Other options"),
    # Shared
    "help": Label("afficher cette aide", "show this help"),
    "version": Label("afficher le numéro de version", "show the version number"),
    "folder": Label("DOSSIER", "FOLDER"),
    "file": Label("FICHIER", "FILE"),
    "policy-folder": Label(
        "dossier de la politique, ou archive zip de ce dossier", "folder of the policy, or a zip of it"
    ),
    "json": Label("répondre en JSON", "answer in JSON"),
    "sarif": Label(
        "répondre en SARIF 2.1.0, pour les outils qui suivent des problèmes",
        "answer in SARIF 2.1.0, for tools that track problems",
    ),
    # init
    "init": Label("commencer une politique", "start a policy"),
    "init-usage": Label(
        "{clausier} init DOSSIER [--template MODÈLE] [--with COMPLÉMENT] [--interview [RÉPONSES]] [--from AUDIT.json] "
        "[--name NOM] [--languages LANGUES]",
        "{clausier} init FOLDER [--template TEMPLATE] [--with OVERLAY] [--interview [ANSWERS]] [--from AUDIT.json] "
        "[--name NAME] [--languages LANGUAGES]",
    ),
    "init-more": Label(
        "Écrit un dossier complet, qui se suffit : la politique d'un modèle, au nom de votre organisation. "
        "Le dossier doit être vide ou ne pas exister encore.",
        "Writes a complete folder that stands alone: the policy of a template, in your organization's name. "
        "The folder must be empty, or not be there yet.",
    ),
    "init-folder": Label("dossier à écrire", "folder to write"),
    "template": Label("MODÈLE", "TEMPLATE"),
    "init-template": Label(
        "modèle de départ : {names} (par défaut {default}, et {other} pour une politique sans français)",
        "template: {names} ({default} if not given, and {other} for a policy without French)",
    ),
    "overlay": Label("COMPLÉMENT", "OVERLAY"),
    "init-with": Label(
        "ce qui s'ajoute au modèle : {names}; l'option se répète",
        "what is laid on the template: {names}; the option may be repeated",
    ),
    "name": Label("NOM", "NAME"),
    "init-name": Label(
        "nom de l'organisation, comme « Ville de Val-Bleu »", "name of the organization, such as “City of Val-Bleu”"
    ),
    "languages": Label("LANGUES", "LANGUAGES"),
    "init-languages": Label(
        "langues de la politique, la principale d'abord : fr, en, ou fr,en (sinon, celles que le modèle propose)",
        "languages of the policy, the main one first: fr, en, or fr,en (if not given, those the template proposes)",
    ),
    # validate
    "validate": Label("vérifier une politique", "validate a policy"),
    "validate-usage": Label(
        "{clausier} validate DOSSIER [--json | --sarif]", "{clausier} validate FOLDER [--json | --sarif]"
    ),
    "validate-more": Label(
        "Dit chaque problème avec son fichier, sa ligne, sa colonne et une suggestion, et joue tous les exemples. "
        "Une erreur donne le code de sortie 1; des avertissements seuls, 0.",
        "Tells each problem with its file, line, column and a suggestion, and runs every example. "
        "An error gives exit status 1; warnings alone give 0.",
    ),
    # check
    "check": Label("« Puis-je publier ceci? »", "“May I post this?”"),
    "check-usage": Label(
        "{clausier} check [FICHIER | -] --policy DOSSIER [options]",
        "{clausier} check [FILE | -] --policy FOLDER [options]",
    ),
    "check-more": Label(
        "Juge un message par les règles de la politique. Ce qui est vérifié n'est écrit nulle part. Le code de sortie "
        "est 0 quand rien ne s'oppose au message, ou qu'un conseil suffit; 1 quand une clause en demande plus; 2 quand "
        "la vérification n'a pas pu se faire.",
        "Judges a message by the rules of the policy. What is checked is written nowhere. The exit status is 0 when "
        "nothing stands against the message, or advice is enough; 1 when a clause asks for more; 2 when the check "
        "could not be made.",
    ),
    "group-message": Label("Le message", "The message"),
    "group-author": Label("Qui l'écrit", "Who writes it"),
    "group-context": Label("Où et quand", "Where and when"),
    "group-answer": Label("La réponse", "The answer"),
    "check-file": Label(
        "fichier du message; « - » ou rien : l'entrée standard", "file of the message; “-” or nothing: standard input"
    ),
    "check-policy": Label(
        "dossier de la politique (sinon, le dossier courant)", "folder of the policy (if not given, the current folder)"
    ),
    "text": Label("TEXTE", "TEXT"),
    "check-text": Label("le message lui-même, sur la ligne de commande", "the message itself, on the command line"),
    "relation": Label("LIEN", "RELATION"),
    "check-as": Label(
        "lien de l'auteur avec l'organisation : {names}", "the author's tie to the organization: {names}"
    ),
    "audience": Label("GROUPE", "AUDIENCE"),
    "check-audience": Label(
        "groupe dont l'auteur fait partie, comme account-holders (peut se répéter)",
        "audience that the author is in, such as account-holders (may be repeated)",
    ),
    "handle": Label("@NOM", "@NAME"),
    "check-handle": Label("identifiant de l'auteur", "the author's handle"),
    "check-name": Label("nom de l'auteur", "the author's name"),
    "interest": Label("GENRE:NOM[:SUJET;SUJET]", "KIND:NAME[:TOPIC;TOPIC]"),
    "check-interest": Label(
        "intérêt déclaré et sujets qu'il touche, comme « party:Équipe Alarie:la mairesse » (peut se répéter); "
        "genres : {names}",
        "declared interest and the topics that it touches, such as “party:Team Alarie:the mayor” (may be repeated); "
        "kinds: {names}",
    ),
    "account": Label("COMPTE", "ACCOUNT"),
    "check-account": Label("compte qui publie : {names}", "account that publishes: {names}"),
    "channel": Label("RÉSEAU", "CHANNEL"),
    "check-channel": Label("réseau, comme {names}", "channel, such as {names}"),
    "moment": Label("MOMENT", "MOMENT"),
    "check-at": Label(
        "moment du message, comme 2026-11-23T09:00:00-05:00 (sinon, maintenant)",
        "moment of the message, such as 2026-11-23T09:00:00-05:00 (if not given, now)",
    ),
    "direction": Label("SENS", "DIRECTION"),
    "check-direction": Label("sens du message : {names}", "direction of the message: {names}"),
    "lang": Label("LANGUE", "LANGUAGE"),
    "check-lang": Label(
        "langue du message, si vous la connaissez : fr ou en", "language of the message, if known: fr or en"
    ),
    "check-reply": Label("le message répond à un autre", "the message answers another one"),
    "media": Label("GENRE", "KIND"),
    "check-media": Label(
        "ce qui accompagne le texte : {names}, ou {none} s'il va seul (peut se répéter; rien de cela n'est lu)",
        "what goes with the text: {names}, or {none} if it goes alone (may be repeated; none of it is read)",
    ),
    "check-no-heads": Label(
        "se passer des têtes apprises, qui mettent une seconde à charger",
        "do without the learned heads, which take a second to load",
    ),
    "check-jsonl": Label(
        "lire un message JSON par ligne et répondre par un verdict par ligne, dans le même ordre; "
        "les autres options valent pour les lignes qui n'en disent rien",
        "read one JSON message a line and answer with one verdict a line, in the same order; "
        "the other options hold for the lines that say nothing of them",
    ),
    # diff
    "diff": Label("comparer deux versions", "compare two versions"),
    "diff-usage": Label("{clausier} diff AVANT APRÈS [--json]", "{clausier} diff BEFORE AFTER [--json]"),
    "diff-more": Label(
        "Dit, clause par clause, ce qui change d'une politique à l'autre, et si le changement est majeur ou mineur.",
        "Tells, clause by clause, what changes from one policy to the other, and whether the change is major or minor.",
    ),
    "diff-old": Label("politique de départ", "policy to start from"),
    "diff-new": Label("politique d'arrivée", "policy to compare with it"),
    "old": Label("AVANT", "BEFORE"),
    "new": Label("APRÈS", "AFTER"),
    # rehearse
    "rehearse": Label("faire un essai à blanc", "rehearse a policy on past messages"),
    "rehearse-usage": Label(
        "{clausier} rehearse --policy DOSSIER [--against DOSSIER] MESSAGES [--json]",
        "{clausier} rehearse --policy FOLDER [--against FOLDER] MESSAGES [--json]",
    ),
    "rehearse-more": Label(
        "Rejoue des messages passés : ce que la politique en aurait dit, et ce qui changerait avec elle. "
        "Rien n'est conservé.",
        "Replays past messages: what the policy would have said of them, and what would change with it. "
        "Nothing is kept.",
    ),
    "messages": Label("MESSAGES", "MESSAGES"),
    "rehearse-file": Label(
        "les messages : .jsonl (un par ligne), .csv ou .parquet", "the messages: .jsonl (one a line), .csv or .parquet"
    ),
    "rehearse-policy": Label("politique à essayer", "policy to rehearse"),
    "rehearse-against": Label(
        "politique à comparer, par exemple celle en vigueur", "policy to compare with, such as the one in force"
    ),
    "rehearse-direction": Label(
        "sens des messages qui ne le disent pas : {names}", "way of the messages that do not tell theirs: {names}"
    ),
    # render
    "render": Label("mettre en page", "make a page of a policy"),
    "render-usage": Label(
        "{clausier} render DOSSIER --to FORMAT [--lang LANGUE] [-o FICHIER]",
        "{clausier} render FOLDER --to FORMAT [--lang LANGUAGE] [-o FILE]",
    ),
    "render-more": Label(
        "Écrit toute la politique dans une de ses langues, en une page qui se suffit.",
        "Writes the whole policy in one of its languages, as one page that stands alone.",
    ),
    "format": Label("FORMAT", "FORMAT"),
    "render-to": Label("format de la page : {names}", "format of the page: {names}"),
    "render-lang": Label(
        "langue de la page (sinon, la première de la politique)",
        "language of the page (if not given, the first of the policy)",
    ),
    "render-output": Label(
        "fichier à écrire; « - » ou rien : la sortie standard", "file to write; “-” or nothing: standard output"
    ),
    # ledger
    "ledger": Label("vérifier le registre des actes", "verify the ledger"),
    "ledger-usage": Label(
        "{clausier} ledger verify [FICHIER] [--checkpoint FICHIER] [--key CLÉ] [--json]",
        "{clausier} ledger verify [FILE] [--checkpoint FILE] [--key KEY] [--json]",
    ),
    "ledger-more": Label(
        "Vérifie chaque entrée du registre des actes, sa tête signée et ses points de contrôle, et nomme la première "
        "qui ne tient pas. Un registre exporté se vérifie sans la base de données ni les clés.",
        "Verifies each entry of the ledger, its signed head and its checkpoints, and names the first that does not "
        "hold. An exported ledger is verified without the database or the keys.",
    ),
    "act": Label("ACTE", "ACT"),
    "ledger-act": Label("ce qu'il faut faire : {names}", "what to do: {names}"),
    "ledger-file": Label(
        "registre exporté (sinon, celui de cette installation)", "exported ledger (if not given, that of this home)"
    ),
    "ledger-checkpoint": Label(
        "point de contrôle gardé ailleurs, fichier ou courriel; peut être répété",
        "checkpoint that was kept elsewhere, file or e-mail; may be repeated",
    ),
    "key": Label("CLÉ", "KEY"),
    "ledger-key": Label(
        "clé publique attendue, telle que la page du registre la montre",
        "public key that is expected, as the page of the ledger shows it",
    ),
    # export
    "export": Label("exporter une copie, le registre, la politique", "export a backup, the ledger, the policy"),
    "export-usage": Label(
        "{clausier} export {{backup,ledger,policy,site}} FICHIER",
        "{clausier} export {{backup,ledger,policy,site}} FILE",
    ),
    "export-more": Label(
        "« backup » écrit toute l'installation dans un fichier : la base de données, les fichiers, et les clés sous "
        "une phrase de passe, demandée ou prise dans CLAUSIER_BACKUP_PASSPHRASE. « ledger » écrit le registre des "
        "actes, qu'un tiers peut vérifier; « policy », un zip de la politique en vigueur, sans les listes protégées; "
        "« site », les pages publiques dans un dossier, pour un hébergeur sans Python.",
        "“backup” writes the whole installation into one file: the database, the files, and the keys under a "
        "passphrase, which is asked for or taken from CLAUSIER_BACKUP_PASSPHRASE. “ledger” writes the ledger, which a "
        "third party can verify; “policy”, a zip of the policy in force, without the protected lists; “site”, the "
        "public pages in a folder, for a web host without Python.",
    ),
    "what": Label("QUOI", "WHAT"),
    "export-what": Label("ce qu'il faut exporter : {names}", "what to export: {names}"),
    "export-file": Label("fichier à écrire, ou dossier pour « site »", "file to write, or folder for “site”"),
    "url": Label("ADRESSE", "ADDRESS"),
    "export-url": Label(
        "adresse où le site sera déposé : son plan et son fil la donnent",
        "address where the site will be put: its map and its feed give it",
    ),
    "export-without-details": Label(
        "registre sans ce que disent les entrées : qui, quand et quel acte",
        "ledger without what the entries say: who, when and which act",
    ),
    # restore
    "restore": Label("remettre une copie de sûreté", "restore a backup"),
    "restore-usage": Label(
        "{clausier} restore FICHIER [--replace] [--live]", "{clausier} restore FILE [--replace] [--live]"
    ),
    "restore-more": Label(
        "Remet une copie de sûreté en place, puis vérifie son registre. La copie est endormie : rien n'en sort, ni "
        "courriel ni publication, tant que le fichier « asleep » est dans son dossier.",
        "Puts a backup in place, then verifies its ledger. The copy is asleep: nothing leaves it, neither e-mail nor "
        "publication, as long as the file “asleep” is in its folder.",
    ),
    "restore-file": Label("copie de sûreté", "backup"),
    "restore-replace": Label(
        "prendre la place de ce qui est là; l'ancien dossier est gardé à côté",
        "take the place of what is there; the former folder is kept beside it",
    ),
    "restore-live": Label(
        "ne pas endormir la copie : elle remplace l'originale, qui ne sert plus",
        "do not put the copy to sleep: it replaces the original, which no longer serves",
    ),
}

# What argparse says by itself, by the words that it looks up; the places to fill are its own.
ARGPARSE: dict[str, Label] = {
    "usage:": Label("Utilisation :", "Usage:"),
    "positional arguments": Label("Arguments, dans l'ordre", "Arguments, in order"),
    "options": Label("Options", "Other options"),
    "argument %(argument_name)s: %(message)s": Label(
        "%(argument_name)s : %(message)s", "%(argument_name)s: %(message)s"
    ),
    "expected one argument": Label("il manque la valeur", "the value is missing"),
    "expected at least one argument": Label("il manque la valeur", "the value is missing"),
    "the following arguments are required: %s": Label("il manque : %s", "missing: %s"),
    "unrecognized arguments: %s": Label("cela n'est pas compris : %s", "this is not understood: %s"),
    "not allowed with argument %s": Label("ne va pas avec %s", "cannot be given with %s"),
    "ignored explicit argument %r": Label(
        "cette option ne prend pas de valeur (%s)", "this option takes no value (%s)"
    ),
    "invalid choice: %(value)r (choose from %(choices)s)": Label(
        "« %(value)s » ne convient pas; choisissez parmi %(choices)s",
        "“%(value)s” is not among the choices: %(choices)s",
    ),
}
