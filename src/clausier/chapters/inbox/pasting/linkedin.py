"""LinkedIn: a name, how near it is, a headline, the time, the words, then the buttons."""

from clausier.chapters.inbox.pasting.reader import Dialect

DIALECT = Dialect(
    network="linkedin",
    time_leads=True,
    headline=True,
    noise=(
        r"(?:1er|2e|3e et \+|3e|hors réseau|vous)|(?:1st|2nd|3rd\+?|you)|premium"
        r"|(?:voir|afficher) le profil de .{1,80}|view .{1,80} profile|view profile for .{1,80}"
        r"|statut : (?:en ligne|hors ligne)|status is (?:online|offline)|(?:1re|2e|3e) relation"
        r"|\d\w\w degree connection"
        r"|charger plus de commentaires|load more comments|charger les réponses précédentes|load previous replies"
        r"|ajouter un commentaire.{0,5}|add a comment.{0,5}|réactions?|reactions?|\d+ réactions?|\d+ reactions?"
        r"|voir plus de commentaires|insight|intéressant|insightful|bravo|celebrate|soutien|support"
        r"|instructif|love|j'adore"
    ),
)
