"""What the acts of the inbox are called in the ledger."""

from clausier.document.vocabulary import Label

ACTS = {
    "inbox.channel.opened": Label("Canal ouvert", "Channel opened"),
    "inbox.channel.closed": Label("Canal fermé", "Channel closed"),
    "inbox.channel.reopened": Label("Canal rouvert", "Channel opened again"),
    "inbox.batch.received": Label("Messages reçus", "Messages received"),
    "inbox.batch.undone": Label("Réception défaite", "Receipt undone"),
    "inbox.authors.forgotten": Label(
        "Auteurs de messages sans suite oubliés", "Authors of harmless messages forgotten"
    ),
    "inbox.messages.purged": Label(
        "Messages effacés à la fin de leur délai", "Messages erased at the end of their term"
    ),
}
