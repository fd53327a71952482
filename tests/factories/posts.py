"""Texts that somebody asks about, in a policy that says something of them."""

from clausier.chapters.posts.actions import submit
from clausier.identity.models import Organization
from clausier.policy.models import FactsRevision, ProtectedRevision, Version
from factories.world import make_policy
from people import make_person

FINE = "Il fait beau sur le mont Royal ce matin."
UNDISCLOSED = "Bravo à la Ville de Val-Bleu, le meilleur déneigement du monde!"
NUMBER = "Mon NAS est le 046 454 286, au secours."


def make_town():
    """The town of the examples, its policy in force and its lists, under names that let an engine serve on."""
    version = make_policy()
    for number, model in enumerate((Version, FactsRevision, ProtectedRevision)):
        model.objects.update(uid=f"{number:032}")
    return Version.objects.get(pk=version.pk)


def open_public_check():
    """Let anybody ask."""
    Organization.objects.update(settings={"public-check": True})


def make_draft(author=None, text="Nous fermons vendredi."):
    """A text that somebody submitted."""
    return submit(actor=author or make_person("Paul"), text=text, channel="facebook", is_question=True)
