"""The addresses of the beginning, each with an object that is there."""

from clausier.identity.models import Person
from clausier.web.beginning.taking import read_document

TEXT = "# Médias sociaux\n\nLes employés doivent rester polis en tout temps sur nos comptes et respecter la loi.\n"


def addresses(world):
    """Return the arguments of each address by its name."""
    document = {"uid": _document(world).uid}
    return {
        "interview": {},
        "interview-screen": {"screen": "you"},
        "interview-draft": {},
        "documents": {},
        "document": document,
        "document-draft": document,
        "document-drop": document,
        "document-chapter": document | {"chapter": "expectations"},
    }


def grow(world):
    """Read more documents."""
    for _ in range(3):
        _document(world)


def _document(world):
    author = world.people.get("author") or Person.objects.get(email="author@valbleu.example")
    return read_document(
        actor=author, files=[("politique.md", TEXT)], template="company", languages=["fr"], speaks="fr"
    )
