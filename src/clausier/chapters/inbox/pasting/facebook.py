"""Facebook: a name, badges, the words, then the time and the buttons."""

from clausier.chapters.inbox.pasting.reader import Dialect

DIALECT = Dialect(
    network="facebook",
    time_leads=False,
    noise=(
        r"super fan|top fan|fan en vogue|rising fan|contributeur actif|top contributor|meilleur contributeur"
        r"|nouveau contributeur|new contributor|administrateur|admin|modérateur|moderator|rédacteur|visual storyteller"
        r"|photo de profil de .{1,80}|.{1,80}'s profile picture|avatar de .{1,80}|avatar of .{1,80}"
        r"|écri(?:re|vez) un commentaire.{0,40}|write a comment.{0,40}"
        r"|commenter en tant que .{1,80}|comment as .{1,80}"
        r"|toutes les réactions ?:?|all reactions:?|aucune description de photo disponible\.?"
        r"|peut être une image.{0,300}"
        r"|no photo description available\.?|may be an image.{0,300}|gif"
    ),
)
