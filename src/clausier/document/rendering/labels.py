"""The words of the page itself, in French and English."""

from clausier.document.vocabulary import Label

CONTENTS = Label("Sommaire", "Contents")
SKIP = Label("Aller au texte", "Skip to the text")
VERSION = Label("Version", "Version")
DRAFT = Label("Projet, non adopté", "Draft, not adopted")
DIGEST = Label("empreinte", "digest")
FOR = Label("Pour\u00a0:", "For:")
RUNS = Label("Ce que fait le logiciel", "What the software does")
PLANNED = Label("Prévu par la politique", "Provided for by the policy")
PLANNED_NOTE = Label("appliqué par des personnes", "carried out by people")
EXAMPLES = Label("Exemples", "Examples")
MORE_EXAMPLES = Label("D’autres exemples", "More examples")
QUESTION = Label("Vérifiez votre lecture", "Check your reading")
RIGHT = Label("bonne réponse", "right answer")
SERVES = Label("Sert à respecter", "Helps comply with")
INTERNAL = Label("Clause interne, non publiée", "Internal clause, not published")
QUOTED = Label("«\u00a0{}\u00a0»", "“{}”")
LINK = Label("Lien vers cette clause", "Link to this clause")
LANGUAGE_NAMES = {"fr": "Français", "en": "English", "es": "Español"}
SPOKESPERSON = Label("un porte-parole", "a spokesperson")
INTEREST = Label("lien : {}", "tie: {}")
MEDIA = {
    "image": Label("avec une image", "with an image"),
    "video": Label("avec une vidéo", "with a video"),
    "audio": Label("avec un enregistrement", "with a recording"),
    "document": Label("avec un document", "with a document"),
}
PAGE = Label("Page", "Page")
EMOJI = Label("[émoji]", "[emoji]")
REPLY = Label("en réponse", "in reply")
