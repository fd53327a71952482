"""What each kind of act is called for people; a room registers its own in ``AppConfig.ready``."""

from collections.abc import Mapping

from clausier.document.vocabulary import Label

OWN = {
    "audit.entry.erased": Label("Détails d'une entrée effacés", "Details of an entry erased"),
    "audit.checkpoint.made": Label("Point de contrôle envoyé", "Checkpoint sent"),
    "audit.backup.made": Label("Copie de sûreté faite", "Backup made"),
    "audit.ledger.exported": Label("Registre exporté", "Ledger exported"),
}
_words: dict[str, Label] = {}


def register(words: Mapping[str, Label]) -> None:
    """Add the words of a room's acts, by the name under which they are recorded."""
    _words.update(words)


def label_of(action: str) -> Label:
    """Return the words of an act; one that no room has named is told by its name."""
    return _words.get(action) or Label(action, action)


def all_words() -> dict[str, Label]:
    """Return the words of every act that the rooms have named, in the order of their names."""
    return {name: _words[name] for name in sorted(_words)}
