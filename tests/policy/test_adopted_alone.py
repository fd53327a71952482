"""Whatever people do, in whatever order: one version at most is in force, and none that its author alone adopted."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from clausier.identity.models import Organization, Person
from clausier.lib import clock
from clausier.lib.refusals import RefusedError
from clausier.policy import actions, selectors
from clausier.policy.models import Version
from factories.policy import FILES, changed
from people import make_person

TEXTS = [FILES, changed("within: 30d", "within: 20d"), changed("Say what ties you to us.", "Say what ties you to us!")]
VERBS = (
    "start",
    "save",
    "propose",
    "minor",
    "take_back",
    "raise_level",
    "approve",
    "adopt",
    "later",
    "withdraw",
    "wait",
)
STEPS = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 1), st.integers(0, 2)), min_size=6, max_size=24)


class Story:
    """Two people who both write and approve, and the texts between them."""

    def __init__(self):
        Organization.objects.create(pk=1, name="Ville de Val-Bleu")
        self.people = [make_person(name, "author", "approver") for name in ("First Person", "Second Person")]

    def step(self, verb, who, which):
        actor, drafts = self.people[who], list(Version.objects.order_by("made"))
        if verb == "start":
            actions.start_draft(actor=actor, title="Text", files=TEXTS[which])
        elif verb == "wait":
            clock.set_clock(clock.now() + timedelta(days=1 + which))
            actions.announce()
        elif drafts:
            self.act(verb, actor, drafts[which % len(drafts)], TEXTS[(which + who) % len(TEXTS)])

    def act(self, verb, actor, draft, text):
        given = {"actor": actor, "version": draft}
        if verb == "save":
            actions.save_draft(**given, files=text, revision=draft.revision)
        elif verb in ("propose", "minor"):
            actions.propose(**given, is_minor=verb == "minor")
        elif verb in ("adopt", "later"):
            days = timedelta(days=2 if verb == "later" else 0)
            actions.adopt(**given, in_force_from=clock.now() + days)
        else:
            getattr(actions, verb)(**given)

    def holds(self):
        adopted = list(Version.objects.adopted().order_by("major", "minor"))
        dates = [each.in_force_from for each in adopted]
        assert dates == sorted(dates)
        for each in adopted:
            agreed = Person.objects.filter(uid__in=each.approvals.values("person__uid")).values_list("uid", flat=True)
            assert set(agreed) - set(each.writers)
            assert each.digest == selectors.folder_of(each).digest
        now = selectors.in_force()
        due = [each for each in adopted if each.in_force_from <= clock.now()]
        assert now == (due[-1] if due else None)


class Adoption(TestCase):
    """A new world for every story."""

    @settings(max_examples=12, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def test_no_story_adopts_alone(self, steps):
        """At most one version in force at any moment, each agreed to by somebody who did not write it."""
        story = Story()
        try:
            for step in [("start", 0, 0), *steps]:
                try:
                    story.step(*step)
                except (RefusedError, ValidationError):
                    continue
                finally:
                    story.holds()
        finally:
            clock.set_clock(None)
