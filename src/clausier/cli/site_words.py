"""What the commands of the web side say, and what their ``--help`` says."""

from clausier.document.vocabulary import Label

SITE_MESSAGES: dict[str, Label] = {
    "bad-settings": Label("Les réglages ne conviennent pas : {message}", "The settings do not hold: {message}"),
    "newer-database": Label(
        "Cette base de données a été écrite par une version plus récente de Clausier ({steps}). "
        "Installez cette version, ou restaurez une copie de sûreté.",
        "This database was written by a newer version of Clausier ({steps}). Install that version, or restore a "
        "backup.",
    ),
    "database-put-aside": Label(
        "Une copie de la base de données a été mise de côté : {path}", "A copy of the database was put aside: {path}"
    ),
    "migrated-one": Label("Base de données à jour ({n} étape).", "The database is up to date ({n} step)."),
    "migrated-many": Label("Base de données à jour ({n} étapes).", "The database is up to date ({n} steps)."),
    "worker-works": Label(
        "Le travail en attente se fait. Ctrl-C pour arrêter.", "Doing the work that waits. Ctrl-C to stop."
    ),
    "serve-debug": Label(
        "CLAUSIER_DEBUG est réservé au développement : retirez-le pour servir les pages.",
        "CLAUSIER_DEBUG is for development only: remove it to serve the pages.",
    ),
    "port-taken": Label(
        "Le port {wanted} est pris; Clausier prend le {port}.", "Port {wanted} is taken; Clausier takes {port}."
    ),
    "no-port": Label(
        "Aucun port n'est libre à partir de {wanted}. Choisissez-en un avec --port.",
        "No port is free from {wanted} on. Choose one with --port.",
    ),
    "no-host": Label(
        "Cette machine n'a pas l'adresse {host}. Sans --host, Clausier sert 127.0.0.1.",
        "This machine does not have the address {host}. Without --host, Clausier serves 127.0.0.1.",
    ),
    "serving": Label("Clausier est à {url}", "Clausier is at {url}"),
    "serving-public": Label(
        "Dans les courriels et les avis, son adresse est {url}", "In e-mails and notices, its address is {url}"
    ),
    "serving-empty": Label(
        "Il reste à mettre l'organisation en route. Ouvrez cette page, qui demande qui vous êtes : {url}",
        "The organization is still to be set up. Open this page, which asks who you are: {url}",
    ),
    "serving-stop": Label("Ctrl-C pour arrêter.", "Ctrl-C to stop."),
    # doctor
    "doctor-home": Label(
        "Données : {path}, les clés n'y sont lisibles que par vous", "Data: {path}, whose keys only you can read"
    ),
    "doctor-keys-open": Label(
        "D'autres que vous peuvent lire ces clés : {names}. Lancez : chmod 600 {path}/keys/*",
        "Others than you can read these keys: {names}. Run: chmod 600 {path}/keys/*",
    ),
    "doctor-network-disk": Label(
        "{path} est sur un disque réseau ({kind}), où SQLite perd des données. Choisissez un disque de cette machine, "
        "ou PostgreSQL avec DATABASE_URL.",
        "{path} is on a network disk ({kind}), where SQLite loses data. Choose a disk of this machine, or PostgreSQL "
        "with DATABASE_URL.",
    ),
    "doctor-tables": Label(
        "La base de données attend {n} étapes de mise à jour. Lancez : {clausier} migrate",
        "The database waits for {n} steps of update. Run: {clausier} migrate",
    ),
    "doctor-database": Label("Base de données à jour ({kind})", "Database up to date ({kind})"),
    "doctor-empty": Label(
        "Aucune organisation encore. Lancez : {clausier} serve, puis ouvrez la page qu'il indique",
        "No organization yet. Run: {clausier} serve, then open the page that it shows",
    ),
    "doctor-organization": Label("Organisation : {name}", "Organization: {name}"),
    "doctor-no-policy": Label("Aucune politique n'est en vigueur", "No policy is in force"),
    "doctor-policy": Label("Politique en vigueur : version {version}", "Policy in force: version {version}"),
    "doctor-ledger": Label("Registre des actes vérifié : {n} actes", "Ledger verified: {n} entries"),
    "doctor-ledger-broken": Label(
        "Le registre des actes est brisé. Lancez : {clausier} ledger verify",
        "The ledger is broken. Run: {clausier} ledger verify",
    ),
    "doctor-worker": Label("Le travail en attente se fait", "The work that waits is being done"),
    "doctor-no-worker": Label(
        "Rien ne fait le travail en attente. Lancez : {clausier} serve, ou {clausier} worker",
        "Nothing does the work that waits. Run: {clausier} serve, or {clausier} worker",
    ),
    "doctor-head": Label(
        "Poids illisibles ou d'une autre version : {path}; ceux d'origine jugent à leur place. Supprimez ce fichier,"
        " puis relancez clausier train.",
        "Weights that do not read, or of another version: {path}; the shipped ones judge in their place. Delete this"
        " file, then run clausier train again.",
    ),
    # train
    "no-heads": Label(
        "Les têtes apprises ne sont pas installées. Tapez : pip install 'clausier[ml]'",
        "The learned heads are not installed. Type: pip install 'clausier[ml]'",
    ),
    "train-too-few": Label(
        "Pour apprendre, il faut au moins {least} exemples de chaque sorte. Messages visés par une décision : "
        "{against}; laissés en place : {kept}. Réessayez quand il y en aura davantage, ou donnez des phrases jugées "
        "avec --data.",
        "Learning needs at least {least} examples of each sort. Messages acted on: {against}; kept: {kept}. Try again "
        "when there are more, or give judged sentences with --data.",
    ),
    "train-bad-line": Label(
        "{path}, ligne {line} : on attend un objet JSON avec « text » et « labels ».",
        "{path}, line {line}: a JSON object with “text” and “labels” is expected.",
    ),
    "train-figures": Label(
        "Sur {held} messages mis de côté pour mesurer (macro-F1) : {before} avant, {after} après.",
        "On {held} messages set aside for measuring (macro-F1): {before} before, {after} after.",
    ),
    "train-worse": Label(
        "La tête ferait moins bien : rien n'est remplacé.", "The head would do worse: nothing is replaced."
    ),
    "train-replaced": Label(
        "La tête « {name} » a appris de {count} messages; elle sert dès la prochaine vérification. L'acte est au "
        "registre.",
        "The head “{name}” has learned from {count} messages; it serves from the next check on. The act is in the "
        "ledger.",
    ),
    # createadmin
    "admin-made": Label(
        "{name} administre maintenant l'installation. Ce lien l'invite, une fois, d'ici sept jours : {url}",
        "{name} now administers the installation. This link invites them, once, within seven days: {url}",
    ),
    "refused": Label("{message}", "{message}"),
    # import
    "import-people": Label(
        "{added} personnes ajoutées, {changed} modifiées, {same} inchangées",
        "{added} people added, {changed} changed, {same} unchanged",
    ),
    "import-messages": Label(
        "{received} messages reçus, {known} déjà connus", "{received} messages received, {known} already known"
    ),
    "import-returns": Label(
        "Adresses qui ne fonctionnent plus : {gone}; courriels revenus pour une autre raison : {passing}; "
        "lettres qui ne "
        "sont pas un retour : {other}",
        "Addresses that no longer work: {gone}; e-mails back for another reason: {passing}; letters that are no "
        "return: "
        "{other}",
    ),
    "import-policy": Label(
        "Projet créé : {url}. Il se propose et s'adopte dans les pages.",
        "Draft made: {url}. It is proposed and adopted in the pages.",
    ),
    "line-problem": Label("Ligne {line} : {message}", "Line {line}: {message}"),
    "nothing-imported": Label("Rien n'a été importé.", "Nothing was imported."),
    "who-imports": Label(
        "Dites qui importe, avec --as COURRIEL : une personne de l'organisation qui en a le droit.",
        "Say who imports, with --as E-MAIL: a person of the organization who has the right to.",
    ),
    "no-such-person": Label("Personne n'a l'adresse {address}.", "Nobody has the address {address}."),
    "no-such-channel": Label(
        "Aucun canal ne s'appelle « {name} ». Voici ceux qui existent : {names}.",
        "No channel is called “{name}”. These exist: {names}.",
    ),
    "policy-written": Label("{path} : la version {version}.", "{path}: version {version}."),
    "site-written": Label("{path} : {pages} à déposer chez un hébergeur.", "{path}: {pages} to put on a web host."),
    "pages-one": Label("{n} page", "{n} page"),
    "pages-many": Label("{n} pages", "{n} pages"),
    "no-version-in-force": Label("Aucune politique n'est en vigueur.", "No policy is in force."),
    # demo
    "demo-builds": Label(
        "La Ville de Val-Bleu vit trois mois; un instant…", "The City of Val-Bleu lives three months; one moment…"
    ),
    "demo-built": Label("Trois mois en {seconds} s.", "Three months in {seconds} s."),
    "demo-kept": Label(
        "La ville telle que vous l'avez laissée. Pour la refaire : {clausier} demo --again",
        "The town as you left it. To make it anew: {clausier} demo --again",
    ),
    "demo-links": Label(
        "Un lien par genre de personne. Chacun ouvre une page, dont le bouton ouvre la session.",
        "One link for each kind of person. Each opens a page, whose button signs you in.",
    ),
    "demo-link": Label("{kind} : {name}", "{kind}: {name}"),
    "demo-public": Label("Le public, sans compte", "The public, without an account"),
}

SITE_HELP: dict[str, Label] = {
    "port": Label("PORT", "PORT"),
    "host": Label("ADRESSE", "ADDRESS"),
    "again": Label("refaire la ville", "make the town anew"),
    "demo": Label("ouvrir une ville fictive dans le navigateur", "open a fictional town in the browser"),
    "demo-usage": Label(
        "{clausier} demo [--prepare] [--again] [--port PORT] [--no-browser]",
        "{clausier} demo [--prepare] [--again] [--port PORT] [--no-browser]",
    ),
    "demo-more": Label(
        "La Ville de Val-Bleu, qui n'existe pas, avec trois mois de vie : sa politique en vigueur, ses gens, des "
        "commentaires modérés, des demandes de révision. Tout reste sur cette machine; rien n'est envoyé nulle part.",
        "The City of Val-Bleu, which does not exist, with three months of life: its policy in force, its people, "
        "moderated comments, appeals. Everything stays on this machine; nothing is sent anywhere.",
    ),
    "demo-prepare": Label("préparer la ville et s'arrêter là", "prepare the town and stop there"),
    "demo-no-browser": Label("ne pas ouvrir le navigateur", "do not open the browser"),
    "serve": Label("servir les pages", "serve the pages"),
    "serve-usage": Label(
        "{clausier} serve [--host ADRESSE] [--port PORT] [--no-worker]",
        "{clausier} serve [--host ADDRESS] [--port PORT] [--no-worker]",
    ),
    "serve-more": Label(
        "Sert les pages sur cette machine, et fait le travail en attente. Pour le public, placez devant un serveur "
        "qui tient le certificat.",
        "Serves the pages on this machine, and does the work that waits. For the public, put in front a server that "
        "holds the certificate.",
    ),
    "serve-host": Label("l'adresse à servir, sinon 127.0.0.1", "the address to serve, 127.0.0.1 if not given"),
    "serve-port": Label(
        "le port, sinon 8000; s'il est pris, le suivant", "the port, 8000 if not given; if taken, the next one"
    ),
    "serve-no-worker": Label("laisser le travail en attente à « worker »", "leave the work that waits to “worker”"),
    "worker": Label("faire le travail en attente", "do the work that waits"),
    "worker-usage": Label("{clausier} worker", "{clausier} worker"),
    "worker-more": Label(
        "Envoie les courriels et fait ce qui revient chaque jour. « serve » le lance déjà; lancez-le seul quand "
        "plusieurs machines servent les pages.",
        "Sends e-mails and does what comes back each day. “serve” starts it already; run it alone when several "
        "machines serve the pages.",
    ),
    "migrate": Label("mettre la base de données à jour", "bring the database up to date"),
    "migrate-usage": Label("{clausier} migrate", "{clausier} migrate"),
    "migrate-more": Label(
        "Met les tables à jour, après avoir mis de côté une copie d'une base SQLite. « serve » le fait aussi.",
        "Brings the tables up to date, after a copy of an SQLite database was put aside. “serve” does it too.",
    ),
    "createadmin": Label("nommer une personne qui administre", "name a person who administers"),
    "createadmin-usage": Label("{clausier} createadmin NOM COURRIEL", "{clausier} createadmin NAME E-MAIL"),
    "createadmin-more": Label(
        "Pour le jour où plus personne ne peut administrer : ajoute la personne, ou la retrouve, et donne un lien qui "
        "ouvre sa session. L'acte est inscrit au registre des actes et annoncé aux autres personnes qui administrent.",
        "For the day when nobody can administer any more: adds the person, or finds them, and gives a link that signs "
        "them in. The act is entered in the ledger and told to the other administrators.",
    ),
    "admin-name": Label("NOM", "NAME"),
    "admin-name-help": Label("le nom de la personne", "the person's name"),
    "admin-email": Label("COURRIEL", "E-MAIL"),
    "admin-email-help": Label("son adresse de courriel", "their e-mail address"),
    "doctor": Label("dire ce qui va et ce qui ne va pas", "say what is well and what is wrong"),
    "doctor-usage": Label(
        "{clausier} doctor [--json] [--letter COURRIEL]", "{clausier} doctor [--json] [--letter E-MAIL]"
    ),
    "doctor-more": Label(
        "Regarde le dossier des données, la base, le registre, le travail en attente et le courriel. Dit quoi taper.",
        "Looks at the folder of the data, the database, the ledger, the work that waits and the mail, and says what to "
        "type.",
    ),
    "import": Label(
        "faire entrer des personnes, des messages ou une politique", "bring in people, messages or a policy"
    ),
    "import-usage": Label(
        "{clausier} import (people | messages | policy | returns) FICHIER --as COURRIEL [--channel NOM]",
        "{clausier} import (people | messages | policy | returns) FILE --as E-MAIL [--channel NAME]",
    ),
    "import-more": Label(
        "Fait ce que font les pages, avec les mêmes vérifications : tout ou rien pour les personnes et la politique; "
        "les messages déjà reçus ne le sont pas deux fois.",
        "Does what the pages do, with the same checks: all or nothing for people and the policy; messages that were "
        "received are not received twice.",
    ),
    "import-what": Label(
        "people, messages, policy ou returns (courriels revenus)",
        "people, messages, policy or returns (undelivered mail)",
    ),
    "import-file": Label(
        "un fichier CSV; pour policy, un dossier ou un zip", "a CSV file; for policy, a folder or a zip"
    ),
    "import-as": Label("la personne qui importe", "the person who imports"),
    "import-channel": Label("le canal des messages", "the channel of the messages"),
    "train": Label("apprendre des décisions d'ici", "learn from the decisions made here"),
    "train-usage": Label(
        "{clausier} train TÊTE [--data FICHIER] [--epochs FOIS]", "{clausier} train HEAD [--data FILE] [--epochs TIMES]"
    ),
    "train-more": Label(
        "Une tête apprise est un petit réseau qui lit ce qu'aucune liste de mots ne dit. La commande l'entraîne de "
        "nouveau, à partir de celle qui est fournie, sur les décisions de modération de cette installation; ce qui est "
        "appris reste dans le dossier des données. Un cinquième des décisions ne sert qu'à mesurer : si la tête y fait "
        "moins bien, rien n'est remplacé.",
        "A learned head is a small network that reads what no list of words can tell. The command trains it again, "
        "from the one that is shipped, on the moderation decisions of this installation; what is learned stays in the "
        "folder of the data. One decision in five only measures: if the head does worse on them, nothing is replaced.",
    ),
    "train-head": Label("la tête : {names}", "the head: {names}"),
    "train-data": Label(
        "des phrases jugées, une par ligne en JSON (text, labels, only), plutôt que les décisions; peut se répéter",
        "judged sentences, one a line as JSON (text, labels, only), instead of the decisions; may be repeated",
    ),
    "train-epochs": Label("le nombre de passages, sinon {n}", "the number of passes, {n} if not given"),
    "head": Label("TÊTE", "HEAD"),
    "epochs": Label("FOIS", "TIMES"),
    "what": Label("QUOI", "WHAT"),
    "name": Label("NOM", "NAME"),
    "email": Label("COURRIEL", "E-MAIL"),
}
