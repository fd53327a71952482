"""What the acts of decisions are called in the ledger."""

from clausier.document.vocabulary import Label

ACTS = {
    "decisions.decision.made": Label("Décision prise", "Decision made"),
    "decisions.decision.undone": Label("Décision défaite", "Decision undone"),
    "decisions.decision.purged": Label(
        "Décisions effacées à la fin de leur délai", "Decisions erased at the end of their term"
    ),
    "decisions.effect.reported": Label("Effet d'une décision inscrit", "Effect of a decision reported"),
    "decisions.notice.reported": Label("Avis à l'auteur inscrit", "Notice to the author reported"),
    "decisions.appeal.lodged": Label("Demande de révision reçue", "Appeal lodged"),
    "decisions.appeal.answered": Label("Demande de révision tranchée", "Appeal answered"),
    "decisions.enquiry.made": Label("Recherche d'un commentaire demandée", "Search for a comment asked"),
    "decisions.enquiry.answered": Label("Recherche d'un commentaire close", "Search for a comment answered"),
    "decisions.enquiry.purged": Label(
        "Recherches effacées à la fin de leur délai", "Searches erased at the end of their term"
    ),
}
