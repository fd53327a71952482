"""What ``doctor`` says of mail, and what its ``--help`` says of it."""

from clausier.document.vocabulary import Label

MAIL_MESSAGES: dict[str, Label] = {
    "bad-variable": Label(
        "{name} ne convient pas. Ce qu'on y attend : {wants}", "{name} does not hold. What it wants: {wants}"
    ),
    "doctor-mail": Label("Courriel : par {server}, {n} en attente", "Mail: through {server}, {n} waiting"),
    "doctor-no-mail": Label(
        "Aucun serveur de courriel (CLAUSIER_MAIL) : {n} courriels attendent dans la boîte d'envoi",
        "No mail server (CLAUSIER_MAIL): {n} e-mails wait on the outbox page",
    ),
    "doctor-trouble": Label("Courriel : {words}", "Mail: {words}"),
    "doctor-no-mailbox": Label(
        "Aucune boîte de retour (CLAUSIER_MAILBOX) : une adresse qui ne fonctionne plus ne se verra que si son "
        "serveur la "
        "refuse sur-le-champ",
        "No mailbox for returns (CLAUSIER_MAILBOX): an address that fails shows only if its server refuses it at once",
    ),
    "doctor-names-reserved": Label(
        "{domain} est un nom d'exemple : réglez CLAUSIER_SENDER avant d'écrire à quelqu'un",
        "{domain} is a name for examples: set CLAUSIER_SENDER before writing to anybody",
    ),
    "doctor-names-offline": Label(
        "SPF, DKIM et DMARC de {domain} n'ont pas été vus : aucun serveur de noms ne répond d'ici",
        "SPF, DKIM and DMARC of {domain} were not looked at: no name server answers from here",
    ),
    "doctor-spf": Label("SPF : {domain} dit qui envoie en son nom", "SPF: {domain} says who sends in its name"),
    "doctor-spf-none": Label(
        "SPF : {domain} ne dit pas qui envoie en son nom. Publiez un enregistrement TXT : v=spf1 "
        "include:{allowed} -all",
        "SPF: {domain} does not say who sends in its name. Publish a TXT record: v=spf1 include:{allowed} -all",
    ),
    "doctor-spf-several": Label(
        "SPF : {domain} a plusieurs enregistrements v=spf1, et aucun ne vaut. N'en gardez qu'un",
        "SPF: {domain} has several v=spf1 records, and none holds. Keep one",
    ),
    "doctor-spf-open": Label(
        "SPF : l'enregistrement de {domain} permet à n'importe qui d'envoyer en son nom. Finissez-le par -all ou ~all",
        "SPF: the record of {domain} lets anybody send in its name. End it with -all or ~all",
    ),
    "doctor-spf-long": Label(
        "SPF : l'enregistrement de {domain} demande {n} recherches; au-delà de 10, il ne vaut plus. Retirez des "
        "include",
        "SPF: the record of {domain} takes {n} look-ups; past 10 it no longer holds. Take some include away",
    ),
    "doctor-spf-lacks": Label(
        "SPF : l'enregistrement de {domain} ne permet pas notre serveur de courriel. Ajoutez-y include:{allowed}",
        "SPF: the record of {domain} does not allow our mail server. Add include:{allowed} to it",
    ),
    "doctor-dkim": Label("DKIM : {domain} publie une clé ({selector})", "DKIM: {domain} publishes a key ({selector})"),
    "doctor-dkim-none": Label(
        "DKIM : aucune clé de {domain} sous les noms habituels ({selectors}). Activez la signature chez votre "
        "service de "
        "courriel; « doctor --letter » dira si elle vaut",
        "DKIM: no key of {domain} under the usual names ({selectors}). Turn the signature on at your mail service; "
        "“doctor --letter” will say whether it holds",
    ),
    "doctor-dmarc": Label(
        "DMARC : {domain} demande d'écarter les faux ({policy})",
        "DMARC: {domain} asks to set forgeries aside ({policy})",
    ),
    "doctor-dmarc-none": Label(
        "DMARC : {domain} ne demande que d'observer. Quand les rapports sont bons, passez à p=quarantine",
        "DMARC: {domain} asks only to observe. Once the reports are good, go on to p=quarantine",
    ),
    "doctor-dmarc-missing": Label(
        "DMARC : {domain} n'a pas d'enregistrement. Publiez _dmarc.{domain} TXT : v=DMARC1; p=none; rua=mailto:une "
        "adresse qui lit les rapports",
        "DMARC: {domain} has no record. Publish _dmarc.{domain} TXT: v=DMARC1; p=none; rua=mailto:an address "
        "that reads "
        "the reports",
    ),
    "doctor-cannot-send": Label(
        "Aucune lettre ne peut partir : aucun serveur de courriel n'est réglé (CLAUSIER_MAIL), ou cette copie est "
        "endormie.",
        "No letter can leave: no mail server is set (CLAUSIER_MAIL), or this copy is asleep.",
    ),
    "doctor-no-address": Label("« {address} » n'est pas une adresse de courriel.", "“{address}” is no e-mail address."),
    "doctor-letter-sent": Label(
        "La lettre à {address} est partie par {server}", "The letter to {address} left through {server}"
    ),
    "doctor-letter-stopped": Label("La lettre n'est pas partie. {words}", "The letter did not leave. {words}"),
    "doctor-letter-look": Label(
        "Cherchez-la dans la boîte de {address}, pourriels compris. Avec CLAUSIER_MAILBOX, Clausier la chercherait "
        "lui-même",
        "Look for it in the mailbox of {address}, junk included. With CLAUSIER_MAILBOX, Clausier would look by itself",
    ),
    "doctor-letter-mailbox": Label(
        "La boîte de {server} n'a pas pu être lue ({code})", "The mailbox at {server} could not be read ({code})"
    ),
    "doctor-letter-lost": Label(
        "Après {n} secondes, elle n'est pas dans la boîte de {user} : est-ce là qu'elle va? Voyez aussi les pourriels",
        "After {n} seconds it is not in the mailbox of {user}: is that where it goes? Look at the junk too",
    ),
    "doctor-letter-found": Label("Elle est arrivée dans la boîte de {user}", "It arrived in the mailbox of {user}"),
    "doctor-letter-unjudged": Label(
        "Le serveur qui l'a reçue ne dit rien de SPF, DKIM ni DMARC : écrivez-vous dans une boîte d'un autre domaine",
        "The server that took it says nothing of SPF, DKIM nor DMARC: write to a mailbox of another domain",
    ),
    "doctor-letter-result": Label(
        "Le serveur qui l'a reçue dit : {method} {result}", "The server that took it says: {method} {result}"
    ),
}
MAIL_HELP: dict[str, Label] = {
    "doctor-letter": Label(
        "envoyer une lettre à cette adresse, puis la chercher dans la boîte de retour et dire ce que son serveur pense "
        "de notre signature",
        "send a letter to this address, then look for it in the mailbox of returns and say what its server "
        "thinks of our "
        "signature",
    ),
}
