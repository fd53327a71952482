"""Every address of the room, with the words of something that exists: for the matrix of permissions."""

from clausier.decisions.actions import ask, lodge_appeal
from factories.decisions import make_decision


def addresses(world):
    """Return the name of each address and what it takes."""
    made, key, _ = make_decision()
    other, other_key, _ = make_decision()
    appeal = lodge_appeal(decision=made, text="Je parlais du chien.", language="fr")
    told = {"place": "https://x.example", "name": "Jo", "words": "Le voisin du 12"}
    enquiry = ask(**told, text="Rendez-le-moi.", contact="555-0100", language="fr")
    story = {"reference": made.reference}
    return {
        "decision": story,
        "decision-story": story,
        "decision-done": story,
        "decision-notice": story,
        "decision-take-back": {"reference": other.reference},
        "decision-reasons": story,
        "slip-letters": {},
        "slip": {"key": key},
        "slip-appeal": {"key": other_key},
        "find-my-comment": {},
        "find-my-comment-asked": {},
        "limits": {},
        "appeals": {},
        "appeal": {"uid": appeal.uid},
        "enquiry": {"uid": enquiry.uid},
    }


def grow(world):
    """Add objections that wait and comments to look up."""
    for number in range(10):
        lodge_appeal(decision=make_decision().decision, text=f"Non, {number} fois.", language="fr")
        ask(place="x", name="Jo", words="Le voisin du 12", text="Non.", contact="555-0100", language="fr")
