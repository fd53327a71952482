"""Texts that somebody asks about, in a policy that says something of them."""

from clausier.chapters.posts.actions import submit
from clausier.identity.models import Organization
from clausier.policy.actions import save_protected
from factories.policy import keeper, make_version, val_bleu
from people import make_person

FINE = "Il fait beau sur le mont Royal ce matin."
UNDISCLOSED = "Bravo à la Ville de Val-Bleu, le meilleur déneigement du monde!"
NUMBER = "Mon NAS est le 046 454 286, au secours."


def make_town():
    """The town of the examples, its policy in force and its protected lists."""
    files = val_bleu()
    save_protected(actor=keeper(), files={path: text for path, text in files.items() if path.startswith("protected/")})
    return make_version(files)


def open_public_check():
    """Let anybody ask."""
    Organization.objects.update(settings={"public-check": True})


def make_draft(author=None, text="Nous fermons vendredi."):
    """A text that somebody submitted."""
    return submit(actor=author or make_person("Paul"), text=text, channel="facebook", is_question=True)
