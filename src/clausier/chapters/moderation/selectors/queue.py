"""What comes next: hidden by the program first, then what waits for a decision, then the harmless, oldest first."""

from typing import NamedTuple

from django.db.models import Count, Q, QuerySet

from clausier.chapters.inbox.models import Channel
from clausier.chapters.moderation.models import Act, Proposal, Review
from clausier.chapters.moderation.states import Status, Urgency, Verb
from clausier.identity.models import Person
from clausier.identity.permissions import PERMISSIONS
from clausier.identity.selectors import with_role

SCREEN = 20  # harmless comments swept at once
PAGE = 50


class Counts(NamedTuple):
    """How many comments wait: to be decided one by one, of which hidden by the program, and to be swept."""

    to_decide: int
    hidden: int
    harmless: int


def open_reviews(channel: str = "") -> QuerySet[Review]:
    """Return the reviews on which somebody must still decide, of one channel by its name where it is given."""
    reviews = Review.objects.filter(closed=None).select_related("item__channel")
    return reviews.filter(item__channel__uid=channel) if channel else reviews


def queue_of(person: Person, channel: str = "") -> QuerySet[Review]:
    """Return what a person decides one by one: not what they have passed to a colleague or proposed themselves."""
    passed_on = Q(status=Status.ASKED, asked__isnull=False) & ~Q(asked=person)
    proposed = Proposal.objects.filter(by=person, answered=None).values("review")
    reviews = open_reviews(channel).filter(urgency__gte=Urgency.TO_DECIDE)
    return reviews.exclude(passed_on).exclude(pk__in=proposed)


def next_for(person: Person, channel: str = "", after: Review | None = None) -> Review | None:
    """Return the next comment to decide on; after one that the person skips, and from the start at the end."""
    queue = queue_of(person, channel)
    if after is None:
        return queue.first()
    return queue.filter(_past(after)).first() or queue.exclude(pk=after.pk).first()


def to_sweep(channel: str = "") -> list[Review]:
    """Return a screenful of harmless comments, the oldest first."""
    return list(open_reviews(channel).filter(urgency=Urgency.HARMLESS, status=Status.WAITING)[:SCREEN])


def page_of(channel: str = "", status: str = "", after: Review | None = None) -> list[Review]:
    """Return a page of the list and one more: open reviews in their order, or those of a state, newest first."""
    if not status:
        reviews = open_reviews(channel)
        return list((reviews.filter(_past(after)) if after else reviews)[: PAGE + 1])
    reviews = Review.objects.filter(status=status).select_related("item__channel").order_by("-opened", "-pk")
    reviews = reviews.filter(item__channel__uid=channel) if channel else reviews
    older = Q(opened__lt=after.opened) | Q(opened=after.opened, pk__lt=after.pk) if after else Q()
    return list(reviews.filter(older)[: PAGE + 1])


def counts(channel: str = "") -> Counts:
    """Return how many comments wait."""
    found = open_reviews(channel).order_by().values_list("urgency").annotate(Count("pk"))
    number = dict(found)
    hidden = number.get(Urgency.HIDDEN_BY_PROGRAM, 0)
    return Counts(hidden + number.get(Urgency.TO_DECIDE, 0), hidden, number.get(Urgency.HARMLESS, 0))


def channels() -> list[Channel]:
    """Return the channels that comments come from."""
    return list(Channel.objects.filter(closed=None))


def colleagues_of(person: Person) -> list[Person]:
    """Return who else may decide, by name."""
    return list(with_role(*PERMISSIONS["moderation.decide"]).exclude(pk=person.pk))


def proposal_of(review: Review) -> Proposal | None:
    """Return what is proposed on a comment and waits for a second person."""
    return review.proposals.filter(answered=None).select_related("by").first()


def last_act_of(person: Person) -> Act | None:
    """Return a person's last act, when it can still be thought of as one: nobody has followed it with another."""
    act = Act.objects.filter(by=person).select_related("review__item", "decision").first()
    if act is None or act.undone or act.verb == Verb.UNDO or act.revision != act.review.revision:
        return None
    return act


def _past(review: Review) -> Q:
    """Return the condition of what comes after a review in the order of the list."""
    same = Q(urgency=review.urgency, opened__gt=review.opened)
    same |= Q(urgency=review.urgency, opened=review.opened, pk__gt=review.pk)
    return Q(urgency__lt=review.urgency) | same
