"""YouTube and YouTube Studio: a handle, the time, the words, then the likes and buttons."""

from clausier.chapters.inbox.pasting.reader import Dialect

DIALECT = Dialect(
    network="youtube",
    time_leads=True,
    noise=(
        r"épinglé par .{1,80}|pinned by .{1,80}|pinned|aimé par .{1,80}|❤ by .{1,80}|je n'aime pas|dislike"
        r"|ajouter un commentaire.{0,5}|add a comment.{0,5}|trier par|sort by|menu d'action|action menu"
        r"|\d[\d\s.,]*(?:k|m)? (?:commentaires|comments)|abonné à la chaîne|public subscriber|nouveau|new"
        r"|retenir aux fins d'examen|held for review|approuver|approve"
    ),
)
