"""What the commands say, in French and in English."""

from clausier.document.vocabulary import Label

MESSAGES: dict[str, Label] = {
    # What stops a command
    "usage": Label("{message}. Voyez « {command} --help ».", "{message}. See “{command} --help”."),
    "unknown-command": Label(
        "La commande « {name} » n'existe pas. Voici celles qui existent : {names}.",
        "There is no command “{name}”. These exist: {names}.",
    ),
    "unknown-command-meant": Label(
        "La commande « {name} » n'existe pas. Vouliez-vous dire « {meant} »?",
        "There is no command “{name}”. Did you mean “{meant}”?",
    ),
    "launcher-test": Label(
        "Les tests se lancent depuis une copie du dépôt, avec « ./clausier test ».",
        "The tests are run from a copy of the repository, with “./clausier test”.",
    ),
    "no-such-file": Label(
        "{path} : ce fichier ou ce dossier n'existe pas.", "{path}: there is no such file or folder."
    ),
    "not-permitted": Label("{path} : vous n'avez pas la permission.", "{path}: you do not have permission."),
    "is-a-folder": Label(
        "{path} : c'est un dossier; on attend un fichier.", "{path}: this is a folder; a file is expected."
    ),
    "not-a-directory": Label("{path} : ce chemin passe par un fichier.", "{path}: this path goes through a file."),
    "disk-full": Label("{path} : il n'y a plus de place sur le disque.", "{path}: the disk is full."),
    "read-only": Label("{path} : on ne peut pas écrire sur ce disque.", "{path}: this disk cannot be written to."),
    "name-too-long": Label("{path} : le nom est trop long.", "{path}: the name is too long."),
    "io-error": Label("{path} : la lecture ou l'écriture a échoué.", "{path}: reading or writing has failed."),
    "bug": Label(
        "Le programme a rencontré une erreur qu'il ne prévoyait pas ({kind}); votre texte n'y est pour rien. "
        "Relancez avec {variable}=1 pour voir le détail, retirez-en tout renseignement personnel, "
        "puis signalez l'erreur à l'équipe de Clausier.",
        "The program met an error that it did not foresee ({kind}); your text is not to blame. "
        "Run it again with {variable}=1 to see the details, take out any personal information, "
        "then report the error to the Clausier team.",
    ),
    "does-not-read": Label(
        "La politique ne se lit pas ({errors}). {place} : {message} {mend}",
        "The policy does not read ({errors}). {place}: {message} {mend}",
    ),
    "nothing-to-read": Label("{place} : {message} {mend}", "{place}: {message} {mend}"),
    # Counts
    "errors-one": Label("{n} erreur", "{n} error"),
    "errors-many": Label("{n} erreurs", "{n} errors"),
    "warnings-one": Label("{n} avertissement", "{n} warning"),
    "warnings-many": Label("{n} avertissements", "{n} warnings"),
    "clauses-one": Label("{n} clause", "{n} clause"),
    "clauses-many": Label("{n} clauses", "{n} clauses"),
    "rules-one": Label("{n} règle", "{n} rule"),
    "rules-many": Label("{n} règles", "{n} rules"),
    "examples-one": Label("{n} exemple", "{n} example"),
    "examples-many": Label("{n} exemples", "{n} examples"),
    # validate
    "error": Label("erreur", "error"),
    "warning": Label("avertissement", "warning"),
    "problem-line": Label("{place} : {level} : {message}", "{place}: {level}: {message}"),
    "some-problems": Label(
        "{errors} et {warnings} ({clauses}, {rules}, {examples})",
        "{errors} and {warnings} ({clauses}, {rules}, {examples})",
    ),
    "all-well": Label(
        "Rien à redire : {clauses}, {rules}, {examples}. Tout se tient.",
        "Nothing to fix: {clauses}, {rules}, {examples}. It all holds together.",
    ),
    # What check is asked
    "no-policy": Label(
        "Il n'y a pas de policy.yaml ici : dites où est la politique, avec --policy DOSSIER.",
        "There is no policy.yaml here: say where the policy is, with --policy FOLDER.",
    ),
    "no-text": Label(
        "Donnez le message à vérifier : --text 'Votre message', un fichier, ou l'entrée standard.",
        "Give the message to check: --text 'Your message', a file, or standard input.",
    ),
    "text-and-file": Label("Donnez --text ou un fichier, pas les deux.", "Give --text or a file, not both."),
    "text-and-jsonl": Label(
        "Avec --jsonl, chaque ligne porte son texte : --text n'y a pas de place.",
        "With --jsonl, each line carries its text: --text has no place there.",
    ),
    "json-and-sarif": Label(
        "--json et --jsonl répondent en JSON : --sarif n'y a pas de place.",
        "--json and --jsonl answer in JSON: --sarif has no place there.",
    ),
    "too-large": Label(
        "{path} pèse plus de {limit} Mo. Donnez un message à la fois, ou un message par ligne avec --jsonl.",
        "{path} is over {limit} MB. Give one message at a time, or one message a line with --jsonl.",
    ),
    "not-utf-8": Label(
        "{path} n'est pas en UTF-8 (octet {byte}). Enregistrez-le en UTF-8, puis recommencez.",
        "{path} is not in UTF-8 (byte {byte}). Save it as UTF-8, then try again.",
    ),
    "bad-interest": Label(
        "« {value} » n'est pas un intérêt comme « party:Équipe Alarie:la mairesse ». Genres : {kinds}.",
        "“{value}” is not an interest such as “party:Team Alarie:the mayor”. Kinds: {kinds}.",
    ),
    "cannot-check": Label("La vérification n'a pas pu se faire. {message}", "The check could not be made. {message}"),
    "line-too-long": Label("La ligne pèse plus de {limit} Mo.", "The line is over {limit} MB."),
    "line-not-utf-8": Label("La ligne n'est pas en UTF-8 (octet {byte}).", "The line is not in UTF-8 (byte {byte})."),
    "line-not-json": Label("La ligne n'est pas du JSON (colonne {column}).", "The line is not JSON (column {column})."),
    "line-not-plain-json": Label(
        "La ligne contient un nombre ou un emboîtement que le JSON ne prévoit pas.",
        "The line holds a number or a nesting that JSON does not foresee.",
    ),
    # A verdict
    "verdict-allow": Label("Rien à signaler", "Nothing against it"),
    "verdict-advise": Label("Un conseil avant de publier", "A word of advice before you post"),
    "verdict-disclose": Label("Ajoutez une phrase", "Add a sentence"),
    "verdict-justify": Label("Dites pourquoi", "Say why"),
    "verdict-review": Label("Demandez une relecture", "Ask for a review"),
    "verdict-block": Label("Ne publiez pas ce message tel quel", "Do not post this as it is"),
    "verdict-publish": Label("Le message paraît", "The message appears"),
    "verdict-hold": Label("Le message attend un regard humain", "The message waits for a human look"),
    "verdict-hide": Label(
        "Le message est masqué jusqu'à ce qu'une personne le regarde",
        "The message is hidden until a person looks at it",
    ),
    "draft": Label("projet", "draft"),
    "free": Label(
        "Ce n'est pas une autorisation; vous restez libre et responsable.",
        "This is not an authorization; you remain free and responsible.",
    ),
    "words-found": Label("On a trouvé : {words}", "Found: {words}"),
    "law": Label("Selon : {citations}", "Under: {citations}"),
    "fix": Label("→ {label} : {text}", "→ {label}: {text}"),
    "route": Label("À transmettre : {name}", "To pass on: {name}"),
    "notify": Label("À prévenir : {names}", "To tell: {names}"),
    "unknown": Label(
        "La réponse serait plus sûre en sachant : {names}.", "The answer would be more certain knowing: {names}."
    ),
    "missing-extra": Label("Personne n'a cherché : {names}.", "Nothing looked for: {names}."),
    "missing-failed": Label("La recherche a échoué pour : {names}.", "The search failed for: {names}."),
    "missing-not-read": Label("Le programme ne lit pas : {names}.", "The program does not read: {names}."),
    "image": Label("les images", "images"),
    "video": Label("les vidéos", "videos"),
    "audio": Label("les enregistrements", "recordings"),
    "document": Label("les documents", "documents"),
    # Circumstances that may be unknown
    "relation": Label("le lien de l'auteur (--as)", "the author's tie (--as)"),
    "audience": Label("les groupes de l'auteur (--audience)", "the author's audiences (--audience)"),
    "channel": Label("le réseau (--channel)", "the channel (--channel)"),
    "account_kind": Label("le genre de compte (--account)", "the kind of account (--account)"),
    "time": Label("l'heure (--at)", "the time (--at)"),
    "period": Label("la date (--at)", "the date (--at)"),
    "reply": Label("si c'est une réponse (--reply)", "whether it is a reply (--reply)"),
    "has": Label("ce qui accompagne le texte (--media)", "what goes with the text (--media)"),
    "history": Label("les décisions passées", "past decisions"),
    "unknown-value": Label(
        "« {value} » n'est pas connu ({option}). Essayez : {meant}.", "“{value}” is not known ({option}). Try: {meant}."
    ),
    # init
    "not-empty": Label(
        "{path} n'est pas un dossier vide : rien n'a été écrit. Donnez un dossier neuf.",
        "{path} is not an empty folder: nothing was written. Give a new folder.",
    ),
    "overlay-clash": Label(
        "Le complément « {overlay} » apporte « {name} », qui est déjà là sous ce nom : rien n'a été écrit. "
        "Retirez ce complément, ou ne le donnez qu'une fois.",
        "The overlay “{overlay}” brings “{name}”, which is already there under that name: nothing was written. "
        "Leave this overlay out, or give it only once.",
    ),
    "bad-name": Label(
        "Un nom tient sur une ligne et compte de 1 à {limit} caractères.",
        "A name stands on one line and has 1 to {limit} characters.",
    ),
    "no-answer": Label("Sans réponse, rien n'a été écrit.", "Without an answer, nothing was written."),
    "ask-name": Label("Comment s'appelle votre organisation?", "What is your organization called?"),
    "ask-languages": Label(
        "Dans quelles langues, la principale d'abord? ({names})", "In which languages, the main one first? ({names})"
    ),
    "ask-english": Label(
        "Votre organisme est-il reconnu en vertu de l'article 29.1 de la Charte de la langue française, ou tenu de "
        "servir en anglais? (oui ou non; sans réponse, non)",
        "Is your body recognized under section 29.1 of the Charter of the French language, or bound to serve in "
        "English? (yes or no; without an answer, no)",
    ),
    "made": Label(
        "{path} contient maintenant votre politique : {clauses} ({languages}).",
        "{path} now holds your policy: {clauses} ({languages}).",
    ),
    "next": Label("Et maintenant :", "What now:"),
    "next-facts": Label(
        "1. Dites ce qui est vrai chez vous : ouvrez {path}/facts.yaml.",
        "1. Say what is true of you: open {path}/facts.yaml.",
    ),
    "next-validate": Label("2. Vérifiez : {clausier} validate {path}", "2. Validate: {clausier} validate {path}"),
    "next-check": Label(
        "3. Essayez : {clausier} check --policy {path} --as employee --text 'Venez à notre fête!'",
        "3. Try: {clausier} check --policy {path} --as employee --text 'Come to our party!'",
    ),
    "next-render": Label(
        "4. Lisez : {clausier} render {path} --to html --lang {language} -o politique.html",
        "4. Read: {clausier} render {path} --to html --lang {language} -o policy.html",
    ),
    "facts-comment": Label(
        "Ce qui est vrai cette semaine. Remplacez tout ce qui n'est pas de chez vous.",
        "What is true this week. Replace all that is not yours.",
    ),
    # render
    "rehearse-compared": Label(
        "{messages} messages rejoués : plus sévère pour {stricter}, moins sévère pour {milder}. Rien n'a été conservé.",
        "{messages} messages replayed: stricter for {stricter}, milder for {milder}. Nothing was kept.",
    ),
    "rehearse-alone": Label(
        "{messages} messages rejoués. Rien n'a été conservé.", "{messages} messages replayed. Nothing was kept."
    ),
    "rehearse-clause": Label(
        "messages jugés autrement : {changed} (la clause parlait de {before}, elle parle de {after})",
        "messages judged otherwise: {changed} (the clause spoke of {before}, it speaks of {after})",
    ),
    "rehearse-clause-alone": Label("messages dont parle la clause : {after}", "messages the clause speaks of: {after}"),
    "rehearse-line": Label("ligne {line}", "line {line}"),
    "rehearse-nothing": Label("rien", "nothing"),
    "rows-of-what": Label(
        "{path} : les messages viennent d'un fichier {kinds}.", "{path}: messages come from a file in {kinds}."
    ),
    "rows-no-parquet": Label(
        "Pour lire un fichier .parquet, installez l'extra : pip install 'clausier[parquet]'. Ou prenez .jsonl ou .csv.",
        "To read a .parquet file, install the extra: pip install 'clausier[parquet]'. Or use .jsonl or .csv.",
    ),
    "rows-not-parquet": Label("{path} n'est pas un fichier Parquet.", "{path} is not a Parquet file."),
    "format-needs-file": Label(
        "Le format {format} n'est pas du texte : nommez le fichier avec -o, par exemple -o politique.{format}.",
        "The format {format} is not text: name the file with -o, for example -o policy.{format}.",
    ),
    "pdf-refused": Label(
        "Le PDF ne peut pas être composé : {reason}. Le format docx ou html montre tous les caractères.",
        "The PDF cannot be set: {reason}. The format docx or html shows every character.",
    ),
    "not-a-language-of-it": Label(
        "La politique n'est pas en « {language} ». Ses langues : {languages}.",
        "The policy is not in “{language}”. Its languages: {languages}.",
    ),
    # The installation
    "database-url": Label("{message} : ce genre de base de données n'est pas connu.", "{message}: no such database."),
    "no-database": Label(
        "La base de données ne répond pas, ou n'a pas encore ses tables ({kind}).",
        "The database does not answer, or does not have its tables yet ({kind}).",
    ),
    # ledger
    "not-a-ledger": Label("{path} : ce n'est pas un registre exporté.", "{path}: this is not an exported ledger."),
    "not-a-checkpoint": Label("{path} : il n'y a pas de point de contrôle.", "{path}: there is no checkpoint in it."),
    "entries-one": Label("{n} entrée", "{n} entry"),
    "entries-many": Label("{n} entrées", "{n} entries"),
    "ledger-holds": Label(
        "Le registre tient : {entries}, dont {erased} aux détails effacés; points de contrôle conformes : {points}.",
        "The ledger holds: {entries}, of which {erased} with erased details; checkpoints that agree: {points}.",
    ),
    "ledger-broken": Label("Le registre ne tient pas.", "The ledger does not hold."),
    "ledger-others": Label("Autres problèmes trouvés : {n}.", "Other problems found: {n}."),
    "ledger-no-details": Label(
        "Ce fichier ne contient pas ce que disent les entrées : cela n'a pas été vérifié.",
        "This file does not hold what the entries say: that was not verified.",
    ),
    "ledger-last": Label("Dernière entrée : {seq}, {hash}", "Last entry: {seq}, {hash}"),
    "proof-holds": Label(
        "La preuve tient : {person} a répondu « {word} » sur la version {version}, lue en « {language} », le {at}.",
        "The proof holds: {person} answered “{word}” on version {version}, read in “{language}”, at {at}.",
    ),
    "proof-declined": Label("La réponse est : je ne suis pas d'accord.", "The answer is: I do not agree."),
    "proof-broken": Label("La preuve ne tient pas.", "The proof does not hold."),
    "proof-by-hand": Label(
        "Réponse sur papier du {day}, par la main de {hand}.", "Answer on paper of {day}, by hand of {hand}."
    ),
    "ledger-public-key": Label("Clé publique : {key}", "Public key: {key}"),
    "ledger-limits": Label(
        "Sans point de contrôle gardé ailleurs, on ne peut voir ni un registre entier remplacé par une copie plus "
        "ancienne, ni un registre refait par quelqu'un qui tient la clé : comparez avec --checkpoint.",
        "Without a checkpoint that was kept elsewhere, nobody can see a whole ledger replaced by an older copy, nor "
        "one written anew by somebody who holds the key: compare with --checkpoint.",
    ),
    "ledger-own-key": Label(
        "La clé publique est celle que le fichier donne : comparez-la, ou donnez-la avec --key.",
        "The public key is the one that the file gives: compare it, or give it with --key.",
    ),
    # export and restore
    "ledger-written": Label("{path} : {entries}.", "{path}: {entries}."),
    "backup-written": Label(
        "{path} : copie faite. Gardez la phrase de passe ailleurs : sans elle, la copie ne sert à rien.",
        "{path}: backup made. Keep the passphrase elsewhere: without it, the backup is worth nothing.",
    ),
    "no-passphrase": Label(
        "Donnez la phrase de passe dans CLAUSIER_BACKUP_PASSPHRASE, ou lancez la commande dans un terminal.",
        "Give the passphrase in CLAUSIER_BACKUP_PASSPHRASE, or run the command in a terminal.",
    ),
    "short-passphrase": Label(
        "La phrase de passe a besoin d'au moins {n} caractères.", "The passphrase needs at least {n} characters."
    ),
    "passphrases-differ": Label("Les deux phrases de passe diffèrent.", "The two passphrases differ."),
    "ask-passphrase": Label("Phrase de passe de la copie :", "Passphrase of the backup:"),
    "ask-passphrase-again": Label("La même, encore :", "The same, again:"),
    "backup-unreadable": Label("{path} : ce n'est pas une copie de sûreté.", "{path}: this is not a backup."),
    "backup-newer": Label(
        "{path} : cette copie vient de la version {version}; celle-ci est la {ours}. Mettez Clausier à jour d'abord.",
        "{path}: this backup comes from version {version}; this one is {ours}. Update Clausier first.",
    ),
    "backup-damaged": Label(
        "{path} : la copie est endommagée ({part}). Rien n'a été changé.",
        "{path}: the backup is damaged ({part}). Nothing was changed.",
    ),
    "backup-other-database": Label(
        "{path} : cette copie vient de {theirs}; cette installation est réglée sur {ours}. Voyez DATABASE_URL.",
        "{path}: this backup comes from {theirs}; this installation is set for {ours}. See DATABASE_URL.",
    ),
    "database-not-empty": Label(
        "La base de données contient déjà un registre : donnez-en une vide dans DATABASE_URL.",
        "The database already holds a ledger: give an empty one in DATABASE_URL.",
    ),
    "wrong-passphrase": Label(
        "{path} : la phrase de passe n'ouvre pas les clés. Rien n'a été changé.",
        "{path}: the passphrase does not open the keys. Nothing was changed.",
    ),
    "home-not-empty": Label(
        "{path} n'est pas vide. Avec --replace, la copie prend sa place et l'ancien dossier est gardé à côté.",
        "{path} is not empty. With --replace, the backup takes its place and the former folder is kept beside it.",
    ),
    "restored": Label("La copie du {made} est en place dans {path}.", "The backup of {made} is in place in {path}."),
    "kept-old": Label("L'ancien dossier est dans {path}.", "The former folder is in {path}."),
    "restored-asleep": Label(
        "Elle est endormie : rien n'en sort. Pour la réveiller, supprimez {path}.",
        "It is asleep: nothing leaves it. To wake it, delete {path}.",
    ),
}
