"""How each problem is mended, in French and in English."""

from clausier.document.vocabulary import Label

MENDS: dict[str, Label] = {
    "did-you-mean": Label("Vouliez-vous dire « {name} »?", "Did you mean “{name}”?"),
    "no-such-folder": Label(
        "Vérifiez le chemin, ou commencez avec « clausier init DOSSIER ».",
        "Check the path, or begin with “clausier init FOLDER”.",
    ),
    "not-a-folder": Label(
        "Donnez le dossier qui contient policy.yaml, ou une archive zip de ce dossier.",
        "Give the folder that holds policy.yaml, or a zip of it.",
    ),
    "no-policy-file": Label(
        "Donnez le dossier de la politique, ou commencez avec « clausier init DOSSIER ».",
        "Give the policy's folder, or begin with “clausier init FOLDER”.",
    ),
    "cannot-open": Label("Vérifiez que vous avez le droit de le lire.", "Check that you are allowed to read it."),
    "damaged-archive": Label(
        "Refaites une archive zip ordinaire, sans mot de passe.", "Make an ordinary zip again, without a password."
    ),
    "too-many-files": Label("Donnez le dossier de la politique seulement.", "Give the policy's own folder only."),
    "file-too-large": Label(
        "Vérifiez que c'est bien la politique; sinon, raccourcissez-la.",
        "Check that this is the policy; otherwise shorten it.",
    ),
    "not-utf-8": Label(
        "Enregistrez le fichier en UTF-8 (dans l'éditeur : « Enregistrer sous », codage UTF-8).",
        "Save the file as UTF-8 (in the editor: “Save as”, encoding UTF-8).",
    ),
    "control-character": Label(
        "Effacez-le; il vient souvent d'un copier-coller.", "Delete it; it often comes from copying and pasting."
    ),
    "not-read": Label(
        "Les fichiers lus : policy.yaml, facts.yaml, chapters/NN-nom.yaml et protected/nom.yaml.",
        "The files that are read: policy.yaml, facts.yaml, chapters/NN-name.yaml and protected/name.yaml.",
    ),
    "empty-file": Label(
        "Écrivez-y le document, ou repartez de « clausier init ».",
        "Write the document in it, or start again from “clausier init”.",
    ),
    "too-many-nodes": Label(
        "Divisez le document ou retirez ce qui est répété.", "Split the document or take out what is repeated."
    ),
    "nested-too-deep": Label(
        "Vérifiez les crochets, les accolades et les retraits.", "Check the brackets, the braces and the indents."
    ),
    "format-version": Label(
        "Écrivez « clausier: 1 », ou mettez le programme à jour.", "Write “clausier: 1”, or update the program."
    ),
    "tab": Label("Remplacez-la par des espaces (deux par niveau).", "Replace it with spaces (two a level)."),
    "alias": Label(
        "Écrivez la valeur à chaque endroit, ou mettez-la entre guillemets droits si le signe en fait partie.",
        "Write the value at each place, or put it in straight quotes if the sign belongs to it.",
    ),
    "tag": Label(
        "Retirez-la, ou mettez le texte entre guillemets droits si le point d'exclamation en fait partie.",
        "Remove it, or put the text in straight quotes if the exclamation mark belongs to it.",
    ),
    "several-documents": Label(
        "Gardez un document par fichier : retirez la ligne « --- ».", "Keep one document a file: remove the “---” line."
    ),
    "colon": Label(
        "Mettez le texte entre guillemets, ou vérifiez le retrait.", "Put the text in quotes, or check the indent."
    ),
    "colon-missing": Label("Écrivez « clé: valeur » sur une seule ligne.", "Write “key: value” on a single line."),
    "escape": Label("Doublez la barre, ou retirez-la.", "Double the backslash, or take it out."),
    "needs-quotes": Label(
        'Mettez le texte entre guillemets droits : « "{character}…" ».',
        'Put the text in straight quotes: “"{character}…"”.',
    ),
    "hash": Label('Mettez le texte entre guillemets droits : « "#…" ».', 'Put the text in straight quotes: “"#…"”.'),
    "not-closed": Label(
        "Refermez-le, ou mettez le texte entier entre guillemets.", "Close it, or put the whole text in quotes."
    ),
    "indentation": Label(
        "Alignez la ligne avec ses voisines (deux espaces par niveau).",
        "Line it up with its neighbours (two spaces a level).",
    ),
    "syntax": Label("Comparez avec un exemple du guide.", "Compare it with an example of the guide."),
    "key-not-word": Label("Écrivez un mot suivi d'un deux-points.", "Write a word followed by a colon."),
    "duplicate-key": Label("Gardez-en une.", "Keep one of them."),
    "unknown-key": Label("Clés possibles : {known}.", "Possible keys: {known}."),
    "missing-key": Label("Ajoutez « {name}: … ».", "Add “{name}: …”."),
    "comma-in-braces": Label(
        'Mettez le texte entre guillemets droits : « "oui, merci" »; les autres guillemets ne suffisent pas.',
        'Put the text in straight quotes: “"yes, thanks"”; other quotation marks are not enough.',
    ),
    "not-map": Label("Écrivez par exemple « {{{keys}}} ».", "Write for example “{{{keys}}}”."),
    "not-localized": Label(
        "Écrivez « {{fr: …, en: …}} » avec les langues de la politique.",
        "Write “{{fr: …, en: …}}” with the languages of the policy.",
    ),
    "not-language": Label("Écrivez un code comme fr ou en.", "Write a code such as fr or en."),
    "not-text": Label(
        "Écrivez un texte, entre guillemets droits s'il commence par un signe comme « # », « * » ou « ! ».",
        "Write a text, in straight quotes if it begins with a sign such as “#”, “*” or “!”.",
    ),
    "not-number": Label("Écrivez un nombre, par exemple 12.", "Write a number, for example 12."),
    "not-decimal": Label("Écrivez un nombre avec un point, par exemple 0.8.", "Write a number, for example 0.8."),
    "not-boolean": Label("Écrivez true ou false.", "Write true or false."),
    "not-date": Label("Écrivez une date comme 2027-03-15.", "Write a date such as 2027-03-15."),
    "not-moment": Label(
        "Écrivez 2027-03-15 ou 2027-03-15T14:30:00-05:00.", "Write 2027-03-15 or 2027-03-15T14:30:00-05:00."
    ),
    "not-duration": Label(
        "Écrivez 4h, 2d, 30d! (jours civils), 12m ou 2y.", "Write 4h, 2d, 30d! (calendar days), 12m or 2y."
    ),
    "not-hours": Label(
        'Écrivez des heures entre guillemets droits : « "08:30-16:30" », « "08:30-12:00, 13:00-16:30" ».',
        'Write times of day in straight quotes: “"08:30-16:30"”, “"08:30-12:00, 13:00-16:30"”.',
    ),
    "not-days": Label(
        'Écrivez un jour ou une suite de jours : « mon », « mon-fri », « "mon-wed,fri" ».',
        'Write a day or a run of days: “mon”, “mon-fri”, “"mon-wed,fri"”.',
    ),
    "not-slug": Label(
        "Écrivez des minuscules sans accent, des chiffres et des traits d'union.",
        "Write lower-case letters without accents, digits and hyphens.",
    ),
    "not-version": Label(
        "Écrivez deux nombres, par exemple « version: 1.0 ».", "Write two numbers, for example “version: 1.0”."
    ),
    "not-clause-id": Label(
        "Écrivez chapitre.nom, par exemple transparency.say-who-you-are.",
        "Write chapter.name, for example transparency.say-who-you-are.",
    ),
    "unknown-word": Label("Mots possibles : {words}.", "Possible words: {words}."),
    "no-deleting": Label(
        "Écrivez « hold » (attendre une personne) ou « hide » (masquer, puis faire vérifier).",
        "Write “hold” (wait for a person) or “hide” (hide, then have a person look).",
    ),
    "glob-matches-nothing": Label(
        "Vérifiez le début du nom, par exemple pi.* ou abuse.*.",
        "Check how the name begins, for example pi.* or abuse.*.",
    ),
    "unknown-name": Label("Définissez-le, ou corrigez le nom.", "Define it, or correct the name."),
    "not-in-library": Label("Noms connus : {words}.", "Known names: {words}."),
    "not-jurisdiction": Label(
        "Écrivez un code comme CA-QC, CA, FR ou EU.", "Write a code such as CA-QC, CA, FR or EU."
    ),
    "no-pack": Label(
        "Retirez-la, ou activez un ensemble dans « regulation_packs » : {words}.",
        "Take it out, or enable a pack in “regulation_packs”: {words}.",
    ),
    "audience-circle": Label("Retirez un des « within ».", "Take out one “within”."),
    "unknown-template": Label("Politiques disponibles : {words}.", "Available policies: {words}."),
    "duplicate-id": Label("Donnez un autre nom au second.", "Give the second one another name."),
    "duplicate-chapter": Label(
        "Réunissez les clauses dans un seul fichier.", "Bring the clauses together in one file."
    ),
    "clause-of-other-chapter": Label(
        "Commencez l'identifiant par « {chapter}. ».", "Begin the identifier with “{chapter}.”."
    ),
    "chapter-number": Label(
        "Les dix chapitres gardent leur numéro; un chapitre ajouté prend 11 ou plus.",
        "The ten chapters keep their numbers; an added one takes 11 or more.",
    ),
    "empty-chapter": Label("Écrivez-y une clause, ou retirez le fichier.", "Write a clause in it, or remove the file."),
    "chapter-name": Label(
        "Écrivez « chapter: {name} », ou donnez 11 ou plus à un chapitre ajouté.",
        "Write “chapter: {name}”, or give an added chapter 11 or more.",
    ),
    "missing-chapter": Label("Ajoutez chapters/{file}.", "Add chapters/{file}."),
    "missing-language": Label(
        "Écrivez-le, ou retirez la langue de « languages ».", "Write it, or take the language out of “languages”."
    ),
    "regime-of-other-language": Label(
        "Ajoutez-la à « languages », ou retirez-la du régime.", "Add it to “languages”, or take it out of the regime."
    ),
    "undeclared-language": Label(
        "Ajoutez-la à « languages » ou retirez le texte; entre accolades, une virgule termine un texte.",
        "Add it to “languages” or remove the text; inside braces, a comma ends a text.",
    ),
    "no-language": Label("Écrivez par exemple « languages: [fr, en] ».", "Write for example “languages: [fr, en]”."),
    "clause-without-effect": Label(
        "Ajoutez une règle ou un énoncé, ou « guide: true ».", "Add a rule or a statement, or “guide: true”."
    ),
    "guide-with-effect": Label("Retirez « guide: true ».", "Remove “guide: true”."),
    "must-be-public": Label("Écrivez « visibility: public ».", "Write “visibility: public”."),
    "share-not-voluntary": Label("Écrivez « voluntary: true ».", "Write “voluntary: true”."),
    "compulsory-interest": Label(
        "Retirez-le de « declare »; la personne reste libre de le déclarer.",
        "Take it out of “declare”; the person stays free to declare it.",
    ),
    "two-modes": Label(
        "Gardez un seul mode, ou dites dans « why » ce qui distingue les deux espaces.",
        "Keep one mode, or say in “why” what sets the two places apart.",
    ),
    "keep-backwards": Label("Inversez « min » et « max », ou corrigez-les.", "Swap “min” and “max”, or correct them."),
    "no-time-limit": Label(
        "Ajoutez « {name} », par exemple « {name}: 10d ».", "Add “{name}”, for example “{name}: 10d”."
    ),
    "sole-decider": Label(
        "Prévoyez au moins deux personnes, au besoin de l'extérieur.",
        "Provide for at least two people, from outside if need be.",
    ),
    "approver-unnamed": Label(
        "Ajoutez « audience » ou « duty » à chaque entrée de « by ».", "Add “audience” or “duty” to each entry of “by”."
    ),
    "protected-entry": Label(
        "Retirez-le : dans un exemple, écrivez {{protected}}.", "Take it out: in an example, write {{protected}}."
    ),
    "documents-not-registered": Label(
        "Gardez-en les empreintes : clausier protect DOSSIER {value} FICHIER…",
        "Keep their fingerprints: clausier protect FOLDER {value} FILE…",
    ),
    "not-fingerprints": Label(
        "Refaites-les à partir des documents : clausier protect.",
        "Make them again from the documents: clausier protect.",
    ),
    "ground-of-opinion": Label(
        "Nommez ce qui nuit (menace, insulte, renseignements personnels…), jamais l'opinion.",
        "Name what harms (threat, insult, personal information…), never the opinion.",
    ),
    "ground-not-neutral": Label(
        "Écrivez « neutral: true » et un motif qui ne regarde aucune opinion, ou retirez « remove_for ».",
        "Write “neutral: true” and a ground that looks at no opinion, or remove “remove_for”.",
    ),
    "ground-without-limit": Label(
        "Nommez chaque chose qui est retirée : menace, insulte, publicité…",
        "Name each thing that is removed: threat, insult, advertising…",
    ),
    "opinion-held-back": Label(
        "Ajoutez à « when » le signal de ce qui nuit (abuse.*, pi.*, spam.*…), ou écrivez « do: publish ».",
        "Add to “when” the signal of what harms (abuse.*, pi.*, spam.*…), or write “do: publish”.",
    ),
    "over-broad": Label(
        "Restreignez-la à un intérêt précis et montrez ce qui reste permis.",
        "Narrow it to a stated interest and show what stays allowed.",
    ),
    "unserved-obligation": Label(
        "Ajoutez-la à « serves » d'une clause, ou écartez-la avec « waive » et sa raison.",
        "Add it to “serves” of a clause, or set it aside with “waive” and its reason.",
    ),
    "waived-outside": Label(
        "Retirez-la de « waive », ou activez son ensemble.", "Take it out of “waive”, or enable its pack."
    ),
    "rule-without-effect": Label("Ajoutez « do », « route » ou « notify ».", "Add “do”, “route” or “notify”."),
    "rule-without-condition": Label("Ajoutez une condition à « when ».", "Add a condition to “when”."),
    "rule-without-say": Label(
        "Ajoutez « say » : une phrase qui dit quoi faire.", "Add “say”: a sentence that tells what to do."
    ),
    "rule-without-example": Label(
        "Ajoutez deux exemples : un qui la déclenche, un qui passe de près.",
        "Add two examples: one that sets it off, one near miss.",
    ),
    "action-of-other-direction": Label("Choisissez parmi : {words}.", "Choose among: {words}."),
    "signal-of-other-direction": Label(
        "Retirez-le de la règle, ou changez sa direction.", "Take it out of the rule, or change its direction."
    ),
    "no-signal-left": Label("Retirez l'exclusion de trop.", "Remove the exclusion that is too many."),
    "nothing-left": Label(
        'Dites d\'abord ce qui compte, par exemple « {name}: ["*", "{value}"] ».',
        'Say first what counts, for example “{name}: ["*", "{value}"]”.',
    ),
    "intent-of-outgoing": Label(
        "Retirez « intent », ou écrivez « direction: incoming ».", "Remove “intent”, or write “direction: incoming”."
    ),
    "same-family": Label(
        "Pour écarter un signal, écrivez-le dans « when » derrière un point d'exclamation.",
        "To leave a signal out, write it in “when” behind an exclamation mark.",
    ),
    "hide-needs-validated": Label("Écrivez « do: hold ».", "Write “do: hold”."),
    "hide-needs-look": Label(
        "Ajoutez par exemple « look: {{within: 4h, by: moderation}} ».",
        "Add for example “look: {{within: 4h, by: moderation}}”.",
    ),
    "hide-needs-signal": Label(
        "Ajoutez un signal vérifié à « when », ou écrivez « do: hold ».",
        "Add a checked signal to “when”, or write “do: hold”.",
    ),
    "history-too-long": Label("Écrivez 365d! ou moins.", "Write 365d! or less."),
    "detector-missing": Label(
        "Ajoutez « optional: true » à la règle en attendant.", "Add “optional: true” to the rule in the meantime."
    ),
    "never-applies": Label("Corrigez la condition ou retirez la règle.", "Correct the condition or remove the rule."),
    "shadowed": Label("Retirez-la, ou rendez-la plus stricte.", "Remove it, or make it stricter."),
    "contradiction": Label("Ajoutez une exception à l'une des deux.", "Add an exception to one of the two."),
    "use-contradiction": Label("Gardez une seule réponse.", "Keep one answer."),
    "example-fails": Label("Corrigez la règle ou l'exemple.", "Correct the rule or the example."),
    "example-other-rule": Label("Corrigez « because » ou la règle.", "Correct “because” or the rule."),
    "example-stricter-elsewhere": Label(
        "C'est peut-être voulu; sinon, changez l'exemple ou l'autre règle.",
        "It may be meant; otherwise change the example or the other rule.",
    ),
    "promise-broken": Label(
        "Changez la règle de cette clause, ou l'exemple.", "Change the rule of that clause, or the example."
    ),
    "example-not-judged": Label("Corrigez l'exemple.", "Correct the example."),
    "example-not-run": Label("Il sera joué dès que ce sera possible.", "It will be run as soon as it can be."),
    "unknown-placeholder": Label("Mots possibles : {words}.", "Possible words: {words}."),
    "placeholder-stays": Label(
        "Écrivez le mot lui-même; les faits remplacent les accolades dans les exemples et les mots de divulgation.",
        "Write the word itself; the facts fill in braces in examples and in the words of a disclosure.",
    ),
    "out-of-range": Label("Écrivez un nombre de {low} à {high}.", "Write a number from {low} to {high}."),
    "question-without-answer": Label(
        "Écrivez « right: true » à un seul choix.", "Write “right: true” on a single choice."
    ),
    "unknown-timezone": Label("Écrivez un nom comme America/Toronto.", "Write a name such as America/Toronto."),
    "unknown-holidays": Label("Écrivez un code comme CA-QC, CA ou FR.", "Write a code such as CA-QC, CA or FR."),
    "period-backwards": Label("Inversez les deux dates, ou corrigez-les.", "Swap the two dates, or correct them."),
    "facts-without-name": Label("Ajoutez « names » à facts.yaml.", "Add “names” to facts.yaml."),
}
