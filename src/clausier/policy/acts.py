"""What the acts of the policy are called in the ledger."""

from clausier.document.vocabulary import Label

ACTS = {
    "policy.draft.started": Label("Brouillon de la politique commencé", "Draft of the policy started"),
    "policy.draft.saved": Label("Brouillon de la politique enregistré", "Draft of the policy saved"),
    "policy.draft.withdrawn": Label("Brouillon de la politique retiré", "Draft of the policy withdrawn"),
    "policy.version.proposed": Label("Version proposée", "Version proposed"),
    "policy.version.taken-back": Label("Proposition reprise", "Proposal taken back"),
    "policy.version.raised": Label("Version jugée majeure", "Version raised to major"),
    "policy.version.approved": Label("Version approuvée", "Version approved"),
    "policy.version.adopted": Label("Version adoptée", "Version adopted"),
    "policy.version.came-into-force": Label("Version entrée en vigueur", "Version came into force"),
    "policy.resolution.recorded": Label("Résolution inscrite", "Resolution recorded"),
    "policy.facts.saved": Label("Faits enregistrés", "Facts saved"),
    "policy.protected.saved": Label("Listes protégées enregistrées", "Protected lists saved"),
}
