"""What the room offers to the rooms below: duties, pages, kinds of records."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Min
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clausier.audit.records import Kind
from clausier.chapters.moderation.models import Act, Proposal, Review
from clausier.chapters.moderation.selectors.decided import IN_FORCE
from clausier.chapters.moderation.states import Status, Urgency
from clausier.decisions.models import Decision
from clausier.document.vocabulary import Label
from clausier.identity.duties import Duty
from clausier.identity.models import Person
from clausier.identity.permissions import can
from clausier.identity.selectors import holders
from clausier.ui.panels import Panel


def duties_of(person: Person) -> Iterator[Duty]:
    """Return what moderation asks of a person: to look at what the program hid, to answer colleagues."""
    if not can(person, "moderation.decide"):
        return
    hidden = Review.objects.filter(closed=None, urgency=Urgency.HIDDEN_BY_PROGRAM, status=Status.HIDDEN)
    looks = hidden.order_by().values_list("look_by").annotate(Min("due"))
    mine = [due for duty, due in looks if not (others := holders(duty)) or person in others]
    if mine:
        yield Duty("moderation.look", _("Look at what the program hid"), "", min(mine), reverse("moderation"), risk=2)
    for review in Review.objects.filter(closed=None, status=Status.ASKED, asked=person):
        yield _asked(review, _("A colleague asks what you think of a comment"))
    waiting = Proposal.objects.filter(answered=None).exclude(by=person).select_related("review")
    for proposal in waiting[:20]:
        yield _asked(proposal.review, _("A removal waits for a second person"))


def _asked(review: Review, title: Any) -> Duty:
    url = reverse("moderation-review", args=[review.uid])
    return Duty(f"moderation.asked.{review.uid}", title, "", review.due, url, risk=2)


PANELS = (
    Panel("moderation", _("Moderation"), "shield", "work", 20, lambda person: can(person, "moderation.view")),
    Panel(
        "moderation-fairness",
        _("Fairness of moderation"),
        "scale",
        "governance",
        60,
        lambda person: can(person, "moderation.fairness.view"),
    ),
)


def purge_reviews(before: datetime) -> int:
    """Erase closed reviews opened before a moment, with their acts, but where a decision stands on the comment."""
    standing = Decision.objects.filter(standing__in=IN_FORCE).values("subject")
    old = Review.objects.filter(opened__lt=before, closed__isnull=False).exclude(item__uid__in=standing)
    return old.delete()[1].get("moderation.Review", 0)


def export_review(row: Review) -> dict[str, Any]:
    """Return what a person may receive of a review they were asked to look at."""
    return {"review": row.uid, "status": row.status, "opened": row.opened}


def export_act(row: Act) -> dict[str, Any]:
    """Return what a person may receive of what they did to a comment."""
    return {"review": row.review.uid, "act": row.verb, "at": row.at, "undone": row.undone}


def export_proposal(row: Proposal) -> dict[str, Any]:
    """Return what a person may receive of a removal they proposed."""
    return {"review": row.review.uid, "clause": row.clause, "facts": row.facts, "at": row.at, "agreed": row.agreed}


KINDS = (
    Kind(
        "moderation.review",
        Label("examens de commentaires", "reviews of comments"),
        Review,
        "asked",
        "opened",
        purge_reviews,
        export_review,
        "message",
    ),
    Kind(
        "moderation.act",
        Label("actes de modération", "acts of moderation"),
        Act,
        "by",
        "at",
        None,  # they go with their review
        export_act,
        "message",
    ),
    Kind(
        "moderation.proposal",
        Label("retraits proposés", "proposed removals"),
        Proposal,
        "by",
        "at",
        None,
        export_proposal,
        "message",
    ),
)


ACTS = {
    "moderation.review.kept": Label("Commentaire laissé en place", "Comment kept"),
    "moderation.review.held": Label("Commentaire mis en attente", "Comment held"),
    "moderation.review.hidden": Label("Commentaire masqué", "Comment hidden"),
    "moderation.review.removed": Label("Commentaire retiré", "Comment removed"),
    "moderation.review.restored": Label("Commentaire remis", "Comment put back"),
    "moderation.review.undone": Label("Geste de modération annulé", "Act of moderation undone"),
    "moderation.review.asked": Label("Commentaire transmis à quelqu'un d'autre", "Comment passed to a colleague"),
    "moderation.removal.proposed": Label("Retrait proposé", "Removal proposed"),
    "moderation.removal.declined": Label(
        "Retrait refusé par la deuxième personne", "Removal declined by the second person"
    ),
    "moderation.program.contradicted": Label("Erreur du programme notée", "Program marked as wrong"),
    "moderation.screen.swept": Label("Commentaires sans problème vus", "Harmless comments seen"),
    "moderation.head.trained": Label("Tête apprise entraînée sur les décisions", "Learned head trained on decisions"),
    "moderation.keys.forgotten": Label("Clés des avis effacées", "Keys of notices erased"),
}
