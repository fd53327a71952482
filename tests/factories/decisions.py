"""What the tests of decisions need: versions in force, a subject with a text, a decision on it."""

from datetime import UTC, datetime

from clausier.decisions import subjects
from clausier.decisions.actions import decide
from clausier.decisions.states import Effect, Kind
from clausier.decisions.subjects import Shown, Source
from clausier.identity.models import Organization, Person
from clausier.lib import clock
from clausier.lib.tokens import new_uid
from clausier.policy.models import FactsRevision, Version
from clausier.policy.states import Status
from folders import FACTS, FILES
from people import make_person

GROUND = "comments.attacks"
TEXT = "Le voisin du 12 est un voleur et un menteur"
BEFORE = datetime(2020, 1, 1, tzinfo=UTC)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
_texts: dict[str, Shown] = {}


class Comment:
    """A comment that a room above would hold: its uid, and what the register shows of it."""

    def __init__(self, text=TEXT, author="Jo Tremblay", channel="facebook", url="https://facebook.com/valbleu/1"):
        self.uid = new_uid()
        _texts[self.uid] = Shown(text, author, channel, url, LONG_AGO)

    @property
    def ledger_id(self):
        return self.uid


def show_comments():
    """Register the comments above as subjects; those of the room that really holds comments are shown as before."""
    room = subjects.source_of("comment")
    if getattr(room and room.show, "is_of_tests", False):
        return

    def show(uid):
        return _texts.get(uid) or (room.show(uid) if room else None)

    def find(url, handle, words):
        lately = reversed(_texts.items())
        said = (uid for uid, shown in lately if (shown.url, shown.author) == (url, handle))
        ours = next((uid for uid in said if words and _texts[uid].text.startswith(words)), None)
        return ours or (room.find(url, handle, words) if room else None)

    show.is_of_tests = True
    subjects.register("comment", Source(show, find))


def make_version(number="1.0", files=None, since=LONG_AGO, **values):
    """Make an adopted version of the sample policy, and its facts."""
    major, minor = map(int, number.split("."))
    if not FactsRevision.objects.exists():
        FactsRevision.objects.create(number=1, text=FACTS, digest="0" * 64)
    texts = {file: text for file, text in (files or FILES).items() if file != "facts.yaml" and "protected" not in file}
    return Version.objects.create(
        status=Status.ADOPTED, title="Sample", files=texts, major=major, minor=minor, adopted=since,
        in_force_from=since, digest="0" * 64, **values,
    )  # fmt: skip


def sample_version():
    """Return the version in force where it is the sample, else an old one: a world may live by another policy."""
    now = Version.objects.in_force(clock.now())
    if now is None:
        return make_version()
    if now.title == "Sample":
        return now
    return Version.objects.filter(title="Sample").first() or make_version("0.90", since=BEFORE)


def make_organization():
    """Make the organisation, or return it."""
    return Organization.objects.get_or_create(pk=1, defaults={"name": "Ville de Val-Bleu"})[0]


def person(name, *roles):
    """Return the person of a name, made with the roles the first time."""
    email = name.lower().replace(" ", ".") + "@valbleu.example"
    return Person.objects.filter(email=email).first() or make_person(name, *roles)


def make_decision(**values):
    """Decide on a comment as a moderator does, somebody else being there to hear an appeal."""
    show_comments()
    make_organization()
    person("Andrée Appel", "appeal-decider")
    version = values.pop("version", None) or sample_version()
    given = {
        "actor": person("Mo Dération", "moderator"),
        "kind": Kind.COMMENT,
        "subject": values.pop("subject", None) or Comment(),
        "version": version,
        "clause": GROUND,
        "facts": "Une personne du voisinage est traitée de voleuse.",
        "quote": "un voleur",
        "effect_wanted": Effect.REMOVE,
        "language": "fr",
    }
    return decide(**(given | values))
