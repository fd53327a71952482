"""What is said of each problem, in French and in English."""

from clausier.document.vocabulary import Label

MESSAGES: dict[str, Label] = {
    # Files
    "no-such-folder": Label(
        "Il n'y a ni dossier ni archive à cet endroit.", "There is no folder or archive at this place."
    ),
    "not-a-folder": Label(
        "Ce fichier n'est pas un dossier de politique ni une archive zip.",
        "This file is neither a policy folder nor a zip archive.",
    ),
    "no-policy-file": Label(
        "Le dossier ne contient pas de fichier policy.yaml.", "The folder holds no policy.yaml file."
    ),
    "cannot-open": Label("Le fichier ne peut pas être ouvert.", "The file cannot be opened."),
    "damaged-archive": Label(
        "L'archive zip est abîmée, chiffrée ou d'un genre que ce programme n'ouvre pas.",
        "The zip archive is damaged, encrypted or of a kind that this program does not open.",
    ),
    "too-many-files": Label(
        "Le dossier compte plus de {limit} fichiers YAML.", "The folder holds more than {limit} YAML files."
    ),
    "file-too-large": Label(
        "Le document pèse {size} Mo; la limite est de {limit} Mo.",
        "The document is {size} MB; the limit is {limit} MB.",
    ),
    "not-utf-8": Label("L'octet {byte} n'est pas de l'UTF-8.", "The byte {byte} is not UTF-8."),
    "control-character": Label(
        "Un caractère de commande ({character}) s'est glissé ici.",
        "A control character ({character}) has slipped in here.",
    ),
    "not-read": Label(
        "Le fichier n'est pas lu : il n'est pas à sa place, ou son nom ne convient pas.",
        "The file is not read: it is not in its place, or its name does not fit.",
    ),
    "empty-file": Label("Le fichier est vide.", "The file is empty."),
    "too-many-nodes": Label(
        "Le document compte plus de {limit} éléments.", "The document holds more than {limit} items."
    ),
    "nested-too-deep": Label(
        "Les éléments s'emboîtent sur plus de {limit} niveaux.", "Items are nested more than {limit} levels deep."
    ),
    "format-version": Label(
        "« clausier: {value} » est une version du format que ce programme ne connaît pas.",
        "“clausier: {value}” is a version of the format that this program does not know.",
    ),
    # YAML
    "tab": Label("Une tabulation sert de retrait.", "A tab is used to indent."),
    "alias": Label(
        "Les ancres et les renvois YAML (&{name}, *{name}) ne sont pas permis.",
        "YAML anchors and aliases (&{name}, *{name}) are not allowed.",
    ),
    "tag": Label("Les étiquettes YAML (!{name}) ne sont pas permises.", "YAML tags (!{name}) are not allowed."),
    "several-documents": Label(
        "Le fichier contient plusieurs documents YAML.", "The file holds several YAML documents."
    ),
    "colon": Label(
        "Un deux-points se trouve là où le texte ne devrait pas en avoir.",
        "A colon stands where the text should not have one.",
    ),
    "colon-missing": Label("Il manque un deux-points après la clé.", "A colon is missing after the key."),
    "escape": Label(
        "Entre guillemets droits, la barre oblique inverse ne peut pas précéder ce caractère.",
        "Between straight quotes, a backslash cannot stand before this character.",
    ),
    "needs-quotes": Label(
        "Sans guillemets, un texte ne peut pas commencer par « {character} », qui a un sens en YAML.",
        "Without quotes, a text cannot begin with “{character}”, which means something in YAML.",
    ),
    "hash": Label(
        "Sans guillemets, un # commence un commentaire : le reste de la ligne n'est pas lu.",
        "Without quotes, a # begins a comment: the rest of the line is not read.",
    ),
    "not-closed": Label(
        "Un guillemet, un crochet ou une accolade n'est pas refermé.", "A quote, a bracket or a brace is not closed."
    ),
    "indentation": Label(
        "Le retrait de cette ligne ne suit pas celui des lignes précédentes.",
        "The indent of this line does not follow that of the lines before it.",
    ),
    "syntax": Label("Le YAML ne peut pas être lu ({detail}).", "The YAML cannot be read ({detail})."),
    # Shape
    "key-not-word": Label("Une clé doit être un mot.", "A key has to be a word."),
    "duplicate-key": Label("La clé « {name} » est écrite deux fois.", "The key “{name}” is written twice."),
    "unknown-key": Label("La clé « {name} » n'existe pas ici.", "There is no key “{name}” here."),
    "missing-key": Label("Il manque la clé « {name} ».", "The key “{name}” is missing."),
    "comma-in-braces": Label(
        "Entre accolades, une virgule termine le texte : « {value} » est de trop.",
        "Inside braces, a comma ends the text: “{value}” is left over.",
    ),
    "not-map": Label(
        "On attend ici des clés et des valeurs plutôt que {value}.",
        "Keys and values are expected here rather than {value}.",
    ),
    "not-localized": Label(
        "On attend ici un texte par langue plutôt que {value}.",
        "A text for each language is expected here rather than {value}.",
    ),
    "not-language": Label("« {value} » n'est pas un code de langue.", "“{value}” is not a language code."),
    "not-text": Label("On attend ici un texte plutôt que {value}.", "A text is expected here rather than {value}."),
    "not-number": Label(
        "On attend ici un nombre entier plutôt que {value}.", "A whole number is expected here rather than {value}."
    ),
    "not-decimal": Label(
        "On attend ici un nombre plutôt que {value}.", "A number is expected here rather than {value}."
    ),
    "not-boolean": Label(
        "On attend ici true ou false plutôt que {value}.", "true or false is expected here rather than {value}."
    ),
    "not-date": Label("On attend ici une date plutôt que {value}.", "A date is expected here rather than {value}."),
    "not-moment": Label(
        "On attend ici une date ou un moment plutôt que {value}.",
        "A date or a moment is expected here rather than {value}.",
    ),
    "not-duration": Label(
        "On attend ici une durée plutôt que {value}.", "A duration is expected here rather than {value}."
    ),
    "not-hours": Label("« {value} » n'est pas un horaire.", "“{value}” is not a stretch of hours."),
    "not-days": Label(
        "« {value} » n'est ni un jour ni une suite de jours.", "“{value}” is neither a day nor a run of days."
    ),
    "not-slug": Label("« {value} » n'est pas un identifiant.", "“{value}” is not an identifier."),
    "not-version": Label("« {value} » n'est pas un numéro de version.", "“{value}” is not a version number."),
    "not-clause-id": Label("« {value} » n'est pas un identifiant de clause.", "“{value}” is not a clause identifier."),
    "unknown-word": Label(
        "« {value} » ne fait pas partie des mots prévus ici.", "“{value}” is not one of the words allowed here."
    ),
    "no-deleting": Label(
        "Le programme ne supprime rien; une personne décide.", "The program deletes nothing; a person decides."
    ),
    "glob-matches-nothing": Label("Le motif « {value} » ne désigne rien.", "The pattern “{value}” matches nothing."),
    # Names
    "unknown-name": Label(
        "« {value} » n'est défini nulle part ({kind}).", "“{value}” is not defined anywhere ({kind})."
    ),
    "not-in-library": Label(
        "« {value} » ne figure pas dans la bibliothèque ({kind}).", "“{value}” is not in the library ({kind})."
    ),
    "not-jurisdiction": Label(
        "« {value} » n'est pas le code d'un pays ni d'une de ses parties.",
        "“{value}” is not the code of a country or of a part of one.",
    ),
    "no-pack": Label(
        "« {value} » n'est pas une obligation de la bibliothèque, et aucun ensemble n'est activé.",
        "“{value}” is not an obligation of the library, and no pack is enabled.",
    ),
    "audience-circle": Label(
        "Le groupe « {name} » est compris dans lui-même ({cycle}).", "The audience “{name}” is within itself ({cycle})."
    ),
    "unknown-template": Label(
        "Aucune politique de la bibliothèque ne s'appelle « {value} ».", "No policy of the library is called “{value}”."
    ),
    "duplicate-id": Label(
        "L'identifiant « {name} » sert deux fois ({kind}).", "The identifier “{name}” is used twice ({kind})."
    ),
    "duplicate-chapter": Label(
        "Le chapitre « {name} » est écrit dans deux fichiers.", "The chapter “{name}” is written in two files."
    ),
    "clause-of-other-chapter": Label(
        "La clause « {name} » ne porte pas le nom de son chapitre ({chapter}).",
        "The clause “{name}” does not bear the name of its chapter ({chapter}).",
    ),
    "chapter-number": Label(
        "Le chapitre « {name} » ne peut pas porter le numéro {number}.",
        "The chapter “{name}” cannot have the number {number}.",
    ),
    "empty-chapter": Label("Le chapitre « {name} » n'a aucune clause.", "The chapter “{name}” has no clause."),
    "chapter-name": Label("Le chapitre {number} s'appelle « {name} ».", "Chapter {number} is called “{name}”."),
    "missing-chapter": Label("La politique n'a pas de chapitre « {name} ».", "The policy has no “{name}” chapter."),
    # Languages
    "missing-language": Label("Il manque le texte en {language}.", "The {language} text is missing."),
    "regime-of-other-language": Label(
        "Le régime linguistique nomme une langue qui n'est pas de la politique : {language}.",
        "The language regime names a language that is not one of the policy: {language}.",
    ),
    "undeclared-language": Label(
        "La politique ne déclare pas la langue de ce texte : {language} ({number} en tout).",
        "The policy does not declare the language of this text: {language} ({number} in all).",
    ),
    "no-language": Label("La politique ne déclare aucune langue.", "The policy declares no language."),
    # Clauses
    "clause-without-effect": Label(
        "La clause n'a aucun effet : ni règle, ni énoncé.", "The clause has no effect: no rule, no statement."
    ),
    "guide-with-effect": Label(
        "La clause se dit « guide », mais elle a des effets.", "The clause is called “guide”, yet it has effects."
    ),
    "must-be-public": Label(
        "Cette clause doit être publique : elle régit les commentaires du public.",
        "This clause must be public: it governs the comments of the public.",
    ),
    "share-not-voluntary": Label("Un partage ne peut être que volontaire.", "Sharing can only be voluntary."),
    "compulsory-interest": Label(
        "On ne peut pas obliger à déclarer ce lien ({value}).", "People cannot be made to declare this tie ({value})."
    ),
    "two-modes": Label(
        "Ailleurs, les commentaires de « {value} » sont dits {other}.",
        "Elsewhere, the comments of “{value}” are said to be {other}.",
    ),
    "keep-backwards": Label(
        "La durée maximale est plus courte que la durée minimale ({value}).",
        "The longest time is shorter than the shortest ({value}).",
    ),
    "no-time-limit": Label("Aucun délai n'est donné pour {value}.", "No time limit is given for {value}."),
    "sole-decider": Label("Une seule personne déciderait.", "A single person would decide."),
    "approver-unnamed": Label("L'approbation ne dit pas qui approuve.", "The approval does not say who approves."),
    "protected-entry": Label(
        "Un nom de la liste protégée « {name} » figure ici en clair.",
        "A name of the protected list “{name}” stands here in clear.",
    ),
    "documents-not-registered": Label(
        "Les documents « {value} » n'ont pas d'empreintes : aucun de leurs passages n'est reconnu.",
        "The documents “{value}” have no fingerprints: none of their passages is recognized.",
    ),
    "not-fingerprints": Label(
        "Les empreintes de la liste protégée « {value} » ne sont pas entières.",
        "The fingerprints of the protected list “{value}” are not whole.",
    ),
    "ground-of-opinion": Label(
        "Un organisme public ne peut pas retirer un commentaire pour ce seul motif : {value}.",
        "A public body cannot remove a comment on this ground alone: {value}.",
    ),
    "ground-not-neutral": Label(
        "Un organisme public ne retire un commentaire que pour un motif neutre.",
        "A public body removes a comment only on a neutral ground.",
    ),
    "ground-without-limit": Label(
        "Dans un organisme public, ce motif de retrait est sans limite : {value}.",
        "In a public body, this ground for removal has no limit: {value}.",
    ),
    "opinion-held-back": Label(
        "Un organisme public ne peut pas retenir un commentaire pour ce qu'il demande ou exprime : {value}.",
        "A public body cannot hold a comment back for what it asks or expresses: {value}.",
    ),
    "over-broad": Label("La clause est trop large : {value}.", "The clause is too broad: {value}."),
    "unserved-obligation": Label(
        "Aucune clause ne répond à l'obligation {name} ({citation}), qui s'adresse à : {binds}.",
        "No clause answers the obligation {name} ({citation}), which binds: {binds}.",
    ),
    "waived-outside": Label(
        "L'obligation {name} n'appartient à aucun ensemble activé.", "The obligation {name} belongs to no enabled pack."
    ),
    # Rules
    "rule-without-effect": Label("La règle ne dit pas quoi faire.", "The rule does not say what to do."),
    "rule-without-condition": Label("La règle s'applique à tous les messages.", "The rule applies to every message."),
    "rule-without-say": Label("La règle ne dit rien à la personne.", "The rule tells the person nothing."),
    "rule-without-example": Label(
        "Aucun exemple de la clause ne montre la règle « {name} ».", "No example of the clause shows the rule “{name}”."
    ),
    "action-of-other-direction": Label(
        "L'action « {value} » ne convient pas à {direction}.", "The action “{value}” does not suit {direction}."
    ),
    "signal-of-other-direction": Label(
        "Le signal « {value} » ne se trouve jamais dans {direction}.",
        "The signal “{value}” is never found in {direction}.",
    ),
    "no-signal-left": Label(
        "Il ne reste aucun signal une fois les exclusions faites.", "No signal is left once the exclusions are made."
    ),
    "nothing-left": Label(
        "Il ne reste rien de « {name} » une fois les exclusions faites.",
        "Nothing is left of “{name}” once the exclusions are made.",
    ),
    "intent-of-outgoing": Label(
        "L'intention n'est reconnue que dans les messages reçus.", "Intent is recognized only in messages received."
    ),
    "same-family": Label(
        "L'exception porte sur la même famille de signaux que la condition ({value}).",
        "The exception speaks of the same family of signals as the condition ({value}).",
    ),
    "hide-needs-validated": Label(
        "On ne masque pas d'office pour ce signal ({value}).",
        "Nothing is hidden by the program for this signal ({value}).",
    ),
    "hide-needs-look": Label(
        "Masquer demande un regard humain dans un délai.", "Hiding needs a human look within a time limit."
    ),
    "hide-needs-signal": Label(
        "On ne masque pas d'office sans signal vérifié.", "Nothing is hidden by the program without a checked signal."
    ),
    "history-too-long": Label(
        "L'historique ne remonte pas à plus de 365 jours.", "History goes back no further than 365 days."
    ),
    "detector-missing": Label(
        "Aucun détecteur installé ne cherche ceci : {value}.", "No installed detector looks for this: {value}."
    ),
    "never-applies": Label("La règle ne peut jamais s'appliquer : {reason}.", "The rule can never apply: {reason}."),
    "shadowed": Label(
        "La règle ne change rien : « {other} » s'applique chaque fois et n'est pas moins stricte.",
        "The rule changes nothing: “{other}” applies every time and is no less strict.",
    ),
    "contradiction": Label(
        "La règle permet ce que « {other} » ({clause}) refuse.", "The rule allows what “{other}” ({clause}) refuses."
    ),
    "use-contradiction": Label(
        "Deux réponses différentes pour le même usage ({value}).", "Two different answers for the same use ({value})."
    ),
    # Examples
    "example-fails": Label(
        "L'exemple donne « {got} » au lieu de « {expected} » : {why}.",
        "The example gives “{got}” instead of “{expected}”: {why}.",
    ),
    "example-other-rule": Label(
        "L'exemple donne bien « {got} », mais pas par la règle « {rule} ».",
        "The example does give “{got}”, but not by the rule “{rule}”.",
    ),
    "example-stricter-elsewhere": Label(
        "La politique entière est plus stricte pour cet exemple : « {got} » ({clause}).",
        "The whole policy is stricter on this example: “{got}” ({clause}).",
    ),
    "promise-broken": Label(
        "L'exemple promet « {expected} », mais la politique donne « {got} » ({clause}).",
        "The example promises “{expected}”, but the policy gives “{got}” ({clause}).",
    ),
    "example-not-judged": Label(
        "L'exemple ne peut pas être jugé : {reason}.", "The example cannot be judged: {reason}."
    ),
    "example-not-run": Label("L'exemple n'a pas été joué : {reason}.", "The example was not run: {reason}."),
    "unknown-placeholder": Label(
        "« {{{value}}} » n'est pas un mot que les faits remplacent.",
        "“{{{value}}}” is not a word that the facts replace.",
    ),
    "placeholder-stays": Label(
        "« {{{value}}} » restera tel quel : on ne le remplace pas ici.",
        "“{{{value}}}” will stay as it is: it is not filled in here.",
    ),
    "out-of-range": Label(
        "On attend ici un nombre de {low} à {high}.", "A number from {low} to {high} is expected here."
    ),
    "question-without-answer": Label(
        "La question n'a pas exactement une bonne réponse.", "The question does not have exactly one right answer."
    ),
    # Facts
    "unknown-timezone": Label("« {value} » n'est pas un fuseau horaire.", "“{value}” is not a time zone."),
    "unknown-holidays": Label(
        "« {value} » n'est pas un calendrier de jours fériés connu.",
        "“{value}” is not a known calendar of public holidays.",
    ),
    "period-backwards": Label(
        "La période « {value} » finit avant de commencer.", "The period “{value}” ends before it begins."
    ),
    "facts-without-name": Label(
        "Les faits ne disent pas comment s'appelle l'organisation.",
        "The facts do not say what the organization is called.",
    ),
}
