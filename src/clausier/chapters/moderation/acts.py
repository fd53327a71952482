"""What the acts of moderation are called in the ledger."""

from clausier.document.vocabulary import Label

ACTS = {
    "moderation.review.kept": Label("Commentaire gardé", "Comment kept"),
    "moderation.review.held": Label("Commentaire mis en attente", "Comment held"),
    "moderation.review.hidden": Label("Commentaire masqué", "Comment hidden"),
    "moderation.review.removed": Label("Commentaire retiré", "Comment removed"),
    "moderation.review.restored": Label("Commentaire rétabli", "Comment put back"),
    "moderation.review.asked": Label("Commentaire confié à un collègue", "Comment passed to a colleague"),
    "moderation.review.undone": Label("Geste de modération défait", "Act of moderation undone"),
    "moderation.removal.proposed": Label(
        "Retrait proposé à une deuxième personne", "Removal proposed to a second person"
    ),
    "moderation.removal.declined": Label("Retrait proposé, puis refusé", "Proposed removal declined"),
    "moderation.program.contradicted": Label("Erreur du vérificateur signalée", "Checker said to be wrong"),
    "moderation.screen.swept": Label("Commentaires sans histoire vus", "Harmless comments seen"),
    "moderation.keys.forgotten": Label("Clés d'avis non remises oubliées", "Keys of slips never handed over forgotten"),
}
