"""Why a file cannot be audited."""

from enum import StrEnum

from clausier.document.vocabulary import Label


class Refusal(StrEnum):
    """The reasons, which are the codes of the sentences that people read."""

    EMPTY = "audit-empty"
    TOO_LARGE = "audit-too-large"
    TOO_LONG = "audit-too-long"
    TOO_MANY_PAGES = "audit-too-many-pages"
    NOT_TEXT = "audit-not-text"
    NOT_UTF_8 = "audit-not-utf-8"
    PICTURE = "audit-picture"
    OLD_WORD = "audit-old-word"
    NOT_WORD = "audit-not-word"
    ENCRYPTED = "audit-encrypted"
    DAMAGED = "audit-damaged"
    BOMB = "audit-bomb"
    ENTITIES = "audit-entities"
    SCANNED = "audit-scanned"
    LANGUAGE = "audit-language"


SENTENCES: dict[Refusal, Label] = {
    Refusal.EMPTY: Label("{path} : il n'y a pas de texte à lire.", "{path}: there is no text to read."),
    Refusal.TOO_LARGE: Label(
        "{path} pèse plus de {limit} Mo. Donnez-en le texte seul, sans images.",
        "{path} is over {limit} MB. Give its text alone, without pictures.",
    ),
    Refusal.TOO_LONG: Label(
        "{path} compte plus de {limit} caractères. Donnez-en la partie utile.",
        "{path} holds more than {limit} characters. Give the part that matters.",
    ),
    Refusal.TOO_MANY_PAGES: Label(
        "{path} compte plus de {limit} pages. Donnez-en la partie utile.",
        "{path} has more than {limit} pages. Give the part that matters.",
    ),
    Refusal.NOT_TEXT: Label(
        "{path} n'est pas un texte. On lit le Markdown, le texte, le HTML, le Word (.docx) et le PDF.",
        "{path} is not a text. Markdown, text, HTML, Word (.docx) and PDF are read.",
    ),
    Refusal.NOT_UTF_8: Label(
        "{path} n'est pas en UTF-8 (octet {byte}). Enregistrez-le en UTF-8, puis recommencez.",
        "{path} is not in UTF-8 (byte {byte}). Save it as UTF-8, then try again.",
    ),
    Refusal.PICTURE: Label(
        "{path} est une image : son texte ne se lit pas. Donnez le document lui-même.",
        "{path} is a picture: its text cannot be read. Give the document itself.",
    ),
    Refusal.OLD_WORD: Label(
        "{path} est d'un ancien format de traitement de texte. Enregistrez-le en .docx ou en PDF, puis recommencez.",
        "{path} is in an old word-processing format. Save it as .docx or PDF, then try again.",
    ),
    Refusal.NOT_WORD: Label(
        "{path} est une archive qui n'est pas un document Word (.docx). Enregistrez le texte en .docx ou en PDF.",
        "{path} is an archive that is not a Word document (.docx). Save the text as .docx or PDF.",
    ),
    Refusal.ENCRYPTED: Label(
        "{path} est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis recommencez.",
        "{path} is protected by a password. Save a copy without the password, then try again.",
    ),
    Refusal.DAMAGED: Label(
        "{path} est abîmé : il ne s'ouvre pas. Enregistrez-le de nouveau, puis recommencez.",
        "{path} is damaged: it does not open. Save it again, then try again.",
    ),
    Refusal.BOMB: Label(
        "{path} n'est pas ouvert : une fois décompressé, il prendrait trop de place.",
        "{path} is not opened: once unpacked, it would take too much room.",
    ),
    Refusal.ENTITIES: Label(
        "{path} n'est pas ouvert : il définit des entités XML, ce qu'aucun document Word ne fait.",
        "{path} is not opened: it defines XML entities, which no Word document does.",
    ),
    Refusal.SCANNED: Label(
        "{path} est numérisé : ce sont des images de pages, sans texte. Faites-en d'abord reconnaître les "
        "caractères, ou demandez le document d'origine.",
        "{path} is a scan: pictures of pages, without text. Have its characters recognized first, or ask for the "
        "original document.",
    ),
    Refusal.LANGUAGE: Label(
        "{path} n'est ni en français ni en anglais, les deux langues que le programme lit. Donnez-en une traduction.",
        "{path} is neither in French nor in English, the two languages that the program reads. Give it a translation.",
    ),
}


class UnreadableError(Exception):
    """The file cannot be audited: ``reason`` says why, ``values`` fill its sentence."""

    def __init__(self, reason: Refusal, **values: str) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.values = values

    def sentence(self, language: str, name: str) -> str:
        """Return why a file of a name cannot be read, and the mend."""
        return SENTENCES[self.reason].in_language(language).format(path=name, **self.values)
