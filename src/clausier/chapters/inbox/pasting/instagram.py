"""Instagram: a handle, the time, the words, then likes and buttons; an older page puts the time after the words."""

from clausier.chapters.inbox.pasting.reader import Dialect

DIALECT = Dialect(
    network="instagram",
    time_leads=True,
    handles=True,
    noise=(
        r"photo de profil de .{1,80}|.{1,80}'s profile picture|.{1,80} profile picture"
        r"|\d[\d\s.,]* mentions? j'aime|une? mention j'aime|\d[\d\s.,]* likes?|one like"
        r"|aimé par .{1,120}|liked by .{1,120}"
        r"|masquer les réponses|hide replies|ajouter un commentaire.{0,5}|add a comment.{0,5}|publier|post|—+|_+|-+"
    ),
)
