"""Comments under review: what the tests of moderation begin with. The policy is that of Val-Bleu, a public body."""

from clausier.chapters.inbox.models import Channel
from clausier.chapters.moderation.models import Review
from clausier.identity.models import Person
from clausier.policy.models import Version
from factories.decisions import make_organization
from factories.inbox import make_channel, make_item, make_version
from people import make_person

INSULT = "La fille au comptoir est une maudite niaiseuse, changez-la."
PERSONAL = "Écrivez-lui à jeanne.cote@courriel.example, elle va vous répondre."
HARMLESS = "Merci pour le nouveau parc, mes enfants l'adorent!"
OPINION = "Vous gaspillez notre argent, année après année. Démissionnez donc!"
COMPLAINT = "Ça fait trois semaines que ma rue est pas déneigée. Vous êtes une gang d'imbéciles!"
ATTACKS, PRIVATE, SPAM = "comments.attacks-removed", "comments.personal-information-removed", "comments.spam-removed"


def moderator(name="Marc Dubois"):
    """Return the moderator of a name, made the first time."""
    email = name.lower().replace(" ", ".") + "@valbleu.example"
    return Person.objects.filter(email=email).first() or make_person(name, "community-manager", "moderator")


def make_review(text=INSULT, *, network="facebook", **values):
    """Receive a comment, and return the review that this opened; the policy and the channel are made where missing."""
    make_organization()
    if not Version.objects.exists():
        make_version()
    values.setdefault("channel", Channel.objects.filter(network=network).first())
    channel = values.pop("channel") or make_channel(moderator(), network=network, name=f"Ville, {network}")
    given = {
        "author": "Jo Tremblay",
        "handle": "jo.tremblay",
        "url": "https://www.facebook.com/valbleu/posts/1?comment_id=7",
    }
    return Review.objects.get(item=make_item(text, actor=moderator(), channel=channel, **(given | values)))
