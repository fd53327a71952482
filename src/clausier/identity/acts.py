"""What the acts of identity are called in the ledger."""

from clausier.document.vocabulary import Label

ACTS = {
    "identity.organization.founded": Label("Organisation établie", "Organization set up"),
    "identity.organization.changed": Label("Organisation modifiée", "Organization changed"),
    "identity.setting.changed": Label("Réglage modifié", "Setting changed"),
    "identity.person.added": Label("Personne ajoutée", "Person added"),
    "identity.person.changed": Label("Fiche d'une personne modifiée", "Person's details changed"),
    "identity.person.left": Label("Départ d'une personne", "Person left"),
    "identity.person.returned": Label("Retour d'une personne", "Person came back"),
    "identity.password.chosen": Label("Mot de passe choisi", "Password chosen"),
    "identity.people.imported": Label("Liste de personnes importée", "List of people imported"),
    "identity.people.import-undone": Label("Importation de personnes défaite", "Import of people undone"),
    "identity.role.granted": Label("Rôle donné", "Role granted"),
    "identity.role.seconded": Label("Rôle confirmé par une deuxième personne", "Role seconded"),
    "identity.role.ended": Label("Rôle retiré", "Role ended"),
    "identity.duty.assigned": Label("Fonction confiée", "Duty assigned"),
    "identity.duty.ended": Label("Fonction retirée", "Duty ended"),
    "identity.absence.added": Label("Absence inscrite", "Absence entered"),
    "identity.absence.cancelled": Label("Absence annulée", "Absence cancelled"),
    "identity.link.made": Label("Lien donné", "Link given"),
    "identity.token.made": Label("Clé de l'API créée", "API key made"),
    "identity.token.revoked": Label("Clé de l'API révoquée", "API key revoked"),
}
